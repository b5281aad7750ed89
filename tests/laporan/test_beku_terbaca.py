"""What was frozen by an earlier version of the software can still be read and printed.

The snapshots below tests/laporan/beku/ were written once and are never written anew: when one no
longer reads, documents in offices don't either. New fields need a default.
"""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from laporan.aturan.keaslian import naskah_baku
from laporan.pdf import iku, naskah_iku, naskah_perjanjian, naskah_pohon, perjanjian, pohon

FOLDER = Path(__file__).parent / "beku"
JENIS = {
    "perjanjian": (naskah_perjanjian.baca_naskah, perjanjian.cetak_beku, "350.000.000"),
    "iku": (naskah_iku.baca_naskah, iku.cetak_beku, "INDIKATOR KINERJA UTAMA"),
    "pohon": (naskah_pohon.baca_naskah, pohon.cetak_beku, "LEMBAR PENGESAHAN"),
}


@pytest.mark.parametrize("jenis", JENIS)
def test_an_old_snapshot_prints(jenis):
    baca, cetak, kata = JENIS[jenis]
    cuplikan = json.loads((FOLDER / f"{jenis}.json").read_text(encoding="utf-8"))

    isi = cetak(baca(naskah_baku(cuplikan).decode()), cuplikan)

    teks = " ".join(h.extract_text() for h in PdfReader(BytesIO(isi)).pages)
    assert kata in teks
    assert cuplikan["cap"]["kode"] in teks


def test_a_field_that_did_not_exist_takes_its_default():
    cuplikan = json.loads((FOLDER / "pohon.json").read_text(encoding="utf-8"))
    for kolom in cuplikan["tabel"]["matriks"]["kolom"]:
        kolom.pop("nomor", None)
    cuplikan["tabel"]["matriks"].pop("kaki", None)

    naskah = naskah_pohon.baca_naskah(json.dumps(cuplikan))

    assert naskah.tabel.matriks.kaki == ()
    assert {k.nomor for k in naskah.tabel.matriks.kolom} == {""}
