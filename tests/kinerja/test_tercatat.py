"""Verbs of flat records: one transaction, one line of history, never two at once."""

import threading
from datetime import date

import pytest
from django.db import connection

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bentrok, Jabatan, Pegawai, Pejabat, Riwayat, Unit
from tests.factories import PADA, buat_dinas, buat_pengguna


@pytest.fixture
def unit(dinas, perencana):
    baru = Unit(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang")
    return baru.daftarkan(oleh=perencana, pada=PADA)


def test_history_tells_what_changed_and_nothing_else(unit, perencana):
    unit.ubah({"nama": "Bidang Baru", "kode": ""}, oleh=perencana, pada=PADA)

    riwayat = Riwayat.objects.get(nomor=2)
    assert riwayat.perubahan == [
        {
            "jenis": "unit",
            "kunci": [unit.pk],
            "sebelum": {"nama": "Bidang"},
            "sesudah": {"nama": "Bidang Baru"},
        }
    ]
    assert riwayat.hash == riwayat.hitung_hash()


def test_a_record_read_earlier_does_not_bring_old_values_back(unit, perencana):
    lama = Unit.objects.get(pk=unit.pk)
    unit.ubah({"kode": "01"}, oleh=perencana, pada=PADA)

    lama.ubah({"nama": "Bidang Baru"}, oleh=perencana, pada=PADA)

    unit.refresh_from_db()
    assert (unit.kode, unit.nama) == ("01", "Bidang Baru")


def test_a_field_that_is_not_what_the_writer_saw_is_a_conflict(unit, perencana):
    with pytest.raises(Bentrok) as bentrok:
        unit.ubah({"kode": "02"}, lama={"kode": "01"}, oleh=perencana, pada=PADA)

    assert (bentrok.value.medan, bentrok.value.kini) == ("kode", "")


def test_refusal_leaves_no_trace(unit, dinas, perencana):
    kembar = Unit(perangkat_daerah=dinas, jenis="BAGIAN", nama="Bidang")

    with pytest.raises(AturanDilanggar, match="nama itu"):
        kembar.daftarkan(oleh=perencana, pada=PADA)

    assert (Unit.objects.count(), Riwayat.objects.count()) == (1, 1)


def test_what_only_the_database_sees_is_still_an_answer(unit, dinas, perencana, monkeypatch):
    """Somebody else's row that the checks did not see: the constraint refuses, in words."""
    monkeypatch.setattr(Unit, "_temuan", lambda diri: [])
    kembar = Unit(perangkat_daerah=dinas, jenis="BAGIAN", nama="Bidang")

    with pytest.raises(AturanDilanggar, match="baru saja disimpan orang lain"):
        kembar.daftarkan(oleh=perencana, pada=PADA)


def test_deleting_is_recorded_with_what_was_there(unit, perencana):
    pk = unit.pk
    unit.hapus(oleh=perencana, pada=PADA)

    baris = Riwayat.objects.get(kata_kerja="hapus unit").perubahan[0]
    assert (baris["kunci"], baris["sebelum"]["nama"], baris["sesudah"]) == ([pk], "Bidang", None)


@pytest.mark.django_db(transaction=True)
def test_two_admins_at_once_put_one_into_a_position():
    dinas = buat_dinas()
    oleh = buat_pengguna("admin")
    jabatan = Jabatan.objects.create(perangkat_daerah=dinas, jenis="PELAKSANA", nama="Staf")
    pegawai = [Pegawai.objects.create(nama=f"Pegawai {n}") for n in range(4)]
    bersama = threading.Barrier(4)
    hasil: list[str] = []

    def tunjuk(orang: Pegawai) -> None:
        bersama.wait()
        try:
            jabatan_sendiri = Jabatan.objects.get(pk=jabatan.pk)
            isi = {"jenis": "DEFINITIF", "mulai": date(2025, 1, 1), "oleh": oleh, "pada": PADA}
            jabatan_sendiri.tunjuk(orang, **isi)
            hasil.append("jadi")
        except AturanDilanggar as ditolak:
            hasil.append(ditolak.temuan[0].kode)
        finally:
            connection.close()

    benang = [threading.Thread(target=tunjuk, args=[orang]) for orang in pegawai]
    for satu in benang:
        satu.start()
    for satu in benang:
        satu.join()

    assert sorted(hasil) == ["PEJABAT_TUMPANG"] * 3 + ["jadi"]
    assert Pejabat.objects.count() == 1
