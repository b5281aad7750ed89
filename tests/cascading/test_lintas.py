"""Crosscutting: verbs, both histories, editions, notices, constraints and guards, marks."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cascading.alur_lintas import langkahkan, minta
from cascading.lintas_dokumen import dengan_kotak
from cascading.models import Crosscutting
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.ikut_terhapus import ikut_terhapus
from kinerja.kaitan import lapisan
from kinerja.models import Bentrok, Pemberitahuan, Riwayat, Simpul, Unit
from kinerja.pilihan import Jenjang, Peran
from tests.factories import PADA, buat_dinas, buat_pemda, buat_pengguna


def _riwayat(lembaga):
    return Riwayat.objects.filter(perangkat_daerah=lembaga, pohon=None).order_by("nomor")


def test_a_request_stands_in_both_histories_and_tells_the_other_side(
    permintaan, dinas, kesehatan, perencana, perencana_lain
):
    kepala = buat_pengguna("kepala_lain", Peran.KEPALA, di=kesehatan)
    permintaan(minta)

    for lembaga in (dinas, kesehatan):
        (akhir,) = _riwayat(lembaga)
        assert akhir.kata_kerja == "minta crosscutting"
        assert "“Tersalurkannya permakanan” diminta" in akhir.ringkasan
    kabar = Pemberitahuan.objects.all()
    assert {k.penerima for k in kabar} == {perencana_lain, kepala}
    assert all("Dinas Sosial kepada Dinas Kesehatan diminta" in k.teks for k in kabar)


def test_accepting_links_a_box_and_tells_the_asking_side(
    permintaan, kotak_lain, perencana, perencana_lain
):
    lintas = permintaan()

    langkahkan(lintas, "setujui", jawaban=kotak_lain, oleh=perencana_lain, pada=PADA)

    lintas.refresh_from_db()
    assert (lintas.status, lintas.jawaban_uid) == ("DISETUJUI", kotak_lain.uid)
    (satu,) = dengan_kotak([lintas])
    assert (satu.kotak.sebutan, satu.jawaban) == ("Tersalurkannya permakanan", kotak_lain)
    (kabar,) = Pemberitahuan.objects.all()
    assert kabar.penerima == perencana
    assert kabar.alamat == reverse("crosscutting", args=[lintas.pk])


def test_accepting_with_a_new_box_is_all_or_nothing(permintaan, kotak_lain, perencana_lain):
    lintas = permintaan()
    isi = {"induk": kotak_lain, "kinerja": "Terlayaninya lansia", "oleh": perencana_lain}

    with pytest.raises(AturanDilanggar):
        lintas.setujui_baru(jenjang=Jenjang.SUB_KEGIATAN, **isi, pada=PADA)
    lintas.refresh_from_db()
    assert lintas.status == "MENUNGGU"
    baru = lintas.setujui_baru(jenjang=Jenjang.SASARAN, **isi, pada=PADA)
    assert (baru.induk_id, lintas.jawaban_uid) == (kotak_lain.pk, baru.uid)
    lain = {"oleh": perencana_lain, "pada": PADA}
    with pytest.raises(AturanDilanggar, match="kini berstatus Disetujui"):
        lintas.setujui_baru(kotak_lain, jenjang=Jenjang.SASARAN, kinerja="Ganda", **lain)
    assert not Simpul.objects.filter(kinerja="Ganda").exists()


def test_refusing_and_ending_need_a_reason(permintaan, kotak_lain, perencana, perencana_lain):
    lintas = permintaan()
    with pytest.raises(AturanDilanggar, match="alasannya"):
        lintas.tolak("  ", oleh=perencana_lain, pada=PADA)
    lintas.tolak("Di luar tugas kami.", oleh=perencana_lain, pada=PADA)
    assert (lintas.status, lintas.alasan) == ("DITOLAK", "Di luar tugas kami.")

    lagi = permintaan()
    lagi.setujui(kotak_lain, oleh=perencana_lain, pada=PADA)
    lagi.tarik("Programnya berakhir.", oleh=perencana, pada=PADA)
    assert (lagi.status, lagi.jawaban_uid) == ("DITARIK", kotak_lain.uid)
    with pytest.raises(AturanDilanggar, match="kini berstatus Ditarik"):
        lagi.tarik("Sekali lagi.", oleh=perencana, pada=PADA)


def test_a_step_from_a_status_that_moved_on_is_a_conflict(permintaan, kotak_lain, perencana_lain):
    lintas = permintaan()
    kembar = Crosscutting.objects.get(pk=lintas.pk)
    lintas.tolak("Tidak sesuai tugas.", oleh=perencana_lain, pada=PADA)

    with pytest.raises(Bentrok):
        kembar.setujui(kotak_lain, dilihat="MENUNGGU", oleh=perencana_lain, pada=PADA)


def test_only_others_of_the_same_pemda_are_asked_and_once_at_a_time(
    permintaan, kondisi, dinas, kesehatan, perencana
):
    asing = buat_dinas(buat_pemda(nama="Kabupaten Lain", kode="63.01"), kode="63.01.1.06")
    bidang = Unit.objects.create(perangkat_daerah=dinas, kode="B1", nama="Bidang Data")
    for diminta, unit, pesan in (
        (asing, None, "pemda yang sama"),
        (dinas, None, "sendiri"),
        (kesehatan, bidang, "pemda yang sama"),
    ):
        with pytest.raises(AturanDilanggar, match=pesan):
            permintaan(diminta=diminta, unit=unit)
    with pytest.raises(AturanDilanggar, match="apa yang diminta"):
        permintaan(isi=" ")
    assert permintaan(diminta=dinas, unit=bidang).kepada == "Bidang Data, Dinas Sosial"
    permintaan()
    with pytest.raises(AturanDilanggar, match="masih berjalan"):
        permintaan()


def test_the_answer_is_a_box_of_the_asked_agency(permintaan, kondisi, perencana_lain):
    with pytest.raises(AturanDilanggar, match="pihak yang diminta"):
        permintaan().setujui(kondisi[0], oleh=perencana_lain, pada=PADA)


def test_both_trees_say_who_contributes_and_a_new_edition_keeps_it(
    permintaan, kondisi, kotak_lain, perencana, perencana_lain
):
    lintas = permintaan()
    sini, sana = kondisi[4].pohon, kotak_lain.pohon

    def tanda(pohon, simpul):
        ada = lapisan(pohon, 2025, "").get(str(simpul.uid))
        return ada.lintas if ada else ()

    assert tanda(sini, kondisi[4]) == ("Didukung Dinas Kesehatan (menunggu jawaban)",)
    assert tanda(sana, kotak_lain) == ()
    lintas.setujui(kotak_lain, oleh=perencana_lain, pada=PADA)
    assert tanda(sini, kondisi[4]) == ("Didukung Dinas Kesehatan (disetujui)",)
    assert tanda(sana, kotak_lain) == ("Mendukung Dinas Sosial (disetujui)",)
    type(sini).objects.filter(pk=sini.pk).update(status="DISETUJUI")
    sini.refresh_from_db()
    baru = sini.buka_perubahan(oleh=perencana, pada=PADA)
    assert tanda(baru, kondisi[4]) == ("Didukung Dinas Kesehatan (disetujui)",)
    assert ikut_terhapus(kotak_lain).kaitan == ("1 crosscutting dengan pihak lain",)
    lintas.tarik("Selesai.", oleh=perencana, pada=PADA)
    assert tanda(sana, kotak_lain) == ()


# --- around Python ---


@pytest.mark.parametrize(
    ("batasan", "isi"),
    [
        ("crosscutting_satu_berjalan", {}),
        ("crosscutting_berisi", {"isi": ""}),
        ("crosscutting_bukan_diri", {"diminta": "dinas"}),
        ("crosscutting_beralasan", {"alasan": "Tanpa sebab"}),
        ("crosscutting_berjawaban", {"jawaban_uid": "00000000-0000-0000-0000-000000000001"}),
        ("crosscutting_siapa_kapan", {"dijawab_pada": PADA}),
    ],
)
def test_the_database_refuses_a_request_that_breaks_a_constraint(
    batasan, isi, permintaan, dinas, kesehatan
):
    asli = permintaan()
    kembar = Crosscutting.objects.get(pk=asli.pk)
    kembar.pk = None
    for medan, nilai in isi.items():
        setattr(kembar, medan, dinas if nilai == "dinas" else nilai)
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        Crosscutting.objects.bulk_create([kembar])
    dikenal = "UNIQUE" if batasan == "crosscutting_satu_berjalan" else batasan
    assert batasan in str(galat.value) or dikenal in str(galat.value)


def test_the_database_knows_only_four_statuses(permintaan, perencana):
    """The guard refuses it first; without it two constraints do, either one first."""
    lintas = permintaan()
    with connection.cursor() as kursor:
        kursor.execute("INSERT INTO penjaga_mati (sebab) VALUES ('uji')")
    salah_satu = "crosscutting_(status_dikenal|berjawaban)"
    with pytest.raises(IntegrityError, match=salah_satu), transaction.atomic():
        Crosscutting.objects.filter(pk=lintas.pk).update(
            status="LAIN", dijawab_oleh=perencana, dijawab_pada=PADA
        )
    with connection.cursor() as kursor:
        kursor.execute("DELETE FROM penjaga_mati")


@pytest.mark.parametrize(
    ("penjaga", "isi"),
    [
        ("cascading_crosscutting_tetap", {"isi": "Lain"}),
        ("cascading_crosscutting_langkah", {"status": "MENUNGGU"}),
        (
            "cascading_crosscutting_jawaban",
            {"jawaban_uid": "00000000-0000-0000-0000-000000000001"},
        ),
    ],
)
def test_guards_keep_an_answered_request(penjaga, isi, permintaan, kotak_lain, perencana_lain):
    lintas = permintaan()
    lintas.setujui(kotak_lain, oleh=perencana_lain, pada=PADA)
    with pytest.raises(IntegrityError, match=penjaga), transaction.atomic():
        Crosscutting.objects.filter(pk=lintas.pk).update(**isi)


def test_a_request_is_never_deleted_and_begins_as_a_question(permintaan, perencana):
    lintas = permintaan()
    with pytest.raises(IntegrityError, match="cascading_crosscutting_hapus"), transaction.atomic():
        Crosscutting.objects.filter(pk=lintas.pk).delete()
    lintas.pk, lintas.status, lintas.alasan = None, "DITOLAK", "Langsung"
    lintas.dijawab_oleh, lintas.dijawab_pada = perencana, PADA
    with pytest.raises(IntegrityError, match="cascading_crosscutting_lahir"), transaction.atomic():
        Crosscutting.objects.bulk_create([lintas])
