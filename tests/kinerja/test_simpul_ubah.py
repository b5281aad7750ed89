"""A planner changes a box, its indicators and its money through the plain form."""

import pytest
from django.urls import reverse

from kinerja.models import Indikator, Riwayat, Tahap
from kinerja.pilihan import Jenjang, StatusPohon
from tests.factories import PADA
from tests.kinerja.formulir_uji import isian, kirim


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def alamat(sub):
    return reverse("simpul-ubah", args=[sub.pk]) + "?tahun=2025"


@pytest.fixture
def indikator(pohon, sub, siapa):
    baru = pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="Orang", **siapa)
    pohon.isi_target(baru, "55", tahun=2025, **siapa)
    return baru


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def test_texts_are_changed_and_recorded(masuk, alamat, sub, pohon):
    response = kirim(masuk, alamat, **{"simpul-nama": "Penyediaan Sandang", "simpul-kode": "1.2"})

    sub.refresh_from_db()
    assert response.status_code == 302
    assert response["Location"].endswith(f"#s{sub.pk}")
    assert (sub.nama, sub.kode) == ("Penyediaan Sandang", "1.2")
    assert Riwayat.objects.filter(pohon=pohon).latest("nomor").kata_kerja == "ubah"


def test_sending_an_untouched_form_writes_nothing(masuk, alamat, indikator, pohon, sub, siapa):
    pohon.isi_pagu(sub, "1.000.000", tahun=2025, **siapa)
    pohon.ubah(sub, {"kinerja": "Baris satu\nbaris dua", "tahun_mulai": 2025}, **siapa)
    pohon.refresh_from_db()
    sebelum = pohon.versi

    response = kirim(masuk, alamat)

    pohon.refresh_from_db()
    assert response.status_code == 302
    assert pohon.versi == sebelum


def test_indicator_and_targets_are_changed_together(masuk, alamat, indikator):
    i = f"i{indikator.pk}-"

    kirim(masuk, alamat, **{f"{i}satuan": "Jiwa", f"{i}target_2025": "60", f"{i}target_2027": "70"})

    indikator.refresh_from_db()
    target = dict(indikator.target.order_by("tahun").values_list("tahun", "mentah"))
    assert indikator.satuan == "Jiwa"
    assert target == {2025: "60", 2027: "70"}


def test_an_emptied_target_is_not_filled_any_more(masuk, alamat, indikator):
    kirim(masuk, alamat, **{f"i{indikator.pk}-target_2025": ""})

    assert not indikator.target.exists()


def test_formula_lines_become_a_list(masuk, alamat, indikator):
    kirim(masuk, alamat, **{f"i{indikator.pk}-formulasi": "A / B\r\n\r\nkali 100"})

    indikator.refresh_from_db()
    assert indikator.formulasi == ["A / B", "kali 100"]


def test_a_new_indicator_comes_with_its_targets(masuk, alamat, sub):
    kirim(masuk, alamat, **{"baru-teks": "Lama layanan", "baru-target_2026": "12,5"})

    baru = sub.indikator.get()
    assert baru.teks == "Lama layanan"
    assert [(t.tahun, str(t.nilai.normalize())) for t in baru.target.all()] == [(2026, "12.5")]


def test_a_new_indicator_needs_its_sentence(masuk, alamat, sub):
    response = kirim(masuk, alamat, **{"baru-target_2026": "12"})

    assert response.status_code == 422
    assert "Isi kalimat indikatornya." in response.content.decode()
    assert not sub.indikator.exists()


def test_an_indicator_is_deleted_with_its_targets(masuk, alamat, indikator):
    kirim(masuk, alamat, **{f"i{indikator.pk}-hapus": "on"})

    assert not Indikator.objects.exists()


def test_money_is_typed_as_people_type_it(masuk, alamat, sub):
    kirim(masuk, alamat, **{"uang-pagu_baru": "32.400.000", "uang-sumber_dana": "APBD"})

    pagu = sub.pagu.get()
    assert (pagu.nilai, pagu.mentah, pagu.sumber_dana) == (32_400_000, "32.400.000", "APBD")


@pytest.mark.parametrize("salah", ["32.400.0000", "banyak", "-5"])
def test_an_unreadable_amount_is_refused_at_its_field(masuk, alamat, sub, salah):
    response = kirim(masuk, alamat, **{"uang-pagu_baru": salah})

    html = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_uang-pagu_baru"' in html
    assert f'value="{salah}"' in html
    assert not sub.pagu.exists()


def test_what_the_import_could_not_read_stays_until_somebody_corrects_it(
    masuk, alamat, pohon, sub, siapa
):
    pohon.isi_pagu(sub, "13.291.000", tahun=2025, **siapa)
    sub.pagu.update(mentah="13.2918.000", nilai=None)

    assert kirim(masuk, alamat, **{"simpul-nama": "Lain"}).status_code == 302
    assert sub.pagu.get().mentah == "13.2918.000"

    kirim(masuk, alamat, **{"uang-pagu_0": "13.298.000"})
    assert sub.pagu.get().nilai == 13_298_000


def test_above_the_lowest_level_money_is_a_claim(masuk, jalur):
    kegiatan = jalur[Jenjang.KEGIATAN]
    alamat = reverse("simpul-ubah", args=[kegiatan.pk]) + "?tahun=2025"

    kirim(masuk, alamat, **{"uang-klaim": "100.000.000"})

    assert kegiatan.klaim_pagu.get().nilai == 100_000_000
    assert not kegiatan.pagu.exists()


def test_a_later_stage_starts_from_what_is_in_force(masuk, alamat, dinas, indikator):
    Tahap.objects.create(perangkat_daerah=dinas, tahun=2025, urutan=2, kode="PERUBAHAN", nama="P")
    i = f"i{indikator.pk}-target_2025"

    assert isian(masuk.get(alamat))[i] == "55"
    kirim(masuk, alamat, **{i: "60"})

    target = indikator.target.order_by("tahap__urutan").values_list("tahap__kode", "mentah")
    assert list(target) == [("MURNI", "55"), ("PERUBAHAN", "60")]


def test_nothing_is_written_when_a_later_part_is_refused(masuk, alamat, dinas, sub, indikator):
    Tahap.objects.filter(perangkat_daerah=dinas, tahun=2025).update(terkunci=True)

    response = kirim(masuk, alamat, **{"simpul-nama": "Lain", f"i{indikator.pk}-target_2025": "60"})

    sub.refresh_from_db()
    assert response.status_code == 422
    assert "terkunci" in response.content.decode()
    assert sub.nama == "Penyediaan Permakanan"


def test_a_colleagues_edit_is_shown_beside_mine(masuk, alamat, pohon, sub, siapa):
    dibuka = isian(masuk.get(alamat))
    pohon.ubah(sub, {"nama": "Punya rekan"}, **siapa)

    response = masuk.post(alamat, dibuka | {"simpul-nama": "Punya saya"})

    html = response.content.decode()
    sub.refresh_from_db()
    assert response.status_code == 409
    assert "Punya rekan" in html
    assert "Punya saya" in html
    assert sub.nama == "Punya rekan"


def test_sending_again_after_a_conflict_uses_my_value(masuk, alamat, pohon, sub, siapa):
    dibuka = isian(masuk.get(alamat))
    pohon.ubah(sub, {"nama": "Punya rekan"}, **siapa)
    bentrok = masuk.post(alamat, dibuka | {"simpul-nama": "Punya saya"})

    masuk.post(alamat, isian(bentrok))

    sub.refresh_from_db()
    assert sub.nama == "Punya saya"


def test_two_people_in_different_fields_do_not_collide(masuk, alamat, pohon, sub, siapa):
    dibuka = isian(masuk.get(alamat))
    pohon.ubah(sub, {"nama": "Punya rekan"}, **siapa)

    response = masuk.post(alamat, dibuka | {"simpul-kinerja": "Kalimat saya"})

    sub.refresh_from_db()
    assert response.status_code == 302
    assert (sub.nama, sub.kinerja) == ("Punya rekan", "Kalimat saya")


@pytest.mark.parametrize(("medan", "rekan"), [("target_2025", "66"), ("satuan", "Jiwa")])
def test_conflicts_in_an_indicator_are_told(masuk, alamat, pohon, indikator, siapa, medan, rekan):
    dibuka = isian(masuk.get(alamat))
    if medan == "satuan":
        pohon.ubah_indikator(indikator, {"satuan": rekan}, **siapa)
    else:
        pohon.isi_target(indikator, rekan, tahun=2025, **siapa)

    response = masuk.post(alamat, dibuka | {f"i{indikator.pk}-{medan}": "77"})

    assert response.status_code == 409
    assert f"“{rekan}”" in response.content.decode()


def test_a_conflict_over_money_is_told(masuk, alamat, pohon, sub, siapa):
    pohon.isi_pagu(sub, "1.000.000", tahun=2025, **siapa)
    dibuka = isian(masuk.get(alamat))
    pohon.isi_pagu(sub, "2.000.000", tahun=2025, **siapa)

    response = masuk.post(alamat, dibuka | {"uang-pagu_0": "3.000.000"})

    assert response.status_code == 409
    assert "“2.000.000”" in response.content.decode()
    assert sub.pagu.get().nilai == 2_000_000


def test_a_locked_document_refuses_texts(masuk, alamat, pohon, sub):
    type(pohon).objects.filter(pk=pohon.pk).update(status=StatusPohon.DIAJUKAN)

    response = kirim(masuk, alamat, **{"simpul-nama": "Lain"})

    assert response.status_code == 422
    assert "tidak dapat diubah" in response.content.decode()


def test_a_box_without_any_text_is_refused(masuk, alamat):
    response = kirim(masuk, alamat, **{"simpul-nama": "", "simpul-kinerja": ""})

    assert response.status_code == 422
    assert "harus punya nama atau kinerja" in response.content.decode()


@pytest.mark.parametrize("nama", ["simpul-ubah", "simpul-perpindahan", "simpul-penghapusan"])
def test_who_may_open_the_forms(client, sub, nama, perencana_lain, kepala, perencana):
    alamat = reverse(nama, args=[sub.pk])
    status = {}
    for pengguna in (perencana, kepala, perencana_lain):
        client.force_login(pengguna)
        status[pengguna.username] = client.get(alamat).status_code
    client.logout()

    assert status == {"perencana": 200, "kepala": 403, "perencana_lain": 404}
    assert client.get(alamat).status_code == 302


def test_other_wordings_are_decided_in_the_form(masuk, alamat, sub, pohon, siapa):
    assert "simpul-varian" not in isian(masuk.get(alamat))
    pohon.ubah(sub, {"varian": ["Penyediaan makanan", "Penyediaan pangan"]}, **siapa)

    isi = {"simpul-nama": "Penyediaan makanan", "simpul-varian": "Penyediaan pangan"}
    response = kirim(masuk, alamat, **isi)

    sub.refresh_from_db()
    assert response.status_code == 302
    assert (sub.nama, sub.varian) == ("Penyediaan makanan", ["Penyediaan pangan"])
    kirim(masuk, alamat, **{"simpul-varian": ""})
    sub.refresh_from_db()
    assert sub.varian == []
