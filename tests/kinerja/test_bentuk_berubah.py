"""What a page is told when the shape of the tree changed: few rows, and where they stand."""

import pytest
from django.urls import reverse

from kinerja import perubahan_lembar
from kinerja.models import Keanggotaan, Riwayat
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.kinerja.sunting_uji import SKRIP, kirim
from tests.kinerja.test_halaman_pohon import isi_besar


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def alamat_batal(pohon):
    return reverse("pohon-pembatalan", args=[pohon.pk])


@pytest.fixture
def kabar(masuk, pohon):
    def tanya(sejak):
        alamat = reverse("pohon-kabar", args=[pohon.pk])
        return masuk.get(alamat, {"sejak": sejak, "kepala": sejak, "tahun": 2025}, headers=SKRIP)

    return tanya


def test_undoing_a_structure_sends_the_order_as_it_is_again(
    masuk, pohon, jalur, alamat_batal, siapa
):
    pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, nama="", kinerja="Lain", **siapa)
    nomor = Riwayat.objects.latest("nomor").nomor

    isi = kirim(masuk, alamat_batal, {"nomor": nomor}).json()

    assert isi["susunan"]["urutan"] == {"0": [jalur[Jenjang.TUJUAN].pk]}
    assert (isi["susunan"]["pindah"], isi["baris"]) == ([], {})


def test_news_of_a_new_box_bring_its_row_and_where_it_stands(kabar, pohon, jalur, siapa):
    pohon.refresh_from_db()
    sejak = pohon.versi
    baru = pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, kinerja="Tujuan baru", **siapa)

    isi = kabar(sejak).json()

    assert "Tujuan baru" in isi["baris"][str(baru.pk)]
    assert isi["susunan"]["urutan"] == {"0": [jalur[Jenjang.TUJUAN].pk, baru.pk]}


def test_news_of_a_step_of_the_ladder_bring_the_whole_table(kabar, pohon, jalur, siapa):
    """Other rows may be edited then."""
    pohon.refresh_from_db()
    sejak = pohon.versi
    pohon.ajukan(versi=sejak, galat=0, **siapa)

    isi = kabar(sejak).json()

    assert isi["tabel"].count("<tr ") == len(jalur)
    assert "data-i" not in isi["tabel"]


def test_much_at_once_brings_the_whole_table(kabar, pohon, jalur, siapa, monkeypatch):
    monkeypatch.setattr(perubahan_lembar, "BARIS_PALING_BANYAK", 1)
    pohon.refresh_from_db()
    sejak = pohon.versi
    pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, kinerja="Satu", **siapa)
    pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, kinerja="Dua", **siapa)

    assert "Dua" in kabar(sejak).json()["tabel"]


def test_a_narrowed_role_gets_all_rows_when_the_shape_changed(kabar, masuk, pohon, jalur, siapa):
    """Whose boxes they are may have changed with their place."""
    Keanggotaan.objects.update(cabang=jalur[Jenjang.SASARAN])
    pohon.refresh_from_db()
    sejak = pohon.versi
    pohon.pindahkan(jalur[Jenjang.SASARAN], induk=jalur[Jenjang.TUJUAN], setelah="AWAL", **siapa)
    pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, kinerja="Lain", **siapa)

    isi = kabar(sejak).json()

    assert isi["tabel"].count("data-i") == len(jalur) - 1


def test_a_move_in_a_large_document_is_a_small_answer(masuk, pohon, perencana):
    isi_besar(pohon, perencana, 300)
    kegiatan, ke = pohon.simpul.filter(jenjang=Jenjang.KEGIATAN).order_by("lft")[1:6:4]

    jawaban = kirim(
        masuk, f"/simpul/{kegiatan.pk}/letak/", {"induk": ke.induk_id, "setelah": ke.pk}
    )

    isi = jawaban.json()
    assert len(isi["baris"]) == 5  # the box, both programs, what is above them
    anak = ke.induk.get_children().order_by("lft").values_list("pk", flat=True)
    assert isi["susunan"]["urutan"][str(ke.induk_id)] == list(anak)
    assert len(jawaban.content) < 15_000
