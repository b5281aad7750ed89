"""What agencies serve in the RPJMD, and the joined tree of a pemda."""

import pytest
from django.urls import reverse

from kinerja.models import Simpul
from kinerja.pilihan import JenisPohon, Jenjang, Peran
from tests.factories import (
    PADA,
    buat_dinas,
    buat_jalur,
    buat_pengguna,
    buat_periode,
    buat_pohon,
)


@pytest.fixture
def bappeda(dinas):
    return buat_pengguna("bappeda", Peran.BAPPEDA, di=dinas.pemda)


@pytest.fixture
def rpjmd(dinas, bappeda):
    """Misi, tujuan and sasaran of the pemda, by level."""
    pohon = buat_pohon(dinas.pemda, bappeda, JenisPohon.RPJMD)
    induk, hasil = pohon.akar(), {}
    for jenjang in (Jenjang.MISI, Jenjang.TUJUAN, Jenjang.SASARAN):
        isi = {"jenjang": jenjang, "kinerja": f"{jenjang.label} daerah"}
        induk = hasil[jenjang] = pohon.tambah(induk=induk, **isi, oleh=bappeda, pada=PADA)
    return hasil


def dukung(simpul, rpjmd, perencana):
    isi = {"mendukung_id": rpjmd[Jenjang.SASARAN].pk}
    simpul.pohon.ubah(simpul, isi, oleh=perencana, pada=PADA)


def buka(client, rpjmd, *kotak):
    alamat = reverse("pohon-gabungan", args=[rpjmd[Jenjang.MISI].pohon_id])
    return client.get(alamat, {"buka": ".".join(str(k.pk) for k in kotak)}).content.decode()


def test_the_drawer_of_a_goal_offers_legal_targets_only_and_keeps_the_choice(
    client, rpjmd, jalur, perencana, bappeda, dinas
):
    lama = buat_pohon(dinas.pemda, bappeda, JenisPohon.RPJMD, periode=buat_periode(2015, 2019))
    isi = {"jenjang": Jenjang.TUJUAN, "kinerja": "Tujuan periode lalu"}
    lama.tambah(induk=lama.akar(), **isi, oleh=bappeda, pada=PADA)
    tujuan = jalur["TUJUAN"]
    client.force_login(perencana)

    rinci = client.get(reverse("simpul-rinci", args=[tujuan.pk])).content.decode()
    assert "Sasaran daerah</option>" in rinci
    assert "Misi daerah" not in rinci
    assert "Tujuan periode lalu" not in rinci
    kirim = {"dukungan-mendukung_id": rpjmd[Jenjang.SASARAN].pk}
    assert client.post(reverse("simpul-dukungan", args=[tujuan.pk]), kirim).status_code == 302

    tujuan.refresh_from_db()
    assert tujuan.mendukung_id == rpjmd[Jenjang.SASARAN].pk
    rinci = client.get(reverse("simpul-rinci", args=[tujuan.pk])).content.decode()
    assert "Mendukung</dt><dd>Sasaran RPJMD" in rinci


def test_other_boxes_have_no_such_form_and_other_targets_are_refused(
    client, rpjmd, jalur, perencana
):
    client.force_login(perencana)
    kirim = {"dukungan-mendukung_id": rpjmd[Jenjang.SASARAN].pk}

    program = reverse("simpul-dukungan", args=[jalur["PROGRAM"].pk])
    assert client.post(program, kirim).status_code == 422
    sendiri = {"dukungan-mendukung_id": jalur["SASARAN"].pk}
    assert (
        client.post(reverse("simpul-dukungan", args=[jalur["TUJUAN"].pk]), sendiri).status_code
        == 422
    )
    assert not Simpul.objects.filter(mendukung__isnull=False).exists()


def test_the_whole_pemda_is_one_tree_that_opens_by_links(client, rpjmd, jalur, perencana, bappeda):
    dukung(jalur["TUJUAN"], rpjmd, perencana)
    client.force_login(bappeda)

    tertutup = buka(client, rpjmd)
    assert "Misi daerah" in tertutup
    assert "Tujuan daerah" not in tertutup
    semua = (*rpjmd.values(), jalur["TUJUAN"])
    terbuka = buka(client, rpjmd, *semua)

    assert '<span class="lencana">Dinas Sosial</span>' in terbuka
    assert "Meningkatnya kesejahteraan sosial" in terbuka
    assert "Meningkatnya pelayanan sosial" in terbuka
    assert "Program Rehabilitasi Sosial" not in terbuka
    assert f"buka={'.'.join(str(s.pk) for s in sorted(rpjmd.values(), key=lambda s: s.pk))}#" in (
        terbuka
    )  # closing the agency's goal leaves the rest open


def test_only_the_edition_in_force_and_what_one_may_read_is_shown(
    client, rpjmd, jalur, pohon, perencana, bappeda, dinas
):
    dukung(jalur["TUJUAN"], rpjmd, perencana)
    lain = buat_pohon(buat_dinas(dinas.pemda, "Dinas Pendidikan", "1.01.01"), perencana)
    milik = buat_jalur(lain, perencana)["TUJUAN"]
    lain.ubah(milik, {"kinerja": "Meningkatnya pendidikan"}, oleh=perencana, pada=PADA)
    dukung(milik, rpjmd, perencana)
    type(pohon).objects.filter(pk=pohon.pk).update(status="DISETUJUI")
    pohon.refresh_from_db()
    pohon.buka_perubahan(oleh=perencana, pada=PADA)

    client.force_login(bappeda)
    html = buka(client, rpjmd, *rpjmd.values())
    assert html.count("Meningkatnya kesejahteraan sosial") == 1 + html.count(
        "Buka Meningkatnya kesejahteraan sosial"
    )
    assert "Meningkatnya pendidikan" in html
    assert 'class="lencana">Dinas Pendidikan' in html


def test_each_level_costs_the_same_whatever_its_size(
    client, rpjmd, jalur, perencana, bappeda, django_assert_max_num_queries
):
    pohon = jalur["TUJUAN"].pohon
    for n in range(25):
        isi = {"jenjang": Jenjang.TUJUAN, "kinerja": f"Tujuan {n}"}
        satu = pohon.tambah(induk=pohon.akar(), **isi, oleh=perencana, pada=PADA)
        dukung(satu, rpjmd, perencana)
    client.force_login(bappeda)

    with django_assert_max_num_queries(18):
        assert buka(client, rpjmd, *rpjmd.values()).count('class="lencana">Dinas Sosial') == 25


@pytest.mark.parametrize("salah", ["x", "-1", "9" * 60, "1.2.3.", "0"])
def test_a_strange_address_opens_nothing(client, rpjmd, bappeda, salah):
    client.force_login(bappeda)
    alamat = reverse("pohon-gabungan", args=[rpjmd[Jenjang.MISI].pohon_id])

    assert client.get(alamat, {"buka": salah}).status_code == 200


def test_other_documents_and_strangers_have_no_such_page(
    client, rpjmd, pohon, bappeda, perencana_lain
):
    client.force_login(bappeda)
    assert client.get(reverse("pohon-gabungan", args=[pohon.pk])).status_code == 404
    client.force_login(perencana_lain)
    alamat = reverse("pohon-gabungan", args=[rpjmd[Jenjang.MISI].pohon_id])
    assert client.get(alamat).status_code == 404
