"""An approved document: numbers follow their stage, everything else is shown and locked."""

import pytest
from django.urls import reverse

from kinerja.models import Pagu, Pohon, Simpul, Tahap, Target
from tests.factories import PADA
from tests.kinerja.formulir_uji import kirim


@pytest.fixture
def indikator(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    baru = pohon.tambah_indikator(jalur["SUB_KEGIATAN"], teks="Jumlah", satuan="Orang", **siapa)
    pohon.isi_target(baru, "55", tahun=2025, **siapa)
    return baru


@pytest.fixture
def masuk(client, perencana, pohon, indikator):
    Pohon.objects.filter(pk=pohon.pk).update(status="DISETUJUI")
    client.force_login(perencana)
    return client


@pytest.fixture
def alamat(jalur):
    return reverse("simpul-ubah", args=[jalur["SUB_KEGIATAN"].pk]) + "?tahun=2025"


def rinci(client, simpul):
    return client.get(reverse("simpul-rinci", args=[simpul.pk])).content.decode()


def test_targets_and_pagu_are_filled_and_recorded(masuk, alamat, pohon, jalur, indikator):
    assert "Isi target dan pagu" in rinci(masuk, jalur["SUB_KEGIATAN"])

    isi = {f"i{indikator.pk}-target_2026": "60", "uang-pagu_baru": "5.000"}
    jawaban = kirim(masuk, alamat, **isi)

    assert jawaban.status_code == 302
    assert Target.objects.get(tahun=2026).nilai == 60
    assert Pagu.objects.get().nilai == 5000
    assert set(pohon.riwayat.order_by("-nomor").values_list("kata_kerja", flat=True)[:2]) == {
        "isi_target", "isi_pagu"
    }  # fmt: skip


def test_texts_are_shown_and_not_taken(masuk, alamat, jalur, indikator):
    isi = masuk.get(alamat).content.decode()
    kirim(masuk, alamat, **{"simpul-nama": "Lain", f"i{indikator.pk}-teks": "Lain",
                            f"i{indikator.pk}-hapus": "on", "baru-teks": "Baru"})  # fmt: skip

    assert "Terkunci karena sudah disetujui" in isi
    assert "Indikator baru" not in isi
    indikator.refresh_from_db()
    assert indikator.teks == "Jumlah"
    assert not Simpul.objects.filter(nama="Lain").exists()
    assert jalur["SUB_KEGIATAN"].indikator.count() == 1


def test_a_closed_stage_says_so(masuk, alamat, indikator):
    Tahap.objects.update(terkunci=True)

    jawaban = kirim(masuk, alamat, **{f"i{indikator.pk}-target_2025": "99"})

    assert jawaban.status_code == 422
    assert "Murni 2025 terkunci" in jawaban.content.decode()


def test_a_replaced_edition_offers_nothing(masuk, alamat, pohon, jalur, perencana, indikator):
    pohon.refresh_from_db()
    pohon.buka_perubahan(oleh=perencana, pada=PADA)
    assert "Isi target dan pagu" in rinci(masuk, jalur["SUB_KEGIATAN"])
    Pohon.objects.update(status="DISETUJUI")

    assert "Isi target dan pagu" not in rinci(masuk, jalur["SUB_KEGIATAN"])
    jawaban = kirim(masuk, alamat, **{f"i{indikator.pk}-target_2026": "60"})
    assert jawaban.status_code == 422
    assert "sudah digantikan edisi 2" in jawaban.content.decode()


def test_readers_are_offered_nothing(client, masuk, jalur, kepala):
    client.force_login(kepala)

    assert "Isi target dan pagu" not in rinci(client, jalur["SUB_KEGIATAN"])
