"""Pure rules about terms, chains, roles and years."""

from datetime import date

import pytest

from kinerja.aturan.orang import Masa, periksa_masa, periksa_peran, periksa_rantai
from kinerja.aturan.periode import baca_daftar_tahun, periksa_tahun, periksa_tahun_terpakai
from kinerja.aturan.tanggal import tanggal
from kinerja.pilihan import Peran


def masa(mulai, selesai=None, jenis="DEFINITIF"):
    return Masa("Kepala", jenis, mulai, selesai)


@pytest.mark.parametrize(
    ("lama", "baru", "boleh"),
    [
        (masa(date(2025, 1, 1)), masa(date(2026, 1, 1)), False),
        (masa(date(2025, 1, 1), date(2025, 6, 30)), masa(date(2025, 6, 30)), False),
        (masa(date(2025, 1, 1), date(2025, 6, 30)), masa(date(2025, 7, 1)), True),
        (masa(date(2025, 7, 1)), masa(date(2025, 1, 1), date(2025, 6, 30)), True),
        (masa(date(2025, 1, 1)), masa(date(2025, 2, 1), jenis="PLH"), True),
        (masa(date(2025, 1, 1), jenis="PLH"), masa(date(2025, 2, 1)), True),
        (masa(date(2025, 1, 1), jenis="PLT"), masa(date(2025, 2, 1), jenis="PJ"), False),
    ],
)
def test_one_holds_a_position_at_a_time(lama, baru, boleh):
    assert (periksa_masa(baru, [lama]) == []) is boleh


def test_overlap_names_who_is_there():
    lama = masa(date(2025, 1, 6), jenis="PLT")

    pesan = periksa_masa(masa(date(2025, 2, 1)), [lama])[0].pesan

    assert "Plt. Kepala mulai 6 Januari 2025 sampai sekarang" in pesan
    assert tanggal(date(2025, 12, 31)) == "31 Desember 2025"


@pytest.mark.parametrize(
    ("peran", "jenis", "boleh"),
    [
        (Peran.ADMIN_PEMDA, "PEMDA", True),
        (Peran.ADMIN_PEMDA, "DINAS", False),
        (Peran.INSPEKTORAT, "INSPEKTORAT", False),
        (Peran.ADMIN_PD, "PEMDA", False),
        (Peran.ADMIN_PD, "SETDA", True),
        (Peran.PERENCANA, "PEMDA", True),
    ],
)
def test_roles_are_held_where_they_belong(peran, jenis, boleh):
    assert (periksa_peran(peran, jenis) == []) is boleh


def test_chain_of_a_new_record_cannot_turn():
    assert periksa_rantai(None, [1, 2], "atasan", "Atasan") == []
    assert periksa_rantai(2, [1, 2], "atasan", "Atasan")[0].letak.medan == "atasan"


@pytest.mark.parametrize(
    ("teks", "tahun"),
    [
        ("2025-2027", [2025, 2026, 2027]),
        ("2025 \N{EN DASH} 2026", [2025, 2026]),
        ("2026; 2025, 2026", [2025, 2026]),
        ("2023 s.d. 2024", [2023, 2024]),
        ("2023 sampai 2024 2026", [2023, 2024, 2026]),
        ("", []),
        ("2027-2025", None),
        ("tahun 2025", None),
        ("25", None),
        ("20255", None),
        ("2025-9999", None),
    ],
)
def test_years_are_read_as_typed(teks, tahun):
    assert baca_daftar_tahun(teks) == tahun


def test_years_lie_in_the_period_and_keep_their_numbers():
    assert periksa_tahun(2025, 2029, [2025, 2029]) == []
    assert "2024" in periksa_tahun(2025, 2029, [2024])[0].pesan
    assert periksa_tahun_terpakai([2025, 2026], [2026]) == []
    assert "2026" in periksa_tahun_terpakai([2025], [2026])[0].pesan
