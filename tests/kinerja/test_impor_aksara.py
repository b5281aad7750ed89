"""Characters that no database keeps: shown, never swallowed, never a crash."""

import pytest

from kinerja.models import SesiImpor
from scripts.xlsx_mentah import bagian_xlsx, lembar_xml, tulis_zip
from tests.kinerja.impor_uji import KECIL, KEPALA, mulai

ANEH = {"NUL": "_x0000_", "surrogate": "_xD83D_", "bell": "_x0007_"}


def buku_mentah(jalur, *baris):
    """A workbook whose cells keep the escapes of the file format."""
    isi = "".join(
        f'<row r="{r}">'
        + "".join(
            f'<c r="{"ABCDEF"[c]}{r}" t="inlineStr"><is><t>{teks}</t></is></c>'
            for c, teks in enumerate(deret)
        )
        + "</row>"
        for r, deret in enumerate((KEPALA, *baris), start=3)
    )
    tulis_zip(jalur, bagian_xlsx({"Renja": lembar_xml(isi)}))
    return jalur


@pytest.mark.parametrize("aneh", ANEH.values(), ids=ANEH)
def test_a_name_or_amount_with_them_is_stored_and_shown(dinas, perencana, tmp_path, aneh):
    rusak = (
        "1.1.2",
        f"Penyediaan{aneh}Makanan",
        "Jumlah",
        f"7{aneh}0",
        "Paket",
        f"20.000{aneh}.000",
    )
    buku = buku_mentah(tmp_path / "aneh.xlsx", *KECIL[:3], rusak)

    sesi = mulai(dinas, perencana, buku)

    tersimpan = SesiImpor.objects.get(pk=sesi.pk).rencana
    nama = tersimpan["baris"][3]["nama"]
    assert nama.startswith("Penyediaan")
    assert nama.endswith("Makanan")
    assert "\x00" not in str(tersimpan)
