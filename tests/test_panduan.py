"""The guide: its links lead somewhere, and it explains every finding of the import."""

import re
from pathlib import Path

import pytest

from kinerja.aturan.pemeriksaan import RINGKASAN

AKAR = Path(__file__).resolve().parents[1]
HALAMAN = [AKAR / "README.md", *sorted((AKAR / "docs").rglob("*.md"))]
KODE = re.compile(r"\b[A-Z]{3,}(?:_[A-Z0-9]+)+\b")
DIPAKAI = re.compile(r'(?:kode=|\btolak\(\s*)"([A-Z]+(?:_[A-Z0-9]+)+)"')


@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda p: str(p.relative_to(AKAR)))
def test_every_link_leads_somewhere(halaman):
    tautan = re.findall(r"\]\(([^)#]+)", halaman.read_text(encoding="utf-8"))

    assert [t for t in tautan if "://" not in t and not (halaman.parent / t).exists()] == []


def test_every_picture_is_shown():
    gambar = AKAR / "docs" / "panduan" / "gambar"
    teks = "".join(h.read_text(encoding="utf-8") for h in HALAMAN)

    assert [p.name for p in gambar.iterdir() if f"gambar/{p.name}" not in teks] == []


def test_every_finding_of_the_import_and_of_a_document_is_explained():
    dijelaskan = set(KODE.findall((AKAR / "docs/panduan/temuan.md").read_text(encoding="utf-8")))
    impor = [p.read_text(encoding="utf-8") for p in (AKAR / "kinerja" / "impor").rglob("*.py")]
    dipakai = {k for teks in impor for k in DIPAKAI.findall(teks)}

    assert len(dipakai) > 5
    assert (dipakai | {k for k in RINGKASAN if "_" in k}) - dijelaskan == set()
