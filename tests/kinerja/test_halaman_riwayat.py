"""The history of a document, a box and an agency: narrowed, paged, undone."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from kinerja.models import Pohon, Riwayat, Unit
from kinerja.models.isi_salinan import PilihanSalinan
from kinerja.pilihan import Peran
from tests.factories import PADA, buat_pengguna, buat_pohon

MARET = datetime(2025, 3, 6, 8, 0, tzinfo=UTC)


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def operator(dinas):
    return buat_pengguna("operator", Peran.OPERATOR, di=dinas, nama="Operator Dinas")


@pytest.fixture
def ramai(pohon, jalur, dinas, perencana, operator):
    """Edits by two people in two months, a step, and a unit of the agency."""
    sub, program = jalur["SUB_KEGIATAN"], jalur["PROGRAM"]
    indikator = pohon.tambah_indikator(program, teks="Jumlah", oleh=operator, pada=MARET)
    pohon.isi_target(indikator, "5", tahun=2025, oleh=operator, pada=MARET)
    pohon.isi_pagu(sub, "1.000", tahun=2025, oleh=operator, pada=MARET)
    pohon.batalkan(Riwayat.objects.latest("pk"), oleh=perencana, pada=MARET)
    pohon.ajukan(versi=pohon.versi, galat=0, oleh=perencana, pada=MARET)
    unit = Unit(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang Data")
    unit.daftarkan(oleh=perencana, pada=MARET)
    return pohon


def ringkasan(client, ke, **saring):
    jawaban = client.get(ke, saring)
    assert jawaban.status_code == 200
    return [r.ringkasan for r, *_ in jawaban.context["daftar"]]


def dari_dokumen(pohon):
    return reverse("pohon-riwayat", args=[pohon.pk])


def dari_lembaga(pohon):
    return reverse("lembaga-riwayat", args=[pohon.perangkat_daerah_id])


@pytest.mark.parametrize(
    ("saring", "banyak"),
    [
        ({}, 11),
        ({"apa": "ISI"}, 8),
        ({"apa": "STATUS"}, 1),
        ({"apa": "BATAL"}, 1),
        ({"apa": "DOKUMEN"}, 1),
        ({"apa": "IMPOR"}, 0),
        ({"sejak": "2025-03-01"}, 5),
        ({"sampai": "2025-03-01"}, 6),
        ({"sejak": "2025-03-06", "sampai": "2025-03-06", "apa": "ISI"}, 3),
        ({"cari": "PAGU 2025"}, 2),
        ({"sejak": "kemarin", "apa": "APA"}, 11),
    ],
)
def test_what_and_when_narrow_the_list(masuk, ramai, saring, banyak):
    assert len(ringkasan(masuk, dari_dokumen(ramai), **saring)) == banyak


def test_who_narrows_the_list_and_only_those_in_it_are_offered(masuk, ramai, operator, kepala):
    isi = masuk.get(dari_dokumen(ramai)).content.decode()

    assert len(ringkasan(masuk, dari_dokumen(ramai), oleh=operator.pk)) == 3
    assert f'<option value="{operator.pk}">Operator Dinas</option>' in isi
    assert f'<option value="{kepala.pk}"' not in isi


def test_pages_keep_what_was_asked(masuk, ramai, jalur, perencana):
    ramai.kembalikan(versi=ramai.versi, alasan="x", oleh=perencana, pada=MARET)
    for n in range(60):
        ramai.ubah(jalur["PROGRAM"], {"nomor": str(n)}, oleh=perencana, pada=MARET)

    isi = masuk.get(dari_dokumen(ramai), {"cari": "Program"}).content.decode()

    assert "Halaman 1 dari 2" in isi
    assert 'href="?cari=Program&amp;halaman=2"' in isi


def test_a_box_tells_its_own_events_and_those_of_its_indicators(masuk, ramai, jalur):
    ke = reverse("simpul-riwayat", args=[jalur["PROGRAM"].pk])

    daftar = ringkasan(masuk, ke)

    assert daftar[:2] == ["Target 2025 “Jumlah” diisi", "Indikator “Jumlah” ditambahkan"]
    assert daftar[-1] == "Program “Program Rehabilitasi Sosial” ditambahkan"
    assert ringkasan(masuk, ke, apa="STATUS") == []
    rinci = masuk.get(reverse("simpul-rinci", args=[jalur["PROGRAM"].pk])).content.decode()
    assert ke in rinci


def test_a_box_of_a_copy_leads_to_its_origin(masuk, pohon, jalur, dinas, perencana):
    salinan = pohon.salin(PilihanSalinan(dinas, pohon.periode, "Lain"), oleh=perencana, pada=PADA)
    sana = salinan.simpul.get(jenjang="PROGRAM")

    isi = masuk.get(reverse("simpul-riwayat", args=[sana.pk])).content.decode()

    assert reverse("simpul-riwayat", args=[jalur["PROGRAM"].pk]) in isi


def test_an_event_is_undone_from_the_page_of_its_box(masuk, pohon, jalur, perencana):
    pohon.ubah(jalur["PROGRAM"], {"nama": "Lain"}, oleh=perencana, pada=PADA)
    isi = masuk.get(reverse("simpul-riwayat", args=[jalur["PROGRAM"].pk])).content.decode()

    alamat = re.search(r'action="(/pohon/\d+/riwayat/\d+/pembatalan/)"', isi)[1]
    masuk.post(alamat)

    jalur["PROGRAM"].refresh_from_db()
    assert jalur["PROGRAM"].nama == "Program Rehabilitasi Sosial"


def test_the_agency_sees_all_its_documents(masuk, ramai, jalur, dinas, perencana):
    buat_pohon(dinas, perencana, judul="Kedua")

    isi = masuk.get(dari_lembaga(ramai)).content.decode()
    daftar = ringkasan(masuk, dari_lembaga(ramai))

    assert "Dokumen Cascading Kedua dibuat" in daftar
    assert "Dokumen Cascading diajukan" in daftar
    assert "Cascading Kedua</a>" in isi
    assert reverse("riwayat-pembatalan", args=[Pohon.objects.get(judul="Kedua").pk, 1]) not in isi


def test_people_and_settings_of_an_agency_are_for_admins_and_evaluators(
    client, ramai, perencana, admin_pd, evaluator, admin_pemda
):
    terlihat = {}
    for pengguna in (perencana, admin_pd, evaluator, admin_pemda):
        client.force_login(pengguna)
        daftar = ringkasan(client, dari_lembaga(ramai))
        terlihat[pengguna.username] = "Unit “Bidang Data” ditambahkan" in daftar

    assert terlihat == {
        "perencana": False, "admin-pd": True, "evaluator": True, "admin-pemda": True
    }  # fmt: skip


def test_what_stays_says_why(client, ramai, perencana, admin_pd):
    client.force_login(admin_pd)
    assert ringkasan(client, dari_lembaga(ramai), apa="LEMBAGA") == [
        "Unit “Bidang Data” ditambahkan"
    ]
    isi = client.get(dari_lembaga(ramai)).content.decode()
    assert "Dibetulkan di Pengaturan" in isi

    client.force_login(perencana)
    isi = client.get(dari_dokumen(ramai)).content.decode()

    assert "Langkah persetujuan tidak dibatalkan" in isi
    assert "Pembuatan dokumen tidak dapat dibatalkan" in isi
    assert ">Batalkan</button>" not in isi  # submitted: nothing changes now


@pytest.mark.parametrize("nama", ["simpul-riwayat", "lembaga-riwayat"])
def test_who_is_turned_away(client, pohon, jalur, dinas, perencana_lain, nama):
    ke = reverse(nama, args=[jalur["PROGRAM"].pk if nama == "simpul-riwayat" else dinas.pk])

    assert client.get(ke).status_code == 302
    client.force_login(perencana_lain)

    assert client.get(ke).status_code == 404


@pytest.mark.parametrize("nama", ["simpul-riwayat", "lembaga-riwayat", "pohon-riwayat"])
def test_histories_cost_the_same_for_many_events(
    masuk, pohon, jalur, dinas, perencana, nama, django_assert_max_num_queries
):
    for n in range(60):
        pohon.ubah(jalur["PROGRAM"], {"nomor": str(n)}, oleh=perencana, pada=PADA)
    kunci = {"simpul-riwayat": jalur["PROGRAM"], "lembaga-riwayat": dinas}.get(nama, pohon)

    with django_assert_max_num_queries(14):
        assert masuk.get(reverse(nama, args=[kunci.pk])).status_code == 200
