"""The inbox of a head: many at once, exceptions first, who may, what it costs; files."""

import gzip

from django.urls import reverse
from django.utils import timezone

from cascading.isi_perjanjian import BarisIndikator, BarisSasaran, IsiPerjanjian
from cascading.models import PerjanjianKinerja
from cascading.pembuatan_perjanjian import buat_perjanjian
from kinerja.aturan.pita import PITA_BAWAAN
from kinerja.models import Jabatan
from kinerja.models.rencana_ukur import SelUkur
from kinerja.pilihan import Peran
from laporan.banding_capaian import capaian_akhir, kalimat_capaian
from laporan.banding_tahun import bandingkan_isi
from laporan.models import Dokumen
from laporan.naskah_perjanjian import siap_cetak
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA, buat_pengguna
from tests.laporan.perjanjian_uji import akun, buka, diajukan, disahkan, ke, kirim, lengkap, status


def test_many_are_agreed_after_a_look_at_each(client, kantor, kadis, perencana):
    a, b = (diajukan(kantor, k, perencana) for k in ("kabid_a", "kabid_b"))
    client.force_login(kadis)
    banyak = reverse("perjanjian-persetujuan-banyak")
    buka(client, a)

    client.post(banyak, {"perjanjian": [a.pk, b.pk]})
    assert (status(a), status(b)) == ("DISETUJUI", "DIAJUKAN")

    buka(client, b)
    kantor.pohon.isi_pagu(kantor.simpul["Pelatihan"], "1.000", tahun=TAHUN, sumber_dana="DAU",
                          oleh=perencana, pada=PADA)  # fmt: skip
    client.post(banyak, {"perjanjian": [b.pk]})
    assert status(b) == "DIAJUKAN"
    buka(client, b)
    client.post(banyak, {"perjanjian": [b.pk]})
    assert status(b) == "DISETUJUI"


def test_exceptions_stand_first_in_the_inbox(client, kantor, kadis, perencana):
    a, b = (diajukan(kantor, k, perencana) for k in ("kabid_a", "kabid_b"))
    kantor.pohon.isi_pagu(kantor.simpul["Pelatihan"], "1.000", tahun=TAHUN, sumber_dana="DAU",
                          oleh=perencana, pada=PADA)  # fmt: skip
    client.force_login(kadis)

    daftar = client.get(reverse("perjanjian-saya")).context["daftar"]

    assert [m.perjanjian.pk for m, _ in daftar] == [b.pk, a.pk]
    assert daftar[0][0].catatan == ["Isinya berubah sesudah diajukan."]


def test_differences_from_last_year_are_said(kantor, kadis, perencana, client):
    disahkan(diajukan(kantor, "kabid_a", perencana), kadis)
    siapa = {"oleh": perencana, "pada": PADA}
    kantor.pohon.isi_target(
        kantor.simpul["Program"].indikator.get(), "91", tahun=TAHUN + 1, **siapa
    )
    kantor.pohon.isi_target(
        kantor.simpul["Kegiatan A"].indikator.get(), "91", tahun=TAHUN + 1, **siapa
    )
    baru = lengkap(buat_perjanjian(kantor.jabatan["kabid_a"], TAHUN + 1, **siapa))
    client.force_login(perencana)
    kirim(client, baru, "pengajuan")
    client.force_login(kadis)

    ((m, _),) = client.get(reverse("perjanjian-saya")).context["daftar"]

    assert m.catatan == ["Anggaran turun 100 % dari Rp 350.000.000."]


def ukur(kantor, perencana, nama, nilai, tahun=TAHUN):
    uid = kantor.simpul[nama].indikator.get().uid
    kantor.pohon.refresh_from_db()
    kantor.pohon.ukur([SelUkur(str(uid), "realisasi", nilai, "")], tahun=tahun, triwulan=4,
                      oleh=perencana, pada=PADA)  # fmt: skip


def test_far_from_the_target_stands_first_with_its_numbers(client, kantor, kadis, perencana):
    a, b = (diajukan(kantor, k, perencana) for k in ("kabid_a", "kabid_b"))
    ukur(kantor, perencana, "Kegiatan A", "9,05")
    ukur(kantor, perencana, "Program", "88")
    client.force_login(kadis)

    pertama, kedua = (m for m, _ in client.get(reverse("perjanjian-saya")).context["daftar"])

    assert (pertama.perjanjian.pk, kedua.perjanjian.pk) == (a.pk, b.pk)
    assert pertama.catatan == [
        "“Persentase kegiatan a tercapai” jauh dari target: capaian 10% pada Triwulan IV 2025 "
        "(9,05 / 90,5 × 100% = 10%)."
    ]
    assert kedua.catatan == []


def test_the_last_measured_year_counts(kantor, perencana):
    indikator = kantor.simpul["Program"].indikator.get()
    siapa = {"oleh": perencana, "pada": PADA}
    kantor.pohon.isi_target(indikator, "100", tahun=TAHUN + 1, **siapa)
    ukur(kantor, perencana, "Program", "9,05")
    ukur(kantor, perencana, "Program", "100", TAHUN + 1)
    isi = siap_cetak(diajukan(kantor, "kabid_b", perencana), PADA.date()).isi
    uid = str(indikator.uid)

    akhir = capaian_akhir([isi], TAHUN + 1)

    assert (akhir[uid].tahun, akhir[uid].capaian) == (TAHUN + 1, 100)
    assert capaian_akhir([isi], TAHUN)[uid].capaian == 10
    assert kalimat_capaian(isi, akhir, PITA_BAWAAN) == []
    assert capaian_akhir([isi], TAHUN - 1) == {}


def test_approval_belongs_to_who_holds_the_position_that_day(client, kantor, kadis, perencana):
    p = diajukan(kantor, "kabid_a", perencana)
    hari = timezone.localdate()
    lain = akun(kantor, "kabid_b")
    kantor.jabatan["kadis"].pejabat.create(
        pegawai=lain.pegawai, jenis="PLH", mulai=hari, selesai=hari
    )

    client.force_login(kadis)
    assert kirim(client, p, "persetujuan").status_code == 403
    client.force_login(lain)
    assert kirim(client, p, "persetujuan").status_code == 302
    assert Dokumen.objects.get().cuplikan["kedua"]["jabatan"] == "Plh. Kepala Dinas Sosial"


def test_superior_of_another_agency_sees_only_what_is_his(client, kantor, perencana, dinas):
    sekda = Jabatan.objects.create(
        perangkat_daerah=dinas.pemda, nama="Sekda", jenis="JPT_PRATAMA", kepala=False
    )
    Jabatan.objects.filter(pk=kantor.jabatan["kadis"].pk).update(atasan=sekda)
    p = diajukan_dengan(kantor, perencana, sekda)
    akun_sekda = buat_pengguna("sekda", Peran.PEJABAT, di=dinas_lain(dinas))
    akun_sekda.pegawai = sekda.pejabat.get().pegawai
    akun_sekda.save()
    client.force_login(akun_sekda)

    assert client.get(reverse("perjanjian", args=[p.pk])).status_code == 200
    assert client.get(reverse("perjanjian-daftar", args=[dinas.pk])).status_code == 404
    assert kirim(client, p, "persetujuan").status_code == 302


def dinas_lain(dinas):
    from tests.factories import buat_dinas

    return buat_dinas(dinas.pemda, "Sekretariat Daerah", "4.01")


def diajukan_dengan(kantor, perencana, sekda):
    pegawai = kantor.jabatan["bupati"].pejabat.get().pegawai
    sekda.pejabat.create(pegawai=pegawai, jenis="PLT", mulai=PADA.date())
    kantor.jabatan["kadis"].refresh_from_db()
    return diajukan(kantor, "kadis", perencana)


def test_pages_are_light_and_ask_little(client, kantor, kadis, perencana, settings,
                                        django_assert_max_num_queries):  # fmt: skip
    daftar = [diajukan(kantor, k, perencana) for k in ("kabid_a", "kabid_b")]
    client.force_login(kadis)
    buka(client, daftar[0])

    with django_assert_max_num_queries(36):
        halaman = client.get(reverse("perjanjian", args=[daftar[0].pk]))
    with django_assert_max_num_queries(36):
        kotak = client.get(reverse("perjanjian-saya"))

    css = [settings.BASE_DIR / "static/css" / n for n in ("dasar.css", "komponen.css",
           "formulir.css", "gelap.css", "dokumen.css", "perjanjian.css")]  # fmt: skip
    semua = halaman.content + b"".join(b.read_bytes() for b in css)
    assert len(gzip.compress(semua)) < 40_000
    assert len(gzip.compress(kotak.content)) < 10_000


def test_files_are_served_to_those_who_see_the_agreement(client, kantor, kadis, perencana_lain,
                                                         perencana):  # fmt: skip
    p = diajukan(kantor, "kabid_a", perencana)
    client.force_login(perencana)
    konsep = client.get(ke(p, "cetakan"))
    assert b"".join(konsep.streaming_content).startswith(b"%PDF")
    dokumen = disahkan(p, kadis)
    beku = client.get(ke(p, "cetakan"))
    berkas = dokumen.berkas.get()

    assert beku.content == bytes(berkas.isi)
    assert client.get(reverse("berkas-dokumen", args=[berkas.pk])).content == beku.content
    client.force_login(perencana_lain)
    assert client.get(reverse("berkas-dokumen", args=[berkas.pk])).status_code == 404


def test_the_agreement_of_the_head_of_the_pemda_is_prepared_by_bagian_organisasi(
    client, kantor, dinas, perencana
):
    organisasi = buat_pengguna("organisasi", Peran.BAGIAN_ORGANISASI, di=dinas.pemda)
    baru = reverse("perjanjian-baru", args=[kantor.jabatan["bupati"].pk])
    client.force_login(perencana)
    assert client.post(baru, {"tahun": TAHUN}).status_code == 404
    client.force_login(organisasi)
    assert client.post(reverse("perjanjian-pembuatan", args=[dinas.pk])).status_code == 403
    assert client.post(baru, {"tahun": TAHUN}).status_code == 302

    halaman, _ = buka(client, PerjanjianKinerja.objects.get())

    isi = halaman.content.decode()
    assert "800.000.000" in isi
    assert "menyatakan hal-hal berikut" in isi
    assert "PIHAK KEDUA" not in isi


def test_head_sees_the_whole_set_of_the_people(client, kantor, kadis, perencana):
    diajukan(kantor, "kabid_a", perencana)
    client.force_login(kadis)

    baris = client.get(reverse("perjanjian-saya")).context["bawahan"]

    assert [(b.jabatan.nama, b.perjanjian and b.perjanjian.status) for b in baris] == [
        ("Kepala Bidang Pemberdayaan", None),
        ("Kepala Bidang Rehabilitasi", "DIAJUKAN"),
    ]


def test_targets_that_moved_far_are_said():
    def isi(*target):
        indikator = tuple(BarisIndikator(f"u{n}", f"Indikator {n}", t, "%")
                          for n, t in enumerate(target))  # fmt: skip
        return IsiPerjanjian("KEPALA", (BarisSasaran("s", "SASARAN", "S", indikator),), (), 100)

    kini, lalu = isi("90", "50,5", "WTP", "3"), isi("95", "90", "WDP", "")

    assert bandingkan_isi(kini, lalu, 2024) == [
        "Target 1 indikator lebih dari 20 % dari target 2024."
    ]


def test_evaluator_reads_the_history_of_agreements(
    client, kantor, perencana, kadis, dinas, evaluator
):
    disahkan(diajukan(kantor, "kabid_a", perencana), kadis)
    client.force_login(evaluator)

    halaman = client.get(reverse("lembaga-riwayat", args=[dinas.pk])).content.decode()

    assert "disetujui" in halaman
    assert "dibekukan" in halaman
