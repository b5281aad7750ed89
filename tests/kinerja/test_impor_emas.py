"""Golden test: the reference workbooks beside the project give what their expectations say.

The folder ../shared/data belongs to the workplace, not to a clone; without it these are skipped.
"""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.bacakan import baca_berkas
from kinerja.impor.jawaban import jawaban

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
LEVEL = {"misi", "tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan", "iku", "kotak"}
LENGKAP = {"kotim-2025-renja.xlsx", "v09-20000-baris.xlsx"}
"""Files whose lists of findings are complete."""


def _harapan():
    if not DATA.is_dir():
        return {}
    manifes = json.loads((DATA / "xlsx" / "manifest.json").read_text())
    semua = {DATA / "xlsx" / nama: isi for nama, isi in manifes.items()}
    for jalur in sorted((DATA / "variants").glob("*.expected.json")):
        isi = json.loads(jalur.read_text())
        semua[jalur.parent / isi["berkas"]] = isi
    return semua


HARAPAN = _harapan()
pytestmark = [
    pytest.mark.lambat,
    pytest.mark.skipif(
        not HARAPAN, reason="../shared/data is not here: the golden workbooks are not checked"
    ),
]


@cache
def terbaca(jalur):
    return jawaban(baca_berkas(jalur, jalur.name, PilihanImpor(tahun=2025)))


def _temuan(isi, daftar):
    return {(g.get("sel"), g["kode"]) for g in isi.get(daftar, []) if "kode" in g}


def _polos(teks):
    return re.sub(r"\W+", "", teks or "").casefold()


def _simpul(jalur):
    return [s for t in terbaca(jalur)["tabel"] for s in t["simpul"]]


def _pagu(simpul):
    return next((n["nilai"] for n in simpul["pagu"].values()), None)


def hasil(jalur, isi):
    return "hasil" not in isi or terbaca(jalur)["hasil"] == isi["hasil"]


def galat(jalur, isi):
    ada, ingin = _temuan(terbaca(jalur), "galat"), _temuan(isi, "galat")
    return ingin <= ada and (bool(ingin) or not ada)


def peringatan(jalur, isi):
    ada, ingin = _temuan(terbaca(jalur), "peringatan"), _temuan(isi, "peringatan")
    return ada == ingin if jalur.name in LENGKAP else ingin <= ada


def jumlah(jalur, isi):
    ingin = {k: v for k, v in isi.get("jumlah", {}).items() if k in LEVEL}
    ada = {k: v for t in terbaca(jalur)["tabel"] for k, v in t["jumlah"].items()}
    return ingin.items() <= ada.items()


def simpul(jalur, isi):
    ingin = [(s["level"], _polos(s["nama"]), s["pagu"], s["baris"]) for s in isi.get("simpul", [])]
    ada = [(s["level"], _polos(s["nama"]), _pagu(s), s["baris"]) for s in _simpul(jalur)]
    return not ingin or ada == ingin


def sel(jalur, isi):
    pagu = {s["baris"]: _pagu(s) for s in _simpul(jalur)}
    ingin = {int(re.sub(r"\D", "", c["sel"])): c["pagu"] for c in isi.get("sel", []) if "pagu" in c}
    return all(pagu.get(baris) == nilai for baris, nilai in ingin.items())


def letak(jalur, isi):
    """Head and data rows, where the expectation names them for the table that is read."""
    daftar = terbaca(jalur)["tabel"]
    return not daftar or all(
        daftar[0][medan] == isi[medan] for medan in ("baris_judul", "baris_data") if medan in isi
    )


PERIKSA = (hasil, galat, peringatan, jumlah, simpul, sel, letak)


@pytest.mark.parametrize("jalur", HARAPAN, ids=lambda j: j.name)
@pytest.mark.parametrize("periksa", PERIKSA, ids=lambda p: p.__name__)
def test_reading_gives_what_is_expected(jalur, periksa):
    assert periksa(jalur, HARAPAN[jalur])


def test_the_score(capsys):
    lulus = sum(p(jalur, isi) for jalur, isi in HARAPAN.items() for p in PERIKSA)

    with capsys.disabled():
        print(f" golden score {lulus}/{len(HARAPAN) * len(PERIKSA)} over {len(HARAPAN)} files")  # noqa: T201
    assert lulus == len(HARAPAN) * len(PERIKSA)


def test_the_proposals_of_the_renja_settle_its_sums():
    jalur = DATA / "xlsx" / "kotim-2025-renja.xlsx"

    pertama = {
        g["sel"]: (g["usul"][0]["sel"], g["usul"][0]["nilai"])
        for g in (*terbaca(jalur)["galat"], *terbaca(jalur)["peringatan"])
        if g["usul"]
    }
    diterima = baca_berkas(jalur, jalur.name, terima_usul=True)

    assert pertama == {
        "H43": ("H43", "32400000"), "H42": ("H43", "32400000"),
        "H62": ("H62", "13298000"), "H59": ("H62", "13298000"),
        "H17": ("H23", "271000"), "H57": ("H58", "65510000"),
        "H38": ("H39", "150000000"), "H39": ("H39", "150000000"),
    }  # fmt: skip
    pagu = [s.pagu["2025"].bacaan.rupiah for t in diterima.tabel for s in t.simpul if len(s.id) > 5]
    assert (len(pagu), sum(pagu)) == (43, 6_312_818_993)
    assert not [t for t in diterima.temuan if t.kode.startswith("PAGU") or t.menghalangi]
