"""The action plan of a document: written per box, in the agency's history, undone there."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cascading.batal_tercatat import batalkan_tercatat
from cascading.models import CatatanEvaluasi, RencanaAksi, UraianLkjip
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Riwayat
from kinerja.pilihan import Peran
from tests.factories import PADA, buat_dinas, buat_jalur, buat_pengguna, buat_pohon
from tests.kinerja.ukur_uji import buat_terukur

ISI = {"uraian": "Pendataan", "sub": "Verifikasi", "triwulan_1": "10 orang", "triwulan_2": "",
       "triwulan_3": "", "triwulan_4": "", "penanggung_jawab": "", "urutan": "1"}  # fmt: skip


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def aksi(pohon, jalur, siapa):
    baru = RencanaAksi(perangkat_daerah=pohon.perangkat_daerah, simpul_uid=jalur["PROGRAM"].uid,
                       tahun=2025, uraian="Pendataan")  # fmt: skip
    return baru.daftarkan(**siapa)


def akhir(pohon):
    return Riwayat.objects.filter(
        perangkat_daerah=pohon.perangkat_daerah, pohon=None
    ).latest("nomor")  # fmt: skip


def test_a_planner_writes_changes_and_deletes_an_action(client, pohon, jalur, perencana):
    client.force_login(perencana)
    baru = reverse("rencana-aksi-baru", args=[jalur["PROGRAM"].pk]) + "?tahun=2025"

    jawab = client.post(baru, ISI)

    aksi = RencanaAksi.objects.get()
    assert jawab.url == reverse("rencana-aksi", args=[pohon.pk]) + "?tahun=2025"
    assert (aksi.simpul_uid, aksi.triwulan) == (jalur["PROGRAM"].uid, ("10 orang", "", "", ""))
    assert "Rencana aksi “Pendataan” ditambahkan" in akhir(pohon).ringkasan
    ubah = reverse("rencana-aksi-ubah", args=[aksi.pk])
    client.post(ubah, ISI | {"uraian": "Penyaluran", "initial-uraian": "Pendataan"})
    assert RencanaAksi.objects.get().uraian == "Penyaluran"
    basi = client.post(ubah, ISI | {"uraian": "Lain", "initial-uraian": "Pendataan"})
    assert basi.status_code == 409
    client.post(reverse("rencana-aksi-penghapusan", args=[aksi.pk]))
    assert not RencanaAksi.objects.exists()


def test_the_last_change_is_undone_from_the_page_and_undoing_that_is_redo(
    client, pohon, aksi, perencana, siapa
):
    aksi.hapus(**siapa)
    client.force_login(perencana)
    halaman = reverse("rencana-aksi", args=[pohon.pk])
    alamat = reverse("rencana-aksi-pembatalan", args=[pohon.pk])

    assert f'value="{akhir(pohon).nomor}"' in client.get(halaman, {"tahun": 2025}).text
    client.post(alamat, {"nomor": akhir(pohon).nomor})

    assert RencanaAksi.objects.get().uraian == "Pendataan"
    client.post(alamat, {"nomor": akhir(pohon).nomor})
    assert not RencanaAksi.objects.exists()
    assert client.post(alamat, {"nomor": "999"}).status_code == 404


def test_a_change_is_undone_only_while_it_stands(aksi, pohon, siapa):
    aksi.ubah({"uraian": "Kedua"}, **siapa)
    kedua = akhir(pohon)
    aksi.ubah({"uraian": "Ketiga"}, **siapa)

    with pytest.raises(AturanDilanggar, match="perubahan lain"):
        batalkan_tercatat(RencanaAksi, kedua, **siapa)
    batalkan_tercatat(RencanaAksi, akhir(pohon), **siapa)
    aksi.refresh_from_db()
    assert aksi.uraian == "Kedua"


def test_an_empty_action_is_refused_with_its_reason(client, jalur, perencana):
    client.force_login(perencana)

    jawab = client.post(reverse("rencana-aksi-baru", args=[jalur["PROGRAM"].pk]), {"uraian": ""})

    assert jawab.status_code == 422
    assert "Isi dulu bagian ini." in jawab.text


def test_who_may_write_and_who_may_look(client, pohon, jalur, aksi, dinas, perencana_lain):
    baru = reverse("rencana-aksi-baru", args=[jalur["PROGRAM"].pk])
    halaman = reverse("rencana-aksi", args=[pohon.pk])
    assert client.get(baru).status_code == 302
    client.force_login(buat_pengguna("inspektur", Peran.INSPEKTORAT, di=dinas.pemda))
    assert client.get(baru).status_code == 403
    teks = client.get(halaman, {"tahun": 2025}).text
    assert "Pendataan" in teks
    assert "Tambah rencana aksi" not in teks
    client.force_login(perencana_lain)
    for alamat in (baru, halaman, reverse("rencana-aksi-ubah", args=[aksi.pk])):
        assert client.get(alamat).status_code == 404


def test_the_page_says_which_targets_do_not_agree_at_any_size(
    client, pohon, jalur, perencana, siapa, django_assert_max_num_queries
):
    buat_terukur(pohon, jalur, perencana, target=("25", "25", "25", "20"))
    for ke in range(6):
        pohon.tambah(induk=jalur["KEGIATAN"], jenjang="SUB_KEGIATAN", nama=f"Sub {ke}", **siapa)
    client.force_login(perencana)

    with django_assert_max_num_queries(32):
        teks = client.get(reverse("rencana-aksi", args=[pohon.pk]), {"tahun": 2025}).text

    assert "1 indikator: target triwulannya tidak sesuai target setahun" in teks
    assert "95, target setahun 100" in teks


def dijaga(nama, perbuatan):
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        perbuatan()


def test_rows_stay_where_they_were_written(aksi, pohon, dinas, perencana, siapa):
    lain = buat_dinas(dinas.pemda, "Dinas Lain", "9.9")
    asing = buat_jalur(buat_pohon(lain, perencana), perencana)["PROGRAM"].uid
    semua = RencanaAksi.objects.all()
    milik = {"perangkat_daerah": dinas, "tahun": 2025}
    catatan = CatatanEvaluasi(**milik, triwulan=1).daftarkan(**siapa)
    UraianLkjip(**milik, bagian="PENYEBAB", teks="x").daftarkan(**siapa)

    dijaga("cascading_rencanaaksi_tetap", lambda: semua.update(tahun=2026))
    dijaga("cascading_catatanevaluasi_tetap", lambda: CatatanEvaluasi.objects.update(triwulan=2))
    dijaga("cascading_uraianlkjip_tetap", lambda: UraianLkjip.objects.update(tahun=2026))
    dijaga("rencana_aksi_beruraian", lambda: semua.update(uraian=""))
    dijaga("rencana_aksi_muat", lambda: semua.update(sub="x" * 2001))
    dijaga("catatan_evaluasi_muat",
           lambda: CatatanEvaluasi.objects.update(faktor_pendorong="x" * 2001))  # fmt: skip
    dijaga("uraian_lkjip_muat", lambda: UraianLkjip.objects.update(teks="x" * 20_001))
    tanpa = CatatanEvaluasi(**milik, triwulan=5)
    dijaga("catatan_evaluasi_triwulan_dikenal",
           lambda: CatatanEvaluasi.objects.bulk_create([tanpa]))  # fmt: skip
    salah = UraianLkjip(**milik, bagian="LAIN")
    dijaga("uraian_lkjip_bagian_dikenal", lambda: UraianLkjip.objects.bulk_create([salah]))
    aksi.pk = None
    aksi.simpul_uid = asing
    dijaga("cascading_rencanaaksi_serumah", lambda: semua.bulk_create([aksi]))
    catatan.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        CatatanEvaluasi.objects.bulk_create([catatan])
