"""A frozen document: nothing changes it, and whoever does it anyway is found."""

import hashlib

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, connection, transaction

from kinerja.models import Riwayat
from laporan.aturan.keaslian import kode_baku, kode_dari, kode_tercetak, naskah_baku
from laporan.models import BerkasDokumen, Dokumen
from laporan.pilihan import JenisBerkas
from tests.factories import PADA
from tests.kinerja.test_penjaga import dijaga
from tests.laporan.dokumen_uji import ISI, bekukan


@pytest.fixture
def dokumen(dinas, perencana):
    return bekukan(dinas, perencana)


@pytest.fixture
def tanpa_penjaga(db):
    """Somebody who owns the database and knows how the guards stand down."""
    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO penjaga_mati (sebab) VALUES ('pengubah')")


def periksa():
    call_command("periksa_dokumen", verbosity=0)


def test_no_row_is_changed_or_deleted(dokumen):
    semua, berkas = Dokumen.objects.all(), BerkasDokumen.objects.all()

    dijaga("laporan_dokumen_tetap_update", lambda: semua.update(judul="Lain"))
    dijaga("laporan_dokumen_tetap_delete", lambda: semua._raw_delete("default"))
    dijaga("laporan_berkasdokumen_tetap_update", lambda: berkas.update(nama="lain.pdf"))
    dijaga("laporan_berkasdokumen_tetap_delete", lambda: berkas._raw_delete("default"))


def test_freezing_and_filing_are_recorded_with_fingerprints(dokumen, dinas):
    beku, berkas = Riwayat.objects.filter(perangkat_daerah=dinas).order_by("nomor")

    assert beku.perubahan[0]["sesudah"]["sha256"] == dokumen.sha256
    assert berkas.perubahan[0]["sesudah"]["sha256"] == hashlib.sha256(ISI + b"1").hexdigest()
    assert dokumen.utuh


def test_the_same_file_again_stays_one(dokumen, perencana):
    siapa = {"oleh": perencana, "pada": PADA, "nama": "x.pdf"}

    BerkasDokumen.tambah(dokumen, b"tanda tangan", jenis=JenisBerkas.PINDAIAN, **siapa)
    BerkasDokumen.tambah(dokumen, b"tanda tangan", jenis=JenisBerkas.PINDAIAN, **siapa)
    BerkasDokumen.tambah(dokumen, b"cetakan kedua", jenis=JenisBerkas.CETAK, **siapa)

    assert sorted(BerkasDokumen.objects.values_list("jenis", flat=True)) == ["CETAK", "PINDAIAN"]


def test_one_document_per_record_even_around_python(dokumen, dinas, perencana):
    with pytest.raises(IntegrityError), transaction.atomic():
        bekukan(dinas, perencana, asal=1)


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("dokumen_jenis_dikenal", {"jenis": "SURAT"}),
        ("dokumen_kode_baku", {"kode": "il0o"}),
        ("dokumen_bersidik", {"sha256": "0"}),
        ("dokumen_pengganti_bersebab", {"sebab_ganti": "PERUBAHAN"}),
    ],
)
def test_constraints_hold_around_python(dokumen, nama, isi):
    kembar = Dokumen.objects.get()
    lain = {"pk": None, "asal": 2, "kode": "0123456789AB"} | isi
    for medan, nilai in lain.items():
        setattr(kembar, medan, nilai)

    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        Dokumen.objects.bulk_create([kembar])


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("berkas_dokumen_jenis_dikenal", {"jenis": "SURAT"}),
        ("berkas_dokumen_bersidik", {"sha256": "x"}),
        ("berkas_dokumen_berukuran", {"ukuran": 3}),
        ("berkas_dokumen_berukuran", {"ukuran": 0, "isi": b""}),
    ],
)
def test_constraints_of_files_hold_around_python(dokumen, nama, isi):
    kembar = BerkasDokumen.objects.get()
    for medan, nilai in ({"pk": None, "jenis": "TTE", "sha256": "a" * 64} | isi).items():
        setattr(kembar, medan, nilai)

    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        BerkasDokumen.objects.bulk_create([kembar])


def test_untouched_documents_pass(dokumen, capsys):
    call_command("periksa_dokumen")

    assert "1 dokumen dan 1 berkas utuh" in capsys.readouterr().out


@pytest.mark.parametrize(
    "ubahan",
    [
        lambda: Dokumen.objects.update(cuplikan={"jumlah": 9}),
        lambda: BerkasDokumen.objects.update(isi=b"palsu", ukuran=5),
        lambda: BerkasDokumen.objects.update(
            isi=b"palsu", ukuran=5, sha256=hashlib.sha256(b"palsu").hexdigest()
        ),
        lambda: Dokumen.objects.update(
            cuplikan={"a": 1}, sha256=hashlib.sha256(naskah_baku({"a": 1})).hexdigest()
        ),
        lambda: BerkasDokumen.objects.all()._raw_delete("default"),
    ],
)
def test_tampering_with_rows_or_bytes_is_found(dokumen, tanpa_penjaga, ubahan, capsys):
    ubahan()

    with pytest.raises(CommandError, match="masalah ditemukan"):
        periksa()


def test_a_document_that_vanished_is_missed(dokumen, tanpa_penjaga, capsys):
    BerkasDokumen.objects.all()._raw_delete("default")
    Dokumen.objects.all()._raw_delete("default")

    with pytest.raises(CommandError):
        periksa()
    assert "hilang dari basis data" in capsys.readouterr().err


def test_codes_are_read_as_people_write_them():
    kode = kode_dari(bytes(range(8)))

    assert kode_baku(kode_tercetak(kode).lower()) == kode
    assert kode_baku("o1l2-34il-0oAB") == "011234110" + "0AB"
    assert kode_baku("7F3K") == kode_baku("!!!!!!!!!!!!") == ""
    assert len({kode_dari(i.to_bytes(8, "big")) for i in range(500)}) == 500
