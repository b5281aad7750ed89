"""What an agreement holds: rows by assignment, money once, findings before anybody signs."""

from datetime import date

import pytest

from cascading.aturan.bentuk import SYARAT, pilih_bentuk
from cascading.bahan_perjanjian import BacaanLembaga, siapkan
from cascading.isi_perjanjian import BarisIndikator, BarisSasaran, BarisUang, IsiPerjanjian
from cascading.pembuatan_perjanjian import buat_perjanjian
from cascading.susun_perjanjian import dengan_lama
from kinerja.models import Jabatan, Pagu, Tahap
from kinerja.pilihan import JenisJabatan, JenisPerangkatDaerah, JenisUnit
from tests.cascading.perjanjian_uji import JUTA, TAHUN, isi_kantor
from tests.factories import PADA, buat_pohon

HARI = date(2025, 1, 6)


@pytest.fixture
def kantor(pohon, perencana):
    return isi_kantor(pohon, perencana)


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


def isi(kantor, kunci):
    bacaan = BacaanLembaga(kantor.dinas, TAHUN)
    return bacaan.isi(bacaan.daftar_jabatan[kantor.jabatan[kunci].pk])


def kode(hasil):
    return sorted({t.kode for t in hasil.temuan})


def uang(hasil):
    return [(u.nama, u.nilai // JUTA, u.kepala, u.dari and u.dari // JUTA) for u in hasil.uang]


def test_head_promises_sasaran_and_lists_programs(kantor):
    hasil = isi(kantor, "kadis")

    assert [s.sasaran for s in hasil.sasaran] == ["Meningkatnya pelayanan sosial"]
    assert [(i.target, i.satuan) for i in hasil.sasaran[0].indikator] == [("90,5", "%")]
    assert uang(hasil) == [("Program", 800, False, None)]
    assert hasil.uang[0].sumber_dana == ("DAU",)
    assert hasil.jumlah == 800 * JUTA


def test_two_bidang_that_share_a_program_promise_all_of_it_together(kantor):
    a, b = isi(kantor, "kabid_a"), isi(kantor, "kabid_b")

    assert uang(a) == [("Program", 350, True, 800), ("Kegiatan A", 350, False, 750)]
    assert uang(b) == [
        ("Program", 450, True, 800),
        ("Kegiatan A", 400, False, 750),
        ("Kegiatan B", 50, False, None),
    ]
    assert a.jumlah + b.jumlah == isi(kantor, "kadis").jumlah
    assert [s.sasaran for s in a.sasaran] == [
        "Terwujudnya rehabilitasi sosial",
        "Terlaksananya kegiatan a",
    ]


def test_functional_lists_sub_kegiatan_below_kegiatan(kantor):
    hasil = isi(kantor, "jf")

    assert [s.sasaran for s in hasil.sasaran] == ["Alat bantu"]
    assert uang(hasil) == [("Kegiatan A", 250, True, 750), ("Alat bantu", 250, False, None)]


def test_money_without_a_single_owner_is_in_nobodys_agreement_and_said(kantor, siapa):
    pohon, s, j = kantor.pohon, kantor.simpul, kantor.jabatan
    pohon.lepas_tugas(s["Pendampingan"], j["kabid_b"], **siapa)

    a, b = isi(kantor, "kabid_a"), isi(kantor, "kabid_b")

    assert a.jumlah + b.jumlah == 750 * JUTA
    assert "BELUM_TERBAGI" in kode(a)
    assert "BELUM_TERBAGI" in kode(b)
    assert isi(kantor, "kadis").jumlah == 800 * JUTA


def test_missing_indicator_target_and_pagu_are_findings(kantor, siapa):
    pohon, s = kantor.pohon, kantor.simpul
    indikator = s["Sasaran"].indikator.get()
    pohon.isi_target(indikator, "", tahun=TAHUN, **siapa)
    pohon.isi_pagu(s["Permakanan"], "", tahun=TAHUN, sumber_dana="DAU", **siapa)
    pohon.isi_klaim(s["Program"], "900.000.000", tahun=TAHUN, **siapa)
    sub = pohon.tambah(induk=s["Sasaran"], jenjang="PROGRAM", nama="Kosong", **siapa)
    pohon.tugaskan(sub, kantor.jabatan["kabid_b"], **siapa)

    assert kode(isi(kantor, "kadis")) == ["PAGU_BEDA", "PAGU_KOSONG", "TARGET_KOSONG"]
    assert "TANPA_INDIKATOR" in kode(isi(kantor, "kabid_b"))


def test_unreadable_pagu_blocks(kantor):
    Pagu.objects.filter(simpul=kantor.simpul["Alat bantu"]).update(mentah="250 jt", nilai=None)

    hasil = isi(kantor, "jf")

    assert kode(hasil) == ["PAGU_TAK_TERBACA"]
    assert hasil.jumlah == 0


def test_position_without_boxes_is_told_what_to_do(kantor, dinas):
    kosong = Jabatan.objects.create(perangkat_daerah=dinas, nama="Kosong", jenis="PELAKSANA")

    bacaan = BacaanLembaga(dinas, TAHUN)

    assert kode(bacaan.isi(bacaan.daftar_jabatan[kosong.pk])) == ["TANPA_TUGAS"]


def test_support_is_no_promise(kantor, siapa):
    kantor.pohon.tugaskan(kantor.simpul["Pelatihan"], kantor.jabatan["jf"], "PENDUKUNG", **siapa)

    assert [s.sasaran for s in isi(kantor, "jf").sasaran] == ["Alat bantu"]


def test_a_later_stage_changes_numbers_and_an_earlier_one_keeps_them(kantor, dinas, siapa):
    Tahap.buka(dinas, TAHUN, kode="PERUBAHAN", nama="Perubahan", **siapa)
    kantor.pohon.isi_pagu(
        kantor.simpul["Alat bantu"], "300.000.000", tahun=TAHUN, tahap="PERUBAHAN",
        sumber_dana="DAU", **siapa,
    )  # fmt: skip

    murni = BacaanLembaga(dinas, TAHUN, "MURNI")

    assert isi(kantor, "jf").jumlah == 300 * JUTA
    assert murni.isi(murni.daftar_jabatan[kantor.jabatan["jf"].pk]).jumlah == 250 * JUTA


def test_head_of_the_pemda_promises_the_rpjmd_with_the_money_of_all(kantor, dinas, siapa):
    rpjmd = buat_pohon(dinas.pemda, siapa["oleh"], jenis="RPJMD")
    induk = rpjmd.akar()
    for jenjang in ("VISI", "MISI", "TUJUAN", "SASARAN"):
        induk = rpjmd.tambah(induk=induk, jenjang=jenjang, kinerja=jenjang.title(), **siapa)
    bacaan = BacaanLembaga(dinas.pemda, TAHUN)

    hasil = bacaan.isi(bacaan.daftar_jabatan[kantor.jabatan["bupati"].pk])

    assert [s.sasaran for s in hasil.sasaran] == ["Sasaran"]
    assert [(u.nama, u.lembaga) for u in hasil.uang] == [("Program", "Dinas Sosial")]
    assert hasil.jumlah == 800 * JUTA


def test_signatories_follow_the_day_and_have_their_prefix(kantor, siapa):
    jabatan = kantor.jabatan["kadis"]
    jabatan.pejabat.update(jenis="PLT")
    siap = siapkan(buat_perjanjian(jabatan, TAHUN, **siapa), HARI)

    assert siap.pertama.jabatan == "Plt. Kepala Dinas Sosial"
    assert siap.kedua is not None
    assert (siap.kedua.jabatan, siap.kedua.kepala_daerah) == ("Bupati Contoh", True)
    assert [t.kode for t in siap.temuan] == ["DOKUMEN_DRAF"]


def test_vacant_positions_and_missing_date_are_findings(kantor, siapa):
    for kunci in ("kabid_a", "kadis"):
        kantor.jabatan[kunci].pejabat.all().delete()
    perjanjian = buat_perjanjian(kantor.jabatan["kabid_a"], TAHUN, tanggal=None, **siapa)

    kode_galat = {t.kode for t in siapkan(perjanjian, HARI).galat}

    assert kode_galat == {"PIHAK_PERTAMA_KOSONG", "PIHAK_KEDUA_KOSONG", "TANGGAL_KOSONG"}


def test_all_agreements_of_an_agency_are_read_at_once(kantor, siapa, django_assert_max_num_queries):
    semua = [kantor.jabatan[k] for k in ("kadis", "kabid_a", "kabid_b", "jf")]
    perjanjian = [buat_perjanjian(j, TAHUN, **siapa) for j in semua]
    with django_assert_max_num_queries(24):
        bacaan = BacaanLembaga(kantor.dinas, TAHUN)
        daftar = [bacaan.isi(bacaan.daftar_jabatan[p.jabatan_id]) for p in perjanjian]

    assert sum(d.jumlah for d in daftar) // JUTA == 800 + 350 + 450 + 250


@pytest.mark.parametrize(
    ("lembaga", "jabatan", "kepala", "unit", "bentuk"),
    [
        (JenisPerangkatDaerah.PEMDA, JenisJabatan.KEPALA_DAERAH, True, "", "KEPALA_DAERAH"),
        (JenisPerangkatDaerah.DINAS, JenisJabatan.JPT_PRATAMA, True, "", "KEPALA"),
        (JenisPerangkatDaerah.KECAMATAN, JenisJabatan.ADMINISTRATOR, True, "", "KEPALA"),
        (JenisPerangkatDaerah.RSUD, JenisJabatan.ADMINISTRATOR, True, "", "KEPALA"),
        (JenisPerangkatDaerah.SETDA, JenisJabatan.JPT_PRATAMA, False, "", "PIMPINAN"),
        (JenisPerangkatDaerah.SETDA, JenisJabatan.ADMINISTRATOR, False, JenisUnit.BAGIAN, "UNIT"),
        (JenisPerangkatDaerah.DINAS, JenisJabatan.PENGAWAS, False, JenisUnit.UPTD, "UNIT"),
        (JenisPerangkatDaerah.INSPEKTORAT, JenisJabatan.ADMINISTRATOR, False, "", "ADMINISTRATOR"),
        (JenisPerangkatDaerah.INSPEKTORAT, JenisJabatan.FUNGSIONAL, False, "", "PENGAWAS"),
        (JenisPerangkatDaerah.BADAN, JenisJabatan.PELAKSANA, False, "", "PELAKSANA"),
    ],
)
def test_form_follows_agency_position_and_unit(lembaga, jabatan, kepala, unit, bentuk):
    assert pilih_bentuk(lembaga, jabatan, kepala=kepala, unit=unit).kode == bentuk
    assert SYARAT[-1].cocok("", "", "", kepala)


def test_change_stands_beside_what_was_promised():
    def buat(target, nilai, uid="i"):
        indikator = BarisIndikator(uid, "Persentase", target, "%")
        return IsiPerjanjian(
            "KEPALA",
            (BarisSasaran("s", "SASARAN", "Sasaran", (indikator,)),),
            (BarisUang(uid + "u", "1.06", "Program", nilai),),
            nilai,
        )

    sama = dengan_lama(buat("95", 120), buat("90", 100))
    lain = dengan_lama(buat("95", 120, "baru"), buat("90", 100))

    assert (sama.sasaran[0].indikator[0].lama, sama.uang[0].lama, sama.jumlah_lama) == (
        "90", 100, 100,
    )  # fmt: skip
    assert [(i.target, i.lama) for s in lain.sasaran for i in s.indikator] == [
        ("95", ""), ("", "90"),
    ]  # fmt: skip
    assert [(u.nilai, u.lama) for u in lain.uang] == [(120, 0), (0, 100)]


def test_another_holder_on_the_day_is_said(kantor, siapa):
    jabatan = kantor.jabatan["jf"]
    perjanjian = buat_perjanjian(jabatan, TAHUN, **siapa)
    lain = kantor.jabatan["kabid_b"].pejabat.get().pegawai
    jabatan.pejabat.create(pegawai=lain, jenis="PLH", mulai=HARI, selesai=HARI)

    assert "PEJABAT_LAIN" in {t.kode for t in siapkan(perjanjian, HARI).temuan}


def test_many_boxes_without_money_are_one_finding(kantor, siapa):
    for n in range(7):
        kantor.pohon.tambah(
            induk=kantor.simpul["Kegiatan B"], jenjang="SUB_KEGIATAN", nama=f"Sub {n}", **siapa
        )

    temuan = [t for t in isi(kantor, "kadis").temuan if t.kode == "PAGU_KOSONG"]

    assert [t.pesan for t in temuan] == [
        "Pagu 7 kotak, antara lain “Sub 0” belum diisi; dihitung nol."
    ]
