"""Comments and notices as pages: who may, what is answered, what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import Komentar, Pemberitahuan, Riwayat, Simpul
from kinerja.pilihan import Peran
from tests.factories import PADA, buat_pengguna

SKRIP = {"X-Requested-With": "fetch"}


@pytest.fixture
def program(jalur):
    return Simpul.objects.select_related("pohon__perangkat_daerah").get(pk=jalur["PROGRAM"].pk)


@pytest.fixture
def komentar(program, evaluator):
    return Komentar.tulis(program, "Pagu belum wajar.", oleh=evaluator, pada=PADA)


def tulis(client, simpul, **isi):
    kepala = isi.pop("headers", {})
    return client.post(reverse("simpul-komentar", args=[simpul.pk]), isi, headers=kepala)


def ke(benda, komentar, simpul):
    return reverse(f"komentar-{benda}", args=[simpul.pk, komentar.pk])


def test_everybody_who_reads_the_document_comments_and_comes_back_to_it(client, program, evaluator):
    client.force_login(evaluator)

    response = tulis(client, program, teks="Target belum menantang.")

    assert response.status_code == 302
    assert response.url == reverse("simpul-rinci", args=[program.pk]) + "#komentar"
    halaman = client.get(response.url).content.decode()
    assert "Target belum menantang." in halaman
    assert "Komentar dikirim." in halaman
    assert Riwayat.objects.filter(pohon=None, kata_kerja="komentar", oleh=evaluator).exists()


def test_a_script_gets_the_comments_alone(client, pohon, program, perencana):
    indikator = pohon.tambah_indikator(program, teks="Persentase", oleh=perencana, pada=PADA)
    client.force_login(perencana)

    response = tulis(client, program, teks="Rumusnya?", indikator=indikator.pk, headers=SKRIP)

    html = response.content.decode()
    assert response.status_code == 200
    assert html.lstrip().startswith("<section")
    assert "Tentang indikator: Persentase" in html


@pytest.mark.parametrize("kepala", [{}, SKRIP])
def test_what_was_refused_stands_in_the_form_with_its_reason(client, program, perencana, kepala):
    client.force_login(perencana)

    response = tulis(client, program, teks="x" * 4001, headers=kepala)

    html = response.content.decode()
    assert response.status_code == 422
    assert "paling banyak 4000" in html
    assert "x" * 4001 in html


def test_an_indicator_of_another_box_is_refused(client, pohon, jalur, program, perencana):
    asing = pohon.tambah_indikator(jalur["KEGIATAN"], teks="Lain", oleh=perencana, pada=PADA)
    client.force_login(perencana)

    assert tulis(client, program, teks="Halo", indikator=asing.pk).status_code == 422
    assert not Komentar.objects.exists()


def test_answers_are_shown_below_and_the_author_is_told(client, program, komentar, perencana):
    client.force_login(perencana)

    response = client.post(ke("balasan", komentar, program), {"teks": "Sudah benar."}, follow=True)

    html = response.content.decode()
    assert html.index("Pagu belum wajar.") < html.index("Sudah benar.")
    assert Pemberitahuan.objects.get().penerima == komentar.oleh


def test_a_planner_resolves_and_reopens(client, program, komentar, perencana):
    client.force_login(perencana)

    selesai = client.post(ke("penyelesaian", komentar, program), headers=SKRIP).content.decode()
    lagi = client.post(ke("pembukaan", komentar, program), headers=SKRIP).content.decode()

    assert "Sudah selesai" in selesai
    assert "Diselesaikan perencana" in selesai
    assert "Sudah selesai" not in lagi


def test_resolving_twice_is_refused_with_the_reason(client, program, komentar, perencana):
    client.force_login(perencana)
    client.post(ke("penyelesaian", komentar, program))

    response = client.post(ke("penyelesaian", komentar, program))

    assert response.status_code == 422
    assert "sudah diselesaikan" in response.content.decode()


@pytest.mark.parametrize("benda", ["penyelesaian", "pembukaan"])
def test_only_the_author_and_planners_resolve(client, program, komentar, kepala, evaluator, benda):
    if benda == "pembukaan":
        komentar.selesaikan(program, oleh=evaluator, pada=PADA)
    client.force_login(kepala)
    assert client.post(ke(benda, komentar, program)).status_code == 403
    client.force_login(evaluator)
    assert client.post(ke(benda, komentar, program)).status_code == 302


def semua_alamat(program, komentar):
    return [
        reverse("simpul-komentar", args=[program.pk]),
        *(ke(benda, komentar, program) for benda in ("balasan", "penyelesaian", "pembukaan")),
    ]


def test_other_agencies_find_nothing(client, program, komentar, perencana_lain):
    client.force_login(perencana_lain)

    for alamat in semua_alamat(program, komentar):
        assert client.post(alamat, {"teks": "Halo"}).status_code == 404


def test_a_comment_is_only_reached_through_its_own_box(client, jalur, komentar, perencana):
    client.force_login(perencana)

    response = client.post(ke("balasan", komentar, jalur["KEGIATAN"]), {"teks": "Halo"})

    assert response.status_code == 404


def test_guests_log_in_first(client, program, komentar):
    for alamat in semua_alamat(program, komentar):
        assert client.post(alamat).status_code == 302
        assert client.post(alamat, headers=SKRIP).status_code == 401
    assert client.get(reverse("pemberitahuan")).status_code == 302


def test_an_archived_document_shows_its_comments_and_takes_none(
    client, program, komentar, perencana
):
    program.pohon.arsipkan(oleh=perencana, pada=PADA)
    client.force_login(perencana)

    for alamat in semua_alamat(program, komentar)[:3]:
        response = client.post(alamat, {"teks": "Halo"})
        assert response.status_code == 422
        assert "ada di arsip" in response.content.decode()
    html = client.get(reverse("simpul-rinci", args=[program.pk])).content.decode()
    assert "Pagu belum wajar." in html
    assert "Kirim komentar" not in html


def test_writing_costs_the_same_however_much_was_said(client, program, komentar, perencana):
    client.force_login(perencana)

    def biaya() -> int:
        with CaptureQueriesContext(connection) as tertangkap:
            assert tulis(client, program, teks="Halo", headers=SKRIP).status_code == 200
        return len(tertangkap)

    sedikit = biaya()
    for n in range(10):
        komentar.balas(program, f"Balasan {n}", oleh=perencana, pada=PADA)
        Komentar.tulis(program, f"Komentar {n}", oleh=perencana, pada=PADA)
    assert biaya() == sedikit <= 18


# --- notices -----------------------------------------------------------------------------------


@pytest.fixture
def diberitahu(program, komentar, perencana):
    komentar.balas(program, "Sudah diperbaiki.", oleh=perencana, pada=PADA)
    return Pemberitahuan.objects.get()


def test_notices_are_counted_in_the_menu_and_listed(client, diberitahu, evaluator):
    client.force_login(evaluator)

    html = client.get(reverse("pemberitahuan")).content.decode()

    assert "1 pemberitahuan belum dibaca" in html
    assert "Sudah diperbaiki." in html
    assert "Komentar Anda dibalas" in html


def test_opening_one_leads_to_its_box_and_counts_as_read(client, program, diberitahu, evaluator):
    client.force_login(evaluator)

    response = client.post(reverse("pemberitahuan-pembukaan", args=[diberitahu.pk]))

    assert response.url == reverse("simpul-rinci", args=[program.pk]) + "#komentar"
    diberitahu.refresh_from_db()
    assert diberitahu.dibaca_pada is not None
    assert "belum dibaca" not in client.get(reverse("pemberitahuan")).content.decode()


def test_all_are_marked_at_once_and_only_ones_own(client, diberitahu, perencana, evaluator):
    client.force_login(perencana)
    client.post(reverse("pemberitahuan-semua"))
    assert Pemberitahuan.objects.belum_dibaca().count() == 1

    client.force_login(evaluator)
    client.post(reverse("pemberitahuan-semua"))
    assert Pemberitahuan.objects.belum_dibaca().count() == 0


def test_a_box_that_is_gone_says_so(client, pohon, program, diberitahu, perencana, evaluator):
    pohon.hapus(program, oleh=perencana, pada=PADA)
    client.force_login(evaluator)

    response = client.post(reverse("pemberitahuan-pembukaan", args=[diberitahu.pk]), follow=True)

    assert "Kotak itu sudah dihapus" in response.content.decode()


def test_nobody_opens_anothers_notice(client, diberitahu, perencana):
    client.force_login(perencana)

    alamat = reverse("pemberitahuan-pembukaan", args=[diberitahu.pk])
    assert client.post(alamat).status_code == 404


def test_who_lost_the_agency_sees_its_notices_no_more(client, dinas, diberitahu, evaluator):
    evaluator.keanggotaan.all().delete()
    lain = dinas.pemda.perangkat_daerah.create(jenis="BADAN", kode="9.9", nama="Badan Lain")
    evaluator.beri_peran(Peran.PERENCANA, di=lain, oleh=evaluator, pada=PADA)
    client.force_login(evaluator)

    assert "Sudah diperbaiki." not in client.get(reverse("pemberitahuan")).content.decode()


def test_the_list_costs_the_same_for_many(client, program, diberitahu, perencana, evaluator):
    client.force_login(evaluator)

    def biaya() -> int:
        with CaptureQueriesContext(connection) as tertangkap:
            client.get(reverse("pemberitahuan"))
        return len(tertangkap)

    sedikit = biaya()
    rekan = buat_pengguna("rekan", Peran.PERENCANA, di=program.pohon.perangkat_daerah)
    for _ in range(8):
        diberitahu.pk = None
        diberitahu.oleh = rekan
        diberitahu.save()
    assert biaya() == sedikit <= 8
