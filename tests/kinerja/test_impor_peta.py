"""A planner explains columns in the preview; the agency is asked once."""

import pytest
from django.db import IntegrityError, transaction

from kinerja.impor import sesi as langkah
from kinerja.impor.terapkan import terapkan
from kinerja.models import PerangkatDaerah, PetaKolom, SesiImpor, Simpul
from tests.factories import PADA
from tests.kinerja.formulir_uji import isian
from tests.kinerja.impor_uji import KECIL, KEPALA, buku, mulai, unggah

ASING = (*KEPALA[:2], "Tolok Banding", *KEPALA[3:5], "Nominal")
HARUS = {"tolokbanding": "indikator", "nominal": "pagu"}
TAK_DIKENAL = ("Ihwal", "Sasaran", "Kedua", "Target", "Satuan", "Pagu (Rp)")


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def sesi(dinas, perencana):
    return mulai(dinas, perencana, buku(*KECIL, kepala=ASING))


def halaman(client, sesi) -> str:
    return client.get(f"/impor/{sesi.pk}/").content.decode()


def petakan(client, sesi, **kolom):
    return client.post(f"/impor/{sesi.pk}/pemetaan/", kolom)


def test_unknown_columns_are_asked_for_and_read_once_explained(masuk, sesi):
    assert "2 belum dijelaskan" in halaman(masuk, sesi)

    assert petakan(masuk, sesi, C="indikator", F="pagu").status_code == 302

    html = halaman(masuk, sesi)
    assert "belum dijelaskan" not in html
    assert "Persentase korban" in html
    sesi.refresh_from_db()
    assert sesi.rencana["peta"] == HARUS
    assert [p["nilai"] for p in sesi.rencana["pagu"]] == [30_000_000]


def test_only_what_was_changed_is_a_mapping(masuk, sesi):
    semula = {k: v for k, v in isian(masuk.get(f"/impor/{sesi.pk}/")).items() if len(k) == 1}

    petakan(masuk, sesi, **semula | {"C": "indikator"})

    sesi.refresh_from_db()
    assert sesi.rencana["peta"] == {"tolokbanding": "indikator"}


def test_a_column_may_be_left_out_and_is_not_asked_for_again(masuk, sesi):
    petakan(masuk, sesi, C="", F="pagu")

    html = halaman(masuk, sesi)
    assert "belum dijelaskan" not in html
    assert "Persentase korban" not in html.partition('id="kolom-buku"')[0]


def test_a_key_that_is_no_column_is_refused(masuk, sesi):
    assert petakan(masuk, sesi, C="apa_saja").status_code == 422


def test_the_mapping_is_remembered_when_the_import_is_applied(masuk, dinas, perencana, sesi):
    langkah.petakan(sesi, HARUS)
    assert PetaKolom.milik(dinas) == {}

    terapkan(sesi, oleh=perencana, pada=PADA)

    assert PetaKolom.milik(dinas) == HARUS
    lagi = mulai(dinas, perencana, buku(*KECIL, kepala=ASING), judul="Kedua")
    assert [p["nilai"] for p in lagi.rencana["pagu"]] == [30_000_000]
    assert "2 menurut pemetaan yang diingat" in halaman(masuk, lagi)


def test_what_another_agency_said_is_not_used(dinas, perencana, perencana_lain, sesi):
    langkah.petakan(sesi, HARUS)
    terapkan(sesi, oleh=perencana, pada=PADA)
    dinas_lain = PerangkatDaerah.objects.exclude(pk__in=[dinas.pk, dinas.pemda_id]).get()

    lain = mulai(dinas_lain, perencana_lain, buku(*KECIL, kepala=ASING))

    assert lain.rencana["pagu"] == []


def test_the_last_word_about_a_head_counts(dinas, perencana):
    PetaKolom.ingat(dinas, {"nominal": "pagu"}, oleh=perencana, pada=PADA)
    PetaKolom.ingat(dinas, {"nominal": ""}, oleh=perencana, pada=PADA)

    assert PetaKolom.milik(dinas) == {"nominal": ""}


def test_a_table_whose_layout_is_not_recognised_is_kept_for_mapping(masuk, dinas):
    isi = buku(("Program A", "Terwujud", "Persen", "90", "%", "5.000.000"), kepala=TAK_DIKENAL)

    jawaban = unggah(masuk, dinas, isi)

    assert jawaban.status_code == 302
    sesi = SesiImpor.objects.get()
    html = halaman(masuk, sesi)
    assert "Jelaskan isi kolomnya" in html
    assert masuk.post(f"/impor/{sesi.pk}/penerapan/").status_code == 422
    petakan(masuk, sesi, A="program_nama", B="program_kinerja", C="program_indikator")
    assert "Jelaskan isi kolomnya" not in halaman(masuk, sesi)
    masuk.post(f"/impor/{sesi.pk}/penerapan/")
    assert [s.nama for s in Simpul.objects.tampak()] == ["Program A"]


def test_others_may_not_map(client, sesi, evaluator, perencana_lain):
    client.force_login(evaluator)
    assert petakan(client, sesi, C="indikator").status_code == 403
    client.force_login(perencana_lain)
    assert petakan(client, sesi, C="indikator").status_code == 404
    client.logout()
    assert petakan(client, sesi, C="indikator").status_code == 302


def test_an_applied_import_is_not_read_again(masuk, perencana, sesi):
    langkah.petakan(sesi, HARUS)
    terapkan(sesi, oleh=perencana, pada=PADA)

    assert petakan(masuk, sesi, C="").status_code == 422


def test_the_database_keeps_one_mapping_per_head(dinas, perencana):
    PetaKolom.ingat(dinas, {"nominal": "pagu"}, oleh=perencana, pada=PADA)
    isi = {"perangkat_daerah": dinas, "diubah_oleh": perencana, "diubah_pada": PADA}

    for judul in ("nominal", ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            PetaKolom.objects.bulk_create([PetaKolom(judul=judul, kolom="no", **isi)])
