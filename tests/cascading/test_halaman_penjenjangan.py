"""The pages of a penjenjangan: the path, items, words, matrix, ladder; who may; stale forms."""

from django.urls import reverse

from cascading.models import ButirPenjenjangan, KataPenjenjangan, Penjenjangan
from cascading.pilihan import TahapPenjenjangan
from kinerja.models import Pagu, Riwayat
from kinerja.pilihan import Jenjang, Peran
from tests.cascading.penjenjangan_uji import alamat, isi
from tests.factories import PADA, buat_pengguna, buat_periode, buat_pohon


def test_a_planner_finds_the_path_from_the_documents(sebagai, penjenjangan, kondisi, jalur):
    assert alamat("daftar") in sebagai.get(reverse("pohon-daftar")).content.decode()
    for pohon in (kondisi[0].pohon, jalur["TUJUAN"].pohon):
        menu = sebagai.get(reverse("pohon", args=[pohon.pk])).content.decode()
        assert f"{alamat('daftar')}?pohon={pohon.pk}" in menu
    daftar = sebagai.get(alamat("daftar"), {"pohon": kondisi[0].pohon_id}).content.decode()
    assert alamat("", penjenjangan.pk) in daftar
    lembaga = penjenjangan.perangkat_daerah_id
    dasbor = sebagai.get(reverse("dasbor-lembaga", args=[lembaga])).content.decode()
    assert f"{alamat('daftar')}?lembaga={lembaga}" in dasbor
    milik = sebagai.get(alamat("daftar"), {"lembaga": lembaga}).content.decode()
    assert alamat("", penjenjangan.pk) in milik
    lain = sebagai.get(alamat("daftar"), {"pohon": "999"}).content.decode()
    assert alamat("", penjenjangan.pk) not in lain


def test_the_path_tells_in_which_stage_the_submission_is_held_back(
    sebagai, penjenjangan, jalur, isi_pagu
):
    isi_pagu()
    assert "harus diperbaiki</span>" not in isi(sebagai, "", penjenjangan.pk)

    Pagu.objects.filter(simpul=jalur["SUB_KEGIATAN"]).update(mentah="13.2918.000", nilai=None)

    ringkas = isi(sebagai, "", penjenjangan.pk)
    assert ringkas.count("1 harus diperbaiki") == 1
    tahap = ringkas.split("1 harus diperbaiki")[0].rsplit("<h3>", 1)[1]
    assert alamat("tahap", penjenjangan.pk, "5.3") in tahap
    assert "selesai" not in ringkas.split("1 harus diperbaiki")[1].split("</li>", 1)[0]


def test_every_stage_says_what_is_open_and_where_to_go_next(sebagai, penjenjangan, kondisi):
    ringkas = isi(sebagai, "", penjenjangan.pk)
    assert "selesai" in ringkas
    assert "hal perlu dilihat" in ringkas

    urut = TahapPenjenjangan.values
    for ke, tahap in enumerate(urut):
        halaman = isi(sebagai, "tahap", penjenjangan.pk, tahap)
        assert 'aria-current="page"' in halaman
        if ke + 1 < len(urut):
            lanjut = alamat("tahap", penjenjangan.pk, urut[ke + 1])
            assert f'tombol--utama" href="{lanjut}"' in halaman
    assert reverse("simpul-peran", args=[kondisi[5].pk]) in isi(
        sebagai, "tahap", penjenjangan.pk, "3"
    )
    assert sebagai.get(alamat("tahap", penjenjangan.pk, "9")).status_code == 404


def test_conditions_and_components_stand_in_their_stages(sebagai, penjenjangan, kondisi, jalur):
    assert "Rehabilitasi sosial" in isi(sebagai, "tahap", penjenjangan.pk, "1")
    assert kondisi[1].kinerja in isi(sebagai, "tahap", penjenjangan.pk, "2")
    tiga = isi(sebagai, "tahap", penjenjangan.pk, "3")
    assert "Faktor Penyebab/Pembentuk (CSF 1)" in tiga
    assert f"Kondisi Antara ({kondisi[2].kinerja})" in tiga
    assert kondisi[4].kinerja in isi(sebagai, "tahap", penjenjangan.pk, "4")
    for jenjang, tahap in (("PROGRAM", "5.2"), ("SUB_KEGIATAN", "5.3"), ("PROGRAM", "matriks")):
        assert jalur[jenjang].nama in isi(sebagai, "tahap", penjenjangan.pk, tahap)


def test_a_new_document_takes_two_trees_of_one_agency_and_periode(
    sebagai, dinas, kondisi, jalur, perencana
):
    cascading = jalur["TUJUAN"].pohon
    lain = buat_pohon(dinas, perencana, periode=buat_periode(2030, 2034))
    kirim = {"pohon_kinerja": kondisi[0].pohon_id, "cascading": lain.pk, "tahun": "2025"}

    tolak = sebagai.post(alamat("baru"), kirim)
    assert tolak.status_code == 422
    assert "periode yang sama" in tolak.content.decode()
    jawab = sebagai.post(alamat("baru"), kirim | {"cascading": cascading.pk}, follow=True)
    assert "Penjenjangan dibuat" in jawab.content.decode()
    baru = Penjenjangan.objects.get()
    assert (baru.perangkat_daerah, baru.tahun, baru.cascading) == (dinas, 2025, cascading)
    assert sebagai.post(alamat("baru"), kirim | {"cascading": cascading.pk}).status_code == 422


def test_items_are_written_moved_taken_away_and_brought_back(sebagai, penjenjangan, butir):
    satu = alamat("tahap", penjenjangan.pk, "1")
    tambah = alamat("butir-baru", penjenjangan.pk, "ISU")
    assert sebagai.post(tambah, {"teks": ""}).status_code == 422
    jawab = sebagai.post(tambah, {"teks": "Isu", "subbutir": "a satu\r\n\r\nb dua"})
    assert jawab.url == satu
    baru = ButirPenjenjangan.objects.get(kolom="ISU")
    assert (baru.teks, baru.subbutir) == ("Isu", ["a satu", "b dua"])

    sebagai.post(alamat("butir-letak", butir.pk), {"arah": "naik"})
    assert [b.teks for b in penjenjangan.butir.filter(kolom="MANDAT").order_by("urutan")] == [
        "Data", "Rehabilitasi sosial",
    ]  # fmt: skip
    ujung = sebagai.post(alamat("butir-letak", butir.pk), {"arah": "naik"}, follow=True)
    assert "paling ujung" in ujung.content.decode()
    assert sebagai.post(alamat("butir-letak", butir.pk), {"arah": "kiri"}).status_code == 404

    sebagai.post(alamat("butir-penghapusan", butir.pk))
    hapus = Riwayat.objects.filter(kata_kerja="hapus butirpenjenjangan").get()
    assert f'name="nomor" value="{hapus.nomor}"' in isi(sebagai, "", penjenjangan.pk)
    batal = alamat("pembatalan", penjenjangan.pk)
    sebagai.post(batal, {"nomor": hapus.nomor})
    assert penjenjangan.butir.filter(teks="Data").exists()
    dua_kali = sebagai.post(batal, {"nomor": hapus.nomor}, follow=True)
    assert "sudah dibatalkan" in dua_kali.content.decode()
    assert sebagai.post(batal, {"nomor": "x"}).status_code == 404


def test_a_stale_item_form_shows_both_texts(sebagai, penjenjangan, butir, perencana):
    butir.ubah({"teks": "Data terpadu"}, oleh=perencana, pada=PADA)

    kirim = {"teks": "Data baru", "initial-teks": "Data", "subbutir": "", "initial-subbutir": ""}
    jawab = sebagai.post(alamat("butir", butir.pk), kirim)

    assert jawab.status_code == 409
    assert "Data terpadu" in jawab.content.decode()
    butir.refresh_from_db()
    assert butir.teks == "Data terpadu"


def test_words_of_the_pemda_and_of_the_document(client, sebagai, dinas, penjenjangan, perencana):
    admin = buat_pengguna("admin", Peran.ADMIN_PEMDA, di=dinas.pemda)
    client.force_login(admin)
    pengaturan = reverse("kata-penjenjangan")
    assert pengaturan in client.get(reverse("pengaturan")).content.decode()
    client.post(pengaturan, {"TAHAP_2": "Faktor kunci", "initial-TAHAP_2": ""})
    assert KataPenjenjangan.milik(dinas.pemda) == {"TAHAP_2": "Faktor kunci"}
    client.force_login(perencana)
    assert client.get(pengaturan).status_code == 403
    assert "Tahap 2: Faktor kunci" in isi(client, "tahap", penjenjangan.pk, "2")

    kata = alamat("kata", penjenjangan.pk)
    assert 'placeholder="Faktor kunci"' in client.get(kata).content.decode()
    client.post(kata, {"TAHAP_2": "CSF kami", "initial-TAHAP_2": ""})
    assert "Tahap 2: CSF kami" in isi(client, "tahap", penjenjangan.pk, "2")
    basi = client.post(kata, {"TAHAP_2": "Lain", "initial-TAHAP_2": ""})
    assert basi.status_code == 409
    assert "CSF kami" in basi.content.decode()
    client.post(kata, {"TAHAP_2": "", "initial-TAHAP_2": "CSF kami"})
    assert Penjenjangan.objects.get().kata == {}
    assert client.post(kata, {"TAHAP_1": "x" * 1001}).status_code == 422


def test_the_matrix_takes_holders_and_stretches(sebagai, penjenjangan):
    atur = alamat("matriks", penjenjangan.pk)
    assert 'placeholder="1"' in sebagai.get(atur).content.decode()

    assert sebagai.post(atur, {"bentang": "dua"}).status_code == 422
    kirim = {"PROGRAM": "PK Eselon 3", "initial-PROGRAM": "", "bentang": "2", "initial-bentang": ""}
    assert sebagai.post(atur, kirim).status_code == 302

    dokumen = Penjenjangan.objects.get()
    assert (dokumen.pemegang, dokumen.bentang) == ({"PROGRAM": "PK Eselon 3"}, [2])
    halaman = isi(sebagai, "tahap", penjenjangan.pk, "matriks")
    assert "PK Eselon 3" in halaman
    assert "yang dicetak menurut pohon" in halaman


def test_a_left_hand_title_is_chosen_and_given_back(sebagai, penjenjangan, kondisi):
    judul = alamat("judul-kiri", penjenjangan.pk, kondisi[3].uid)
    tertulis = f"Kondisi Antara {kondisi[2].kinerja}"
    assert tertulis in sebagai.get(judul).content.decode()

    sebagai.post(judul, {"bentuk": "TANPA_KURUNG", "initial-bentuk": ""})
    assert tertulis in isi(sebagai, "tahap", penjenjangan.pk, "3")
    assert sebagai.post(judul, {"bentuk": "FAKTOR", "initial-bentuk": ""}).status_code == 409
    sebagai.post(judul, {"bentuk": "", "initial-bentuk": "TANPA_KURUNG"})
    assert Penjenjangan.objects.get().bentuk_kiri == {}
    daun = alamat("judul-kiri", penjenjangan.pk, kondisi[4].uid)
    assert sebagai.get(daun).status_code == 404


def test_a_copy_for_another_year_takes_items_and_words(sebagai, penjenjangan, kondisi, perencana):
    ubah = {"kata": {"TAHAP_1": "Awal"}, "bentuk_kiri": {str(kondisi[3].uid): "TANPA_KURUNG"}}
    penjenjangan.ubah(ubah, oleh=perencana, pada=PADA)
    kirim = {
        "pohon_kinerja": penjenjangan.pohon_kinerja_id,
        "cascading": penjenjangan.cascading_id,
        "tahun": "2026",
    }

    sebagai.post(alamat("salinan", penjenjangan.pk), kirim)

    baru = Penjenjangan.objects.get(tahun=2026)
    assert (baru.kata, baru.bentuk_kiri, baru.status) == (*ubah.values(), "DRAF")
    sama = [("Rehabilitasi sosial", ["Luar panti", "Dalam panti"]), ("Data", [])]
    assert [(b.teks, b.subbutir) for b in baru.butir.order_by("urutan")] == sama
    assert sebagai.post(alamat("salinan", penjenjangan.pk), kirim).status_code == 422


def test_pages_cost_the_same_however_large_the_trees_are(
    sebagai, penjenjangan, kondisi, jalur, pasang, perencana, django_assert_max_num_queries
):
    def hitung(tahap):
        with django_assert_max_num_queries(40) as dihitung:
            sebagai.get(alamat("tahap", penjenjangan.pk, tahap))
        return len(dihitung)

    pasang((kondisi[0], jalur["TUJUAN"]))
    semula = [hitung(t) for t in TahapPenjenjangan.values]
    for n in range(8):
        k = {"jenjang": Jenjang.KONDISI, "kinerja": f"Kondisi {n}"}
        s = {"jenjang": Jenjang.SUB_KEGIATAN, "nama": f"Sub {n}"}
        siapa = {"oleh": perencana, "pada": PADA}
        atas = kondisi[0].pohon.tambah(induk=kondisi[3], **k, **siapa)
        bawah = jalur["TUJUAN"].pohon.tambah(induk=jalur["KEGIATAN"], **s, **siapa)
        pasang((atas, bawah))
    assert [hitung(t) for t in TahapPenjenjangan.values] == semula
