"""Links on screens: the page of a document, of a box, the details, the skeleton, who may."""

import uuid

from django.urls import reverse

from cascading.models import Tautan
from cascading.tautan_dokumen import tautan_dokumen
from kinerja.models import Simpul
from kinerja.pilihan import Jenjang, Peran
from tests.factories import PADA, buat_pengguna


def test_the_page_lists_conditions_with_links_offers_and_the_sum(
    isi_pagu, client, kondisi, jalur, pasang, pohon, perencana
):
    isi_pagu()
    pasang((kondisi[3], jalur["SUB_KEGIATAN"]), (kondisi[4], jalur["SUB_KEGIATAN"]))
    client.force_login(perencana)

    alamat = reverse("pohon-tautan", args=[kondisi[0].pohon_id])
    isi = client.get(alamat, {"tahun": 2025}).content.decode()

    assert "2 dari 6 kondisi dihubungkan" in isi
    assert "seluruhnya Rp 1.500.000" in isi
    belum = client.get(alamat, {"tahun": 2025, "saring": "belum"}).content.decode()
    assert "Tersalurkannya permakanan" not in belum
    sebaliknya = client.get(reverse("pohon-tautan", args=[pohon.pk])).content.decode()
    assert "1 dari 5 kotak melayani kondisi" in sebaliknya


def test_a_planner_links_and_unlinks_by_buttons(client, kondisi, jalur, perencana):
    client.force_login(perencana)
    alamat = reverse("simpul-tautan", args=[kondisi[4].pk])
    assert "Penyediaan Permakanan" in client.get(alamat, {"cari": "permakanan"}).content.decode()

    jawab = client.post(alamat, {"kotak": jalur["SUB_KEGIATAN"].pk, "dari": "dokumen"}, follow=True)
    assert "Dihubungkan dengan" in jawab.content.decode()
    rinci = client.get(reverse("simpul-rinci", args=[kondisi[4].pk])).content.decode()
    assert "Komponen cascading" in rinci
    assert "Penyediaan Permakanan" in rinci
    balik = client.get(reverse("simpul-rinci", args=[jalur["SUB_KEGIATAN"].pk])).content.decode()
    assert "Tersalurkannya permakanan" in balik

    lepas = reverse("tautan-lepas", args=[kondisi[4].pk])
    client.post(lepas, {"kotak": jalur["SUB_KEGIATAN"].pk})
    assert not Tautan.objects.exists()


def test_the_skeleton_page_says_what_it_will_do_and_does_it(client, kondisi, pohon, perencana):
    client.force_login(perencana)
    alamat = reverse("pohon-kerangka", args=[kondisi[0].pohon_id])

    assert (
        "1 tujuan, 1 sasaran, 1 program, 1 kegiatan, 1 sub kegiatan"
        in client.get(alamat).content.decode()
    )
    jawab = client.post(alamat, {"tujuan": pohon.pk}, follow=True)

    assert "1 kondisi dilewati" in jawab.content.decode()
    assert Simpul.objects.tampak().filter(pohon=pohon).count() == 5


def test_readers_see_links_and_cannot_change_them_others_see_nothing(
    client, kondisi, jalur, evaluator, perencana_lain
):
    halaman = reverse("pohon-tautan", args=[kondisi[0].pohon_id])
    pasang = reverse("simpul-tautan", args=[kondisi[4].pk])
    client.force_login(evaluator)
    assert "Hubungkan</button>" not in client.get(halaman).content.decode()
    assert client.post(pasang, {"kotak": jalur["SUB_KEGIATAN"].pk}).status_code == 403
    client.force_login(perencana_lain)
    assert client.get(halaman).status_code == 404
    assert client.post(pasang, {"kotak": jalur["SUB_KEGIATAN"].pk}).status_code == 404
    assert not Tautan.objects.exists()


def test_the_history_of_the_agency_shows_links(client, kondisi, jalur, pasang, dinas):
    pasang((kondisi[4], jalur["SUB_KEGIATAN"]))
    client.force_login(buat_pengguna("admin", Peran.ADMIN_PD, di=dinas))

    isi = client.get(reverse("lembaga-riwayat", args=[dinas.pk])).content.decode()

    assert "dihubungkan dengan “Penyediaan Permakanan”" in isi


def test_queries_are_few_and_the_same_at_any_size(
    client, kondisi, jalur, pasang, perencana, django_assert_max_num_queries
):
    pohon = kondisi[0].pohon
    for n in range(40):
        isi = {"jenjang": Jenjang.KONDISI, "kinerja": f"Kondisi {n}", "oleh": perencana}
        satu = pohon.tambah(induk=kondisi[1], **isi, pada=PADA)
        pasang((satu, jalur["SUB_KEGIATAN"]))
    client.force_login(perencana)

    for nama in ("pohon-tautan", "pohon-diagram"):
        with django_assert_max_num_queries(30):
            client.get(reverse(nama, args=[pohon.pk]), {"tahun": 2025})


def test_a_link_whose_box_is_gone_is_not_shown(kondisi, dinas):
    Tautan.objects.create(
        perangkat_daerah=dinas, kondisi_uid=kondisi[0].uid, komponen_uid=uuid.uuid4()
    )

    assert tautan_dokumen(kondisi[0].pohon).milik == {}


def test_what_is_linked_is_not_offered_again(client, kondisi, pasang, jalur, perencana):
    client.force_login(perencana)
    alamat = reverse("simpul-tautan", args=[kondisi[4].pk])
    sub = jalur["SUB_KEGIATAN"]
    tanya = {"cari": sub.nama}
    assert f'value="{sub.pk}"' in client.get(alamat, tanya).content.decode()
    pasang((kondisi[4], sub))

    halaman = client.get(alamat, tanya).content.decode()
    assert "Lepas" in halaman
    assert "Tidak ada kotak cascading seperti itu" in halaman
