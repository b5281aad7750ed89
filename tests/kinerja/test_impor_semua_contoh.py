"""Every sample workbook goes the whole way: read, left unfilled where it must be, applied, applied
again without a change, undone. The reference workbooks do where their folder is there.
"""

from pathlib import Path

import pytest

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.impor import sesi as langkah
from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import Baseline, Indikator, KlaimPagu, Pagu, Simpul, Target
from kinerja.models.pemeriksaan import periksa_susunan
from tests.berkas import AKAR
from tests.factories import PADA, buat_jalur, buat_pohon
from tests.kinerja.impor_uji import CONTOH, mulai

ACUAN = AKAR.parent / "shared" / "data"
TERBESAR = 300_000
"""Bytes; the workbooks of 20,000 rows have tests of their own."""
INDUK = {"KEGIATAN": "PROGRAM", "SUB_KEGIATAN": "KEGIATAN"}


def daftar() -> list[Path]:
    acuan = [*ACUAN.glob("xlsx/*.xlsx"), *ACUAN.glob("variants/*.xlsx")]
    return sorted(j for j in [*CONTOH.glob("*.xlsx"), *acuan] if j.stat().st_size < TERBESAR)


def biarkan_semua(sesi) -> None:
    """Every error that a cell can be blamed for is left unfilled, until none is left."""
    for _ in range(20):
        galat = [t for t in sesi.rencana["temuan"] if t["tingkat"] == "GALAT" and t["sel"]]
        sel = next((t for t in galat if f"{t['lembar']}!{t['sel']}" not in sesi.koreksi), None)
        if sel is None:
            return
        langkah.putuskan(sesi, alamat=f"{sel['lembar']}!{sel['sel']}", aksi="BIARKAN")


def isi(pohon) -> tuple[int, ...]:
    milik = (
        Simpul.objects.filter(pohon=pohon).tampak(),
        Indikator.objects.filter(pohon=pohon),
        Target.objects.filter(indikator__pohon=pohon),
        Baseline.objects.filter(indikator__pohon=pohon),
        Pagu.objects.filter(simpul__pohon=pohon),
        KlaimPagu.objects.filter(simpul__pohon=pohon),
    )
    return tuple(m.count() for m in milik)


@pytest.fixture
def terbaca(dinas, perencana):
    """A session with every error left unfilled; None when the workbook is refused in words."""

    def baca(jalur, **lain):
        try:
            sesi = mulai(dinas, perencana, jalur, **lain)
        except AturanDilanggar as ditolak:
            salah = [t.pesan for t in ditolak.temuan if not t.pesan.endswith(".")]
            return pytest.fail(str(salah)) if salah else None
        biarkan_semua(sesi)
        return sesi

    return baca


def wajib(sesi) -> set[str]:
    return {t["kode"] for t in sesi.rencana["temuan"] if t["tingkat"] == "GALAT"}


@pytest.mark.parametrize("jalur", daftar(), ids=lambda j: f"{j.parent.name}-{j.stem}")
def test_a_sample_goes_the_whole_way(dinas, perencana, terbaca, jalur):
    siapa = {"oleh": perencana, "pada": PADA}
    sesi = terbaca(jalur, jenis_pohon=jenis(jalur))
    if sesi is not None and wajib(sesi) == {"INDUK_DIPERLUKAN"}:
        pohon = buat_pohon(dinas, perencana)
        jalan = buat_jalur(pohon, perencana)
        sesi = terbaca(jalur, pohon=pohon)
        jenjang = next((b["jenjang"] for b in sesi.rencana["baris"]), "")
        sesi.induk_uid = jalan[INDUK.get(jenjang, "SASARAN")].uid
        langkah.perbarui(sesi)
    if sesi is None or not sesi.rencana["baris"]:
        return
    assert wajib(sesi) == set()
    if {t["jenis"] for t in sesi.rencana["tabel"]} == {"jabatan"}:
        masuk_peta(sesi, siapa, lambda: mulai(dinas, perencana, jalur))
        return
    semula = isi(sesi.pohon)

    terapkan(sesi, **siapa)

    assert isi(sesi.pohon)[0] == semula[0] + sesi.rencana["ringkasan"]["baru"]
    assert periksa_susunan(sesi.pohon) == []
    lagi = mulai(dinas, perencana, jalur, pohon=sesi.pohon)
    lagi.koreksi, lagi.induk_uid = sesi.koreksi, sesi.induk_uid
    lagi.save()
    langkah.perbarui(lagi)
    assert lagi.rencana["ringkasan"]["perubahan"] == 0
    batalkan(sesi, **siapa)
    assert isi(sesi.pohon) == semula


def masuk_peta(sesi, siapa, lagi) -> None:
    """Positions have a document of their own."""
    terapkan(sesi, **siapa)

    assert sesi.peta_jabatan.kotak.count() == sesi.rencana["ringkasan"]["baru"]
    assert lagi().rencana["ringkasan"]["perubahan"] == 0
    batalkan(sesi, **siapa)
    assert not sesi.peta_jabatan.kotak.exists()


def jenis(jalur: Path) -> str:
    """Boxes of conditions belong into a pohon kinerja."""
    kondisi = "kotak" in jalur.stem or jalur.stem.startswith("pohon-kinerja")
    return "POHON_KINERJA" if kondisi else "CASCADING"
