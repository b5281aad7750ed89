"""Cerita: the history can't be changed unseen."""

import pytest
from django.core.management import call_command
from django.db import connection

from kinerja.models import Pohon, Riwayat
from tests.factories import PADA, buat_pohon


def test_chain_of_a_document_holds(pohon, jalur, capsys):
    call_command("periksa_riwayat")

    assert "0 masalah" in capsys.readouterr().out
    assert [r.nomor for r in Riwayat.objects.filter(pohon=pohon).order_by("nomor")] == [
        *range(1, 7)
    ]


def test_agency_has_a_chain_of_its_own(dinas, perencana, pohon):
    for ke in (1, 2):
        Riwayat.catat_perangkat_daerah(
            dinas,
            kata_kerja="ubah",
            ringkasan=f"Unit {ke}",
            perubahan=[],
            oleh=perencana,
            pada=PADA,
        )

    kedua = Riwayat.objects.get(pohon=None, nomor=2)
    assert kedua.hash_sebelum == Riwayat.objects.get(pohon=None, nomor=1).hash
    call_command("periksa_riwayat")


@pytest.mark.parametrize(
    ("perintah", "keluhan"),
    [
        ("UPDATE kinerja_riwayat SET ringkasan = 'lain' WHERE nomor = 3", "isinya berubah"),
        ("DELETE FROM kinerja_riwayat WHERE nomor = 3", "nomor meloncat"),
        ("DELETE FROM kinerja_riwayat WHERE nomor = 6", "riwayat terakhir 5"),
    ],
)
def test_a_row_changed_behind_the_guards_is_seen(pohon, jalur, capsys, perintah, keluhan):
    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO penjaga_mati (sebab) VALUES ('uji')")
        kursor.execute(perintah)
        kursor.execute("DELETE FROM penjaga_mati")

    with pytest.raises(SystemExit):
        call_command("periksa_riwayat")

    assert keluhan in capsys.readouterr().out


def test_tree_command_reports_and_mends(pohon, jalur, capsys):
    type(jalur["PROGRAM"])._base_manager.filter(pk=jalur["PROGRAM"].pk).update(level=9)

    with pytest.raises(SystemExit):
        call_command("periksa_pohon")
    call_command("periksa_pohon", perbaiki=True)

    assert "diperbaiki, sisa 0 masalah" in capsys.readouterr().out
    assert Pohon.objects.get(pk=pohon.pk).versi == pohon.versi


@pytest.fixture
def tanpa_penjaga(db):
    """Damage that only somebody with the database in hand can do."""
    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO penjaga_mati (sebab) VALUES ('uji')")


def perbaiki(capsys):
    with pytest.raises(SystemExit):
        call_command("periksa_pohon", perbaiki=True)
    return capsys.readouterr().out


def test_parents_in_a_circle_are_named_not_guessed(pohon, jalur, tanpa_penjaga, capsys):
    program = type(jalur["PROGRAM"])._base_manager.filter(pk=jalur["PROGRAM"].pk)
    program.update(induk=jalur["KEGIATAN"])

    assert f"induk melingkar): simpul {jalur['PROGRAM'].pk}" in perbaiki(capsys)


def test_document_without_root_is_reported(pohon, tanpa_penjaga, capsys):
    akar = type(pohon.akar())._base_manager.filter(pohon=pohon)
    akar._raw_delete("default")

    assert "tidak punya tepat satu akar" in perbaiki(capsys)


def test_approved_document_is_reported_and_the_others_are_mended(
    pohon, jalur, dinas, perencana, capsys
):
    lain = buat_pohon(dinas, perencana, judul="Lain")
    rusak = type(pohon.akar())._base_manager
    rusak.filter(pk__in=[jalur["PROGRAM"].pk, lain.akar().pk]).update(level=9)
    Pohon.objects.filter(pk=pohon.pk).update(status="DISETUJUI")

    keluaran = perbaiki(capsys)

    assert f"Dokumen {pohon.pk}: tidak diperbaiki, dokumen sudah disetujui" in keluaran
    assert f"Dokumen {lain.pk}: diperbaiki, sisa 0 masalah" in keluaran


def test_wrong_tree_is_mended_from_the_root_down(pohon, jalur, perencana, capsys):
    siapa = {"oleh": perencana, "pada": PADA}
    baru = pohon.tambah(induk=jalur["SASARAN"], jenjang="PROGRAM", nama="Baru", **siapa)
    pohon.pindahkan(jalur["KEGIATAN"], induk=baru, **siapa)  # the parent has the higher key
    akar = pohon.akar()
    type(akar)._base_manager.filter(pk=akar.pk).update(tree_id=987)

    call_command("periksa_pohon", perbaiki=True)

    assert "diperbaiki, sisa 0 masalah" in capsys.readouterr().out
