"""Steps of a note, of a crosscutting and of its parts, taken at the same moment."""

import pytest
from django.db import connection

from cascading.alur_lintas import isi_kontribusi
from cascading.alur_lintas import langkahkan as langkahkan_lintas
from cascading.models import BentukPerjanjian, Crosscutting, Kontribusi, SelKontribusi
from kinerja.models import Bentrok, Indikator, Riwayat
from kinerja.pilihan import JenisPohon, Jenjang, PeranKondisi
from laporan.evaluasi.alur_catatan import langkahkan, tulis
from laporan.models import Catatan, Tanggapan
from tests.factories import PADA, buat_dinas, buat_pengguna, buat_pohon
from tests.laporan.test_serentak_lke import BANYAK, bersama


@pytest.fixture
def kantor(transactional_db):
    dinas = buat_dinas()
    lain = buat_dinas(dinas.pemda, "Dinas Kesehatan", "1.02")
    return (
        dinas,
        lain,
        buat_pengguna("perencana", "PERENCANA", di=dinas),
        buat_pengguna("perencana-lain", "PERENCANA", di=lain),
        buat_pengguna("evaluator", "INSPEKTORAT", di=dinas.pemda),
    )


def aman(kerja):
    """Bentrok as a word beside the codes of the rules."""

    def satu(ke):
        try:
            return kerja(ke)
        except Bentrok:
            return "BENTROK"

    return satu


def test_one_answer_of_many_at_once_counts(kantor):
    dinas, _, perencana, _, evaluator = kantor
    pohon = buat_pohon(dinas, perencana)
    catatan = tulis(pohon, isi="Lengkapi", tahun=2025, oleh=evaluator, pada=PADA)

    def jawab(ke):
        satu = Catatan.objects.get(pk=catatan.pk)
        langkahkan(satu, "JAWAB", versi=1, teks=f"Jawaban {ke}", oleh=perencana, pada=PADA)
        return "JADI"

    hasil = bersama(aman(jawab))

    assert hasil.count("JADI") == 1
    assert set(hasil) <= {"JADI", "BENTROK", "STATUS_LAIN"}
    assert Tanggapan.objects.filter(catatan=catatan).count() == 1
    nomor = list(Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).values_list("nomor"))
    assert len(set(nomor)) == len(nomor)


def kondisi(dinas, perencana):
    pohon = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    isi = {"jenjang": Jenjang.KONDISI, "oleh": perencana, "pada": PADA}
    atas = pohon.tambah(induk=pohon.akar(), peran=PeranKondisi.OUTCOME, kinerja="Aman", **isi)
    return pohon.tambah(induk=atas, peran=PeranKondisi.CSF, kinerja="Terlayani", **isi)


def test_a_request_is_taken_back_or_agreed_never_both(kantor):
    dinas, lain, perencana, perencana_lain, _ = kantor
    kotak = kondisi(dinas, perencana)
    pohon = buat_pohon(lain, perencana_lain)
    jawaban = pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, kinerja="Sehat",
                           oleh=perencana_lain, pada=PADA)  # fmt: skip
    lintas = Crosscutting.minta(kotak, diminta=lain, isi="Periksa", oleh=perencana, pada=PADA)

    def langkah(ke):
        satu = Crosscutting.objects.get(pk=lintas.pk)
        if ke % 2:
            isi = {"jawaban": jawaban, "oleh": perencana_lain}
            langkahkan_lintas(satu, "setujui", dilihat=lintas.status, pada=PADA, **isi)
        else:
            isi = {"alasan": "Batal", "oleh": perencana}
            langkahkan_lintas(satu, "tarik", dilihat=lintas.status, pada=PADA, **isi)
        return "JADI"

    hasil = bersama(aman(langkah))

    assert hasil.count("JADI") == 1, hasil
    assert hasil.count("BENTROK") == BANYAK - 1, hasil


def test_both_sides_fill_at_once_and_the_sum_is_whole(kantor):
    dinas, lain, perencana, perencana_lain, _ = kantor
    kotak = kondisi(dinas, perencana)
    indikator = kotak.pohon.tambah_indikator(
        kotak, teks="Lansia", satuan="Orang", agregasi="JUMLAH", frekuensi="TRIWULANAN",
        oleh=perencana, pada=PADA,
    )  # fmt: skip
    pohon = buat_pohon(lain, perencana_lain)
    jawaban = pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, kinerja="Sehat",
                           oleh=perencana_lain, pada=PADA)  # fmt: skip
    lintas = Crosscutting.minta(kotak, diminta=lain, isi="Periksa", indikator=indikator,
                                oleh=perencana, pada=PADA)  # fmt: skip
    lintas.setujui(jawaban, oleh=perencana_lain, pada=PADA)

    def isi(ke):
        pihak, oleh = (lintas, perencana_lain) if ke % 2 else (None, perencana)
        satu = Indikator.objects.select_related("pohon__perangkat_daerah").get(pk=indikator.pk)
        sel = [SelKontribusi("REALISASI", 1, "20" if ke % 2 else "10", None)]
        isi_kontribusi(satu, pihak, sel, tahun=2025, oleh=oleh, pada=PADA)
        return "JADI"

    assert bersama(aman(isi)) == ["JADI"] * BANYAK
    assert Kontribusi.objects.count() == 2
    assert indikator.realisasi.get(triwulan=1).nilai == 30


def test_own_forms_are_copied_once(kantor):
    dinas, *_ = kantor
    admin = buat_pengguna("admin", "ADMIN_PEMDA", di=dinas.pemda)
    sekali = len(BentukPerjanjian.milik(dinas.pemda))

    def susun(_ke):
        BentukPerjanjian.mulai_sendiri(dinas.pemda, oleh=admin, pada=PADA)
        return connection.vendor

    assert len(bersama(aman(susun))) == BANYAK
    assert BentukPerjanjian.objects.filter(pemda=dinas.pemda).count() == sekali
