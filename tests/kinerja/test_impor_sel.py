"""Findings stand at the cell that is to be repaired, and only where repairing changes anything."""

import pytest

from tests.kinerja.impor_uji import KECIL, KEPALA, buku, mulai

RUSAK = ("1.1.2", "Penyediaan Makanan", "Jumlah makanan", "70", "Paket", "20.0000.000")


def galat(sesi) -> set[tuple[str, str]]:
    return {(t["sel"], t["kode"]) for t in sesi.rencana["temuan"] if t["tingkat"] == "GALAT"}


@pytest.mark.parametrize("panjang", [70, 2100])
def test_a_code_too_long_is_one_card_at_the_cell_of_the_code(dinas, perencana, panjang):
    kepala = (KEPALA[0], "Kode", *KEPALA[1:])
    baris = [(b[0], "", *b[1:]) for b in KECIL]
    baris[1] = (KECIL[1][0], "9" * panjang, *KECIL[1][1:])
    isi = buku(*baris, kepala=kepala)

    assert galat(mulai(dinas, perencana, isi)) == {("B5", "TEKS_TERLALU_PANJANG")}


def test_a_row_skipped_as_a_repeat_asks_for_nothing(dinas, perencana):
    sesi = mulai(dinas, perencana, buku(*KECIL[:3], RUSAK, RUSAK))

    assert galat(sesi) == {("F7", "ANGKA_TIDAK_TERBACA")}
    assert {t["kode"] for t in sesi.rencana["temuan"] if t["sel"].endswith("8")} == {
        "DUPLIKAT_PERSIS"
    }
