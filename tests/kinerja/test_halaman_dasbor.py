"""The pages of the dashboards: drill-down, order, who may, constant queries."""

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.pilihan import Peran
from kinerja.tertunda import Tertunda, daftarkan
from tests.factories import buat_dinas, buat_jalur, buat_pengguna, buat_pohon
from tests.kinerja.ukur_uji import buat_terukur, langkah, ukur


def halaman(client, alamat):
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200, jawaban
    return jawaban.content.decode()


def test_every_number_leads_to_its_cell(client, perencana, pohon, terukur):
    client.force_login(perencana)
    alamat = reverse("dasbor-lembaga", args=[pohon.perangkat_daerah_id])
    satu = terukur["satu"]

    isi = halaman(client, f"{alamat}?tahun=2025&triwulan=1&jenjang=PROGRAM")

    sel = f"/pohon/{pohon.pk}/pengukuran/?tahun=2025&amp;triwulan=1&amp;kotak={satu.simpul_id}"
    assert f"{sel}#i{satu.pk}" in isi
    assert f"/pohon/{pohon.pk}/?tahun=2025#s{satu.simpul_id}" in isi
    assert f'id="i{satu.pk}"' in halaman(client, sel.replace("&amp;", "&"))
    assert "280% / 2 nilai = 140%" in isi
    assert "Capaian tidak dibatasi dalam rata-rata." in isi


def test_the_grid_opens_on_the_page_of_a_box(client, perencana, pohon, terukur, monkeypatch):
    bawaan = {"halaman": 1, "boleh": None, "sehalaman": 1, "kotak_dicari": 0}
    monkeypatch.setattr("kinerja.lembar_ukur.lembar_ukur.__kwdefaults__", bawaan)
    client.force_login(perencana)
    alamat = reverse("pengukuran", args=[pohon.pk])

    isi = halaman(client, f"{alamat}?tahun=2025&triwulan=1&kotak={terukur['sub'].pk}")

    assert f'id="a{terukur["sub"].pk}"' in isi
    assert f'id="i{terukur["satu"].pk}"' not in isi


def test_the_pemda_shows_all_agencies_and_sorts_them(client, evaluator, pohon, terukur):
    lain = buat_dinas(pohon.perangkat_daerah.pemda, nama="Badan Keuangan", kode="5.02")
    client.force_login(evaluator)
    alamat = f"{reverse('dasbor')}?tahun=2025&triwulan=1"

    isi = halaman(client, alamat)

    assert isi.index("Badan Keuangan</a>") < isi.index(f"{pohon.perangkat_daerah.nama}</a>")
    assert isi.count('role="img"') == 2
    assert f"/dasbor/{pohon.perangkat_daerah_id}/?tahun=2025&amp;triwulan=2" in isi
    assert 'class="kisi-sel biru"' in isi
    naik = halaman(client, f"{alamat}&urut=capaian")
    assert naik.index(f"{pohon.perangkat_daerah.nama}</a>") < naik.index(f"{lain.nama}</a>")


def test_who_sees_one_agency_goes_straight_to_it(client, kepala, dinas):
    client.force_login(kepala)

    assert client.get(reverse("dasbor")).url == reverse("dasbor-lembaga", args=[dinas.pk])
    assert "belum mempunyai cascading" in halaman(
        client, reverse("dasbor-lembaga", args=[dinas.pk])
    )


def test_the_ladder_of_who_may_look(client, dinas, perencana_lain, pohon):
    alamat = reverse("dasbor-lembaga", args=[dinas.pk])

    assert client.get(alamat).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404
    for peran in (Peran.OPERATOR, Peran.PEJABAT, Peran.ADMIN_PD):
        client.force_login(buat_pengguna(f"u-{peran}", peran, di=dinas))
        assert client.get(alamat).status_code == 200
    assert client.get(f"{alamat}?kotak=999999").status_code == 404
    assert (
        client.get(f"{alamat}?tahun=abc&triwulan=9&kotak=x&jenjang=<&halaman=z").status_code == 200
    )
    assert client.post(alamat).status_code == 405


def test_higher_rooms_say_what_is_late(client, evaluator, dinas, pohon, monkeypatch):
    monkeypatch.setattr("kinerja.tertunda._DAFTAR", {})
    daftarkan("uji", lambda lembaga, tahun, hari: {dinas.pk: [Tertunda(f"Uji {tahun}", "/uji/")]})
    client.force_login(evaluator)

    for alamat in (reverse("dasbor"), reverse("dasbor-lembaga", args=[dinas.pk])):
        assert '<a href="/uji/">Uji 2025</a>' in halaman(client, f"{alamat}?tahun=2025")


def _banyak(pemda, oleh, berapa):
    for n in range(berapa):
        dinas = buat_dinas(pemda, nama=f"Dinas {n}", kode=f"9.{n:02}")
        pohon = buat_pohon(dinas, oleh)
        jalur = buat_jalur(pohon, oleh)
        for _ in range(2):
            ukur(pohon, buat_terukur(pohon, jalur, oleh), "20", oleh=oleh)
        langkah(pohon, "ajukan", oleh=oleh)


def test_the_number_of_queries_stays(client, evaluator, perencana, pohon, terukur):
    client.force_login(evaluator)
    alamat = [
        f"{reverse('dasbor')}?tahun=2025&triwulan=1",
        f"{reverse('dasbor-lembaga', args=[pohon.perangkat_daerah_id])}?tahun=2025&triwulan=1",
    ]
    for satu in alamat:
        halaman(client, satu)
    sedikit = [_query(client, satu) for satu in alamat]
    _banyak(pohon.perangkat_daerah.pemda, perencana, 3)

    assert [_query(client, satu) for satu in alamat] == sedikit
    assert max(sedikit) <= 15


def _query(client, alamat):
    caches["dasbor"].clear()
    with CaptureQueriesContext(
        connection,
    ) as tangkapan:
        halaman(client, alamat)
    return len(tangkapan)
