"""The demo data say what the public document says, typing errors included."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import Sum

from kinerja.aturan.pemeriksaan import periksa
from kinerja.aturan.penugasan import Tugas, tanpa_kotak, tanpa_penanggung_jawab
from kinerja.contoh import orang
from kinerja.isi_pohon import baca_isi
from kinerja.models import (
    Indikator,
    Jabatan,
    KlaimPagu,
    Label,
    Nomenklatur,
    Pagu,
    Pegawai,
    Penggantian,
    Pengguna,
    Penugasan,
    PerangkatDaerah,
    Pohon,
    Realisasi,
    RealisasiAnggaran,
    Riwayat,
    Simpul,
    Target,
)
from kinerja.models.hitung_capaian import beda_dari_aturan
from kinerja.penanggung import nama_penanggung
from kinerja.pilihan import JenisPohon, Jenjang, Peran

pytestmark = pytest.mark.django_db


def muat():
    keluaran = StringIO()
    call_command("muat_contoh", stdout=keluaran)
    return keluaran.getvalue()


def test_every_box_but_one_leaf_has_somebody_who_answers():
    muat()
    pohon = dokumen(orang.DINAS)
    kotak = [(str(s.pk), str(s.induk_id)) for s in Simpul.objects.tampak().filter(pohon=pohon)]
    tugas = [Tugas(str(t.simpul_id), t.jabatan_id, t.peran) for t in Penugasan.objects.di(pohon)]
    milik = Jabatan.objects.filter(perangkat_daerah__kode=orang.DINAS)

    daun = [Simpul.objects.get(pk=pk) for pk in tanpa_penanggung_jawab(kotak, tugas)]
    kosong = tanpa_kotak([j.pk for j in milik], tugas)

    assert [s.kode for s in daun] == ["1.06.07.2.01.0002"]
    assert [Jabatan.objects.get(pk=pk).nama for pk in kosong] == ["Arsiparis Ahli Pertama"]
    nama = nama_penanggung(Indikator.objects.filter(pohon=pohon))
    assert list(nama.values()) == [
        ["Pekerja Sosial Ahli Muda (Rehabilitasi Sosial)", "Dinas Sosial (pohon kinerja 2024)"]
    ]
    muat()
    assert Penugasan.objects.di(pohon).count() == len(tugas)


def dokumen(kode, jenis=JenisPohon.CASCADING, judul=""):
    return Pohon.objects.get(perangkat_daerah__kode=kode, jenis=jenis, judul=judul)


@pytest.fixture
def cascading():
    muat()
    return dokumen(orang.DINAS)


@pytest.fixture
def isi(cascading):
    return baca_isi(cascading, tahun=2025)


def _bernomor(isi, jenjang, nomor):
    return next(s for s in isi.simpul if (s.jenjang, s.nomor) == (jenjang, nomor))


def _baris():
    model = (Pengguna, PerangkatDaerah, Pohon, Simpul, Pagu, Target, Riwayat, Nomenklatur)
    return [satu.objects.count() for satu in model]


def test_a_second_run_changes_nothing(cascading):
    sebelum = _baris()

    muat()

    assert _baris() == sebelum


def test_a_second_run_keeps_what_people_changed(cascading):
    perencana = Pengguna.objects.get(username="perencana")
    perencana.set_password("sandi-sendiri-9")
    perencana.save()
    simpul = cascading.simpul.get(nomor="4.1", jenjang=Jenjang.KEGIATAN)
    cascading.ubah(simpul, {"nama": "Nama baru"}, oleh=perencana, pada=cascading.diubah_pada)

    muat()

    perencana.refresh_from_db()
    simpul.refresh_from_db()
    assert perencana.check_password("sandi-sendiri-9")
    assert simpul.nama == "Nama baru"


def test_every_level_has_the_boxes_of_the_document(isi):
    jenjang = [s.jenjang for s in isi.simpul]

    assert {satu: jenjang.count(satu) for satu in jenjang} == {
        Jenjang.TUJUAN: 2,
        Jenjang.SASARAN: 4,
        Jenjang.PROGRAM: 7,
        Jenjang.KEGIATAN: 13,
        Jenjang.SUB_KEGIATAN: 43,
    }


def test_programs_hang_under_the_sasaran_of_the_tree_of_conditions(isi):
    milik = {s.id: s for s in isi.simpul}
    induk = {s.nomor: milik[s.induk].kinerja for s in isi.simpul if s.jenjang == Jenjang.PROGRAM}

    assert induk["6"] == induk["1"] == "Meningkatnya Pelayanan Sosial PPKS"
    assert induk["5"] == induk["4"] != induk["1"]
    assert induk["7"] == "Meningkatnya Akuntabilitas Kinerja Perangkat Daerah"


def test_the_money_is_as_typed(isi):
    assert isi.akar.jumlah.nilai == 6_670_249_993
    assert isi.akar.jumlah.tak_terbaca == 1
    assert _bernomor(isi, Jenjang.SUB_KEGIATAN, "7.4.3").pagu[0].mentah == "13.2918.000"
    assert _bernomor(isi, Jenjang.SUB_KEGIATAN, "7.4.3").pagu[0].nilai is None
    assert _bernomor(isi, Jenjang.SUB_KEGIATAN, "6.1.1").pagu[0].nilai == 23_000_000
    assert _bernomor(isi, Jenjang.KEGIATAN, "5.1").klaim.nilai is None
    assert sum(s.klaim.nilai for s in isi.simpul if s.jenjang == Jenjang.PROGRAM) == 6_312_818_993
    assert KlaimPagu.objects.count() == 20


def test_differing_claims_are_findings(isi):
    milik = {s.uid: s.nomor for s in isi.simpul}
    beda = [milik[t.letak.simpul] for t in periksa(isi) if t.kode == "PAGU_TIDAK_COCOK"]

    assert beda == ["2", "2.1", "4.1", "7", "7.3", "7.4"]


def test_the_moved_row_and_the_three_goals_are_findings(isi):
    pesan = [t.pesan for t in periksa(isi) if t.kode == "VARIAN_SUMBER"]
    tujuan = next(s for s in isi.simpul if s.jenjang == Jenjang.TUJUAN)

    assert any("Kesiapsiagaan Bencana" in satu for satu in pesan)
    assert _bernomor(isi, Jenjang.SUB_KEGIATAN, "1.1.5").nama == "Pelayanan Dukungan Psikososial"
    assert len({tujuan.kinerja, *tujuan.varian}) == 3


def test_the_second_branch_has_seven_indicators_with_five_targets(isi):
    cabang = [s for s in isi.simpul if s.jenjang == Jenjang.TUJUAN][1]
    anak = [s for s in isi.simpul if s.induk == cabang.id]

    assert [len(s.indikator) for s in (cabang, *anak)] == [1, 6]
    assert all(len(i.target) == 5 for s in (cabang, *anak) for i in s.indikator)
    assert cabang.indikator[0].target[2025] == "94,99"


def test_official_codes_point_to_the_nomenklatur(cascading):
    sub = Simpul.objects.get(pohon=cascading, kode="1.06.01.2.06.0003")

    assert sub.nomor == "7.4.3"
    assert sub.nomenklatur.kode == "X.XX.01.2.06.0003"
    assert Simpul.objects.tampak().filter(pohon=cascading, nomenklatur=None).count() == 6
    assert Nomenklatur.objects.values("versi").distinct().count() == 2


def test_the_rpjmd_stands_above(cascading):
    rpjmd = dokumen(orang.PEMDA, JenisPohon.RPJMD)
    tujuan = cascading.simpul.filter(jenjang=Jenjang.TUJUAN)

    assert Indikator.objects.get(pohon=rpjmd).teks == "Pertumbuhan Ekonomi Masyarakat"
    assert {s.mendukung.pohon for s in tujuan} == {rpjmd}


def test_the_practice_agency_is_empty_but_for_its_planner(cascading):
    latihan = PerangkatDaerah.objects.get(nama="Dinas Sosial (latihan)")

    assert not latihan.pohon.exists()
    assert [k.peran for k in latihan.keanggotaan.all()] == [Peran.PERENCANA]


def test_one_login_per_role_is_printed_and_works():
    keluaran = muat()

    assert {akun.peran for akun in orang.AKUN} == set(Peran)
    for pengguna in Pengguna.objects.all():
        assert f"  {pengguna.username} " in keluaran
        assert pengguna.check_password(orang.SANDI)
        assert not pengguna.wajib_ganti_sandi


def test_people_carry_their_job_title_instead_of_a_name(cascading):
    jabatan = {kursi.nama for kursi in orang.KURSI if not kursi.plt}

    assert set(Pegawai.objects.values_list("nama", flat=True)) == jabatan
    assert not Pegawai.objects.exclude(nip="").exists()


def test_the_documents_hold_what_was_counted_in_their_sources():
    muat()

    keluaran = StringIO()
    call_command("daftar_pohon", "--json", stdout=keluaran)
    jumlah = {
        (d["perangkat_daerah"]["kode"], d["jenis"], d["judul"]): d["jumlah"]
        for d in json.loads(keluaran.getvalue())
    }

    dinas = orang.DINAS_PANDEGLANG
    assert jumlah[orang.PANDEGLANG, "RPJMD", ""] == {
        "visi": 1, "misi": 2, "tujuan": 2, "sasaran": 2
    }  # fmt: skip
    assert jumlah[dinas, "CASCADING", "Belanja Dasar"] == {
        "misi": 1, "tujuan": 1, "sasaran": 1, "program": 2, "kegiatan": 21, "sub_kegiatan": 21
    }  # fmt: skip
    assert jumlah[dinas, "CASCADING", "Belanja Wajib"] == {
        "tujuan": 2, "sasaran": 2, "program": 4, "kegiatan": 17, "sub_kegiatan": 21
    }  # fmt: skip
    assert jumlah[orang.LAMA, "CASCADING", ""] == {
        "tujuan": 1, "sasaran": 1, "program": 7, "kegiatan": 22
    }  # fmt: skip


def test_pandeglang_supports_its_rpjmd_and_names_its_unggulan():
    muat()

    wajib = dokumen(orang.DINAS_PANDEGLANG, judul="Belanja Wajib")
    tujuan = wajib.simpul.filter(jenjang=Jenjang.TUJUAN)
    assert {s.mendukung.pohon for s in tujuan} == {dokumen(orang.PANDEGLANG, JenisPohon.RPJMD)}
    label = Label.objects.filter(perangkat_daerah=wajib.perangkat_daerah)
    assert set(label.values_list("jenis", flat=True)) == {"Program Unggulan Bupati"}
    assert label.count() == 4


def test_the_main_indicators_of_pandeglang_have_targets_to_2030():
    muat()
    muat()

    iku = Indikator.objects.filter(pohon__perangkat_daerah__kode=orang.DINAS_PANDEGLANG, utama=True)
    letak = {
        i.teks.split()[0]: (i.simpul.jenjang, i.simpul.pohon.judul, i.target.count())
        for i in iku.select_related("simpul__pohon")
    }
    assert letak == {
        "Indeks": ("TUJUAN", "Belanja Wajib", 6), "Persentase": ("SASARAN", "Belanja Wajib", 6),
        "Presentase": ("SASARAN", "Belanja Wajib", 6), "NILAI": ("PROGRAM", "Belanja Dasar", 6),
    }  # fmt: skip
    pmks = iku.get(teks="Presentase PMKS yang tertangani")
    assert pmks.baseline.get(tahun=2024).mentah == "36,45"
    assert pmks.target.get(tahun=2030).mentah == "42,45"


def test_four_programs_of_2019_gave_way_to_three():
    muat()

    lama = dokumen(orang.LAMA)
    ganti = Penggantian.objects.filter(lama__pohon=lama)
    assert len({g.lama_id for g in ganti}) == 4
    assert len({g.pengganti_id for g in ganti}) == 3
    kegiatan = Indikator.objects.filter(pohon=lama, simpul__jenjang=Jenjang.KEGIATAN)
    assert kegiatan.count() == 25


def test_three_quarters_are_measured_with_figures_that_say_they_are_for_practice(cascading):
    daftar = Realisasi.objects.filter(indikator__pohon=cascading, triwulan__lt=4)

    assert daftar.count() == 36
    assert set(daftar.values_list("hambatan", flat=True)) == {"Angka latihan, bukan angka resmi."}
    assert {n for (n,) in daftar.values_list("triwulan")} == {1, 2, 3}
    tahunan = Realisasi.objects.filter(indikator__pohon=cascading, triwulan=4)
    assert {n for (n,) in tahunan.values_list("tahun")} == {2024, 2025}
    assert all("Angka latihan" in r.hambatan for r in tahunan)
    status = cascading.pengukuran.order_by("triwulan").values_list("status", flat=True)
    assert list(status) == ["DIVERIFIKASI", "DIAJUKAN"]
    assert beda_dari_aturan(cascading) == []
    pagu = Pagu.objects.filter(simpul__pohon=cascading, tahun=2025, nilai__gt=0)
    uang = RealisasiAnggaran.objects.filter(simpul__pohon=cascading, tahun=2025)
    assert uang.count() == 4 * pagu.count() == 4 * 42
    belanja = dict(uang.values_list("simpul").annotate(Sum("nilai")))
    assert all(0.9 < belanja[p.simpul_id] / p.nilai < 1 for p in pagu)
