"""A shared indicator: parts of each side, their sum as the one realisation, who may type what."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from cascading.aturan.kontribusi import Jumlah, dijumlahkan, jumlahkan, ketikan, nilai_bersama
from cascading.indikator_bersama import indikator_berlaku, indikator_bersama
from cascading.models import Crosscutting, Kontribusi
from kinerja.aturan.angka import baca_target
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bentrok, Pemberitahuan, Pengaturan, Pengukuran, Realisasi, Riwayat
from kinerja.pilihan import CaraKetik
from tests.factories import PADA
from tests.kinerja.test_penjaga import dijaga

TAHUN = 2025


def realisasi(indikator):
    return dict(
        Realisasi.objects.filter(indikator=indikator).values_list("triwulan", "mentah").order_by()
    )


@pytest.mark.parametrize(
    ("agregasi", "satuan", "dihitung", "boleh"),
    [
        ("JUMLAH", "Orang", False, True),
        ("JUMLAH", " Persen", False, False),
        ("JUMLAH", "%", False, False),
        ("AKHIR", "Orang", False, False),
        ("RATA_RATA", "Indeks", False, False),
        ("JUMLAH", "Orang", True, False),
    ],
)
def test_only_counts_that_add_up_are_added(agregasi, satuan, dihitung, boleh):
    assert dijumlahkan(agregasi, satuan, dihitung=dihitung) is boleh


def test_a_sum_is_complete_when_every_side_filled_a_number():
    assert jumlahkan([(True, Decimal(0)), (True, Decimal(5))]) == Jumlah(Decimal(5), 2, 2)
    assert jumlahkan([(True, Decimal(0)), (True, Decimal(5))]).lengkap
    assert not jumlahkan([(False, None), (True, Decimal(5))]).lengkap
    assert not jumlahkan([(True, None), (True, Decimal(5))]).lengkap
    assert jumlahkan([(False, None)]) == Jumlah(None, 0, 1)

    penuh, kurang = Jumlah(Decimal(5), 2, 2), Jumlah(Decimal(5), 1, 2)
    setahun = {1: penuh, 2: penuh, 3: kurang, 4: penuh}
    assert nilai_bersama(setahun, 2, CaraKetik.TRIWULAN) == 5
    assert nilai_bersama(setahun, 2, CaraKetik.KUMULATIF) == 10
    assert nilai_bersama(setahun, 3, CaraKetik.TRIWULAN) is None
    assert nilai_bersama(setahun, 4, CaraKetik.KUMULATIF) is None


@pytest.mark.parametrize(
    ("angka", "teks"), [("1200", "1200"), ("0.5", "0,5"), ("1.234", "1,2340"), ("10.10", "10,1")]
)
def test_a_sum_is_written_as_it_is_read(angka, teks):
    assert ketikan(Decimal(angka)) == teks
    assert baca_target(teks).nilai.angka == Decimal(angka)


def test_the_sum_becomes_the_realisation_once_all_sides_have_filled(
    isi, lintas, indikator, dinas, kesehatan, perencana_lain
):
    isi(lintas, "40", oleh=perencana_lain)
    assert realisasi(indikator) == {}
    isi(None, "0")
    assert realisasi(indikator) == {1: "40"}
    isi(None, "1200")
    assert realisasi(indikator) == {1: "1240"}

    for lembaga in (dinas, kesehatan):
        akhir = Riwayat.objects.filter(perangkat_daerah=lembaga, pohon=None).order_by("nomor")
        kata = [r.kata_kerja for r in akhir]
        assert kata.count("isi kontribusi crosscutting") == (3 if lembaga == dinas else 1)
    assert Riwayat.objects.filter(perangkat_daerah=dinas, kata_kerja="ukur").count() == 2
    assert Pemberitahuan.objects.filter(penerima=perencana_lain).exists()


def test_cumulative_typing_sums_the_quarters_before(isi, lintas, indikator, dinas):
    Pengaturan.objects.update_or_create(pemda=dinas.pemda, defaults={"cara_ketik": "KUMULATIF"})
    for triwulan, (kami, mereka) in enumerate(((1, 2), (3, 4)), start=1):
        isi(None, str(kami), triwulan=triwulan)
        isi(lintas, str(mereka), triwulan=triwulan)

    assert realisasi(indikator) == {1: "3", 2: "10"}
    isi(lintas, "3", triwulan=1)
    assert realisasi(indikator) == {1: "4", 2: "11"}


def test_what_cannot_be_added_is_typed_by_who_leads(isi, lintas, indikator, perencana):
    indikator.pohon.ubah_indikator(indikator, {"agregasi": "AKHIR"}, oleh=perencana, pada=PADA)
    indikator.refresh_from_db()
    isi(None, "10")
    isi(lintas, "20")

    assert realisasi(indikator) == {}
    bersama = indikator_bersama(indikator, TAHUN, PADA.date())
    assert bersama.berbeda == []
    assert [p.realisasi[0] for p in bersama.pihak] == [("Triwulan I", t) for t in ("10", "20")]


def test_a_quarter_that_went_up_takes_no_part_and_no_target(isi, lintas, indikator):
    isi(lintas, "20", apa="TARGET", triwulan=2)
    Pengukuran.objects.create(
        pohon=indikator.pohon,
        tahun=TAHUN,
        triwulan=2,
        status="DIAJUKAN",
        diubah_pada=PADA,
        diajukan_pada=PADA,
    )
    for apa in ("TARGET", "REALISASI"):
        with pytest.raises(AturanDilanggar, match="sudah diajukan"):
            isi(lintas, "5", apa=apa, triwulan=2)
    isi(lintas, "5", apa="TARGET", triwulan=3)

    kontribusi = Kontribusi.objects.filter(triwulan=2)
    dijaga("cascading_kontribusi_terkunci_update", lambda: kontribusi.update(mentah="6", nilai=6))
    dijaga("cascading_kontribusi_terkunci_delete", lambda: kontribusi._raw_delete("default"))
    satu = kontribusi.get()
    satu.pk, satu.apa = None, "REALISASI"
    dijaga("cascading_kontribusi_terkunci_insert", lambda: Kontribusi.objects.bulk_create([satu]))


def test_parts_belong_to_an_agreement_for_the_indicator(
    permintaan, isi, indikator, kotak_lain, perencana, perencana_lain
):
    lintas = permintaan(indikator=indikator)
    with pytest.raises(AturanDilanggar, match="sesudah permintaan disetujui"):
        isi(lintas, "5")
    lintas.setujui(kotak_lain, oleh=perencana_lain, pada=PADA)
    isi(lintas, "5")
    with pytest.raises(AturanDilanggar, match="kosongkan dahulu"):
        lintas.bagi(None, lintas_kotak(lintas), oleh=perencana, pada=PADA)
    satu = Crosscutting.objects.filter(pk=lintas.pk)
    dijaga("cascading_crosscutting_indikator", lambda: satu.update(indikator_uid=None))
    milik = Kontribusi.objects.all()
    dijaga("cascading_kontribusi_tetap", lambda: milik.update(triwulan=2))
    lintas.tarik("Selesai", oleh=perencana, pada=PADA)
    with pytest.raises(AturanDilanggar, match="selama dukungannya berjalan"):
        isi(lintas, "6")

    dijaga("cascading_kontribusi_sepakat_update", lambda: milik.update(mentah="6", nilai=6))
    dijaga("cascading_kontribusi_sepakat_delete", lambda: milik._raw_delete("default"))
    baru = milik.get()
    baru.pk, baru.triwulan = None, 3
    dijaga("cascading_kontribusi_sepakat_insert", lambda: Kontribusi.objects.bulk_create([baru]))
    (sendiri, mereka) = indikator_bersama(indikator, TAHUN, PADA.date()).pihak
    assert (sendiri.berjalan, mereka.berjalan, mereka.realisasi[0][1]) == (True, False, "5")


def lintas_kotak(lintas):
    return indikator_berlaku(lintas.perangkat_daerah, lintas.indikator_uid).simpul


def test_only_an_indicator_of_the_asking_box_is_shared(
    permintaan, indikator, kondisi, perencana, dinas
):
    lain = kondisi[3].pohon.tambah_indikator(kondisi[3], teks="Lain", oleh=perencana, pada=PADA)
    siapa = {"oleh": perencana, "pada": PADA}
    with pytest.raises(AturanDilanggar, match="dari kotak yang meminta"):
        permintaan(indikator=lain)
    lintas = permintaan()
    with pytest.raises(AturanDilanggar, match="dari kotak yang meminta"):
        lintas.bagi(lain, kondisi[3], **siapa)
    lintas.bagi(indikator, kondisi[4], **siapa)
    assert lintas.indikator_uid == indikator.uid
    akhir = Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).latest("nomor")
    assert akhir.kata_kerja == "bagi crosscutting"
    lintas.tarik("Selesai", **siapa)
    with pytest.raises(AturanDilanggar, match="sudah selesai"):
        lintas.bagi(None, kondisi[4], **siapa)


def test_a_cell_changed_meanwhile_and_a_text_are_refused(isi, lintas):
    isi(lintas, "5")
    with pytest.raises(Bentrok):
        isi(lintas, "7", lama="4")
    with pytest.raises(AturanDilanggar) as ditolak:
        isi(lintas, "12,5,3 x 9-")
    assert ditolak.value.temuan[0].letak.medan == "realisasi_1"
    isi(lintas, "")
    assert not Kontribusi.objects.exists()


@pytest.mark.parametrize(
    ("nama", "ubah"),
    [
        ("kontribusi_triwulan_dikenal", {"triwulan": 0}),
        ("kontribusi_apa_dikenal", {"apa": "LAIN"}),
        ("kontribusi_bermentah", {"mentah": ""}),
        ("kontribusi_jenis_dikenal", {"jenis": "X", "nilai": None}),
        ("kontribusi_angka_bernilai", {"nilai": None}),
        ("kontribusi_alasan_berasal", {"alasan": "x"}),
        ("kontribusi_rentang_maju", {"minimum": 2, "maksimum": 1}),
        ("kontribusi_unik", {}),
    ],
)
def test_the_database_refuses_a_part_that_makes_no_sense(isi, lintas, nama, ubah):
    isi(None, "5")
    baru = Kontribusi.objects.get()
    baru.pk = None
    for medan, nilai in ({"triwulan": 2} if ubah else {}).items():
        setattr(baru, medan, nilai)
    for medan, nilai in ubah.items():
        setattr(baru, medan, nilai)

    with pytest.raises(IntegrityError), transaction.atomic():
        Kontribusi.objects.bulk_create([baru])
