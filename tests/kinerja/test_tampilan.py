"""Columns that a reader leaves out: by account and kind of document, and nothing else."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kinerja.aturan.ingatan_diagram import IngatanDiagram, baca_lipat
from kinerja.aturan.kunjungan import Kunjungan
from kinerja.aturan.tampilan import KOLOM, Tampilan, daftar_kolom, pilihan_kolom
from kinerja.models import Pengguna, Riwayat
from kinerja.pilihan import JenisPohon
from tests.factories import buat_pohon

TAHUN = (2025, 2026, 2027)
SEMUA = daftar_kolom(TAHUN)


def test_columns_left_out_become_classes_of_the_table():
    tampilan = Tampilan().memilih("CASCADING", SEMUA, ["kode", "2025", "2027", "pagu"])

    assert pilihan_kolom(tampilan, "CASCADING", TAHUN).kelas == "t2 tanpa-ind tanpa-sat tanpa-y2"
    assert pilihan_kolom(tampilan, "RPJMD", TAHUN).kelas == "t3"


def test_years_of_other_documents_are_kept():
    lama = Tampilan().memilih("CASCADING", daftar_kolom([2019, 2020]), [*KOLOM, "2020"])

    baru = lama.memilih("CASCADING", SEMUA, SEMUA)

    assert baru.tanpa["CASCADING"] == ("2019",)


def test_what_is_stored_comes_back():
    tampilan = Tampilan(2026, "MURNI").memilih("CASCADING", SEMUA, ["kode"])

    assert Tampilan.baca(tampilan.simpanan()) == tampilan


@pytest.mark.parametrize(
    "rusak", [None, [], "x", {"tahun": "2025"}, {"tanpa": []}, {"tanpa": {"LAIN": ["kode"]}},
              {"tanpa": {"CASCADING": 3}}, {"tahap": 4}]
)  # fmt: skip
def test_what_cannot_be_read_chooses_nothing(rusak):
    assert Tampilan.baca(rusak) == Tampilan()


def pilih(client, pohon, *kolom, **tanya):
    alamat = reverse("pohon-kolom", args=[pohon.pk], query=tanya)
    return client.post(alamat, {"kolom": kolom})


def test_the_choice_is_remembered_for_all_documents_of_the_kind(client, dinas, pohon, perencana):
    lain = buat_pohon(dinas, perencana, judul="Belanja wajib")
    rpjmd = buat_pohon(dinas.pemda, perencana, JenisPohon.RPJMD)
    client.force_login(perencana)

    jawab = pilih(client, pohon, "kode", "2025", "2026", "2027", tahun="2026", cari="sosial")

    assert jawab["Location"] == f"/pohon/{pohon.pk}/?tahun=2026&cari=sosial"
    akun = Pengguna.objects.get(pk=perencana.pk)
    for satu, kelas in (
        (lain, "t3 tanpa-ind tanpa-sat tanpa-pagu tanpa-y4 tanpa-y5"),
        (rpjmd, "t5"),
    ):
        kolom = pilihan_kolom(akun.tampilannya, satu.jenis, satu.periode.daftar_tahun())
        assert kolom.kelas == kelas


def test_the_page_shows_the_choice_and_the_way_back(client, pohon, jalur, perencana):
    client.force_login(perencana)
    pilih(client, pohon, "kode", "ind", "sat", "pagu", "2025")

    html = client.get(reverse("pohon", args=[pohon.pk])).content.decode()

    assert 'class="tp t1 tanpa-y2 tanpa-y3 tanpa-y4 tanpa-y5"' in html
    assert "4 tidak ditampilkan" in html
    client.post(reverse("pohon-kolom", args=[pohon.pk]), {"semua": "1"})
    assert 'class="tp t5"' in client.get(reverse("pohon", args=[pohon.pk])).content.decode()


def test_readers_choose_too_and_nothing_of_it_is_history(client, pohon, evaluator):
    sebelum = Riwayat.objects.count()
    client.force_login(evaluator)

    assert pilih(client, pohon, "kode").status_code == 302
    assert Pengguna.objects.get(pk=evaluator.pk).tampilannya.tanpa["CASCADING"][:2] == (
        "ind",
        "sat",
    )
    assert Riwayat.objects.count() == sebelum


def test_unknown_columns_are_ignored(client, pohon, perencana):
    client.force_login(perencana)

    pilih(client, pohon, *SEMUA, "2028", "2029", "<script>", "uraian")

    assert Pengguna.objects.get(pk=perencana.pk).tampilannya.tanpa["CASCADING"] == ()


def test_other_agencies_and_guests_choose_nothing(client, pohon, perencana_lain):
    assert "/masuk/" in pilih(client, pohon, "kode")["Location"]
    client.force_login(perencana_lain)

    assert pilih(client, pohon, "kode").status_code == 404


def test_looking_does_not_choose(client, pohon, perencana):
    client.force_login(perencana)

    assert client.get(reverse("pohon-kolom", args=[pohon.pk])).status_code == 405


@pytest.mark.parametrize("salah", [[], "teks", {"tahap": "x" * 6001}])
def test_the_database_keeps_a_short_object_only(perencana, salah):
    with pytest.raises(IntegrityError, match="pengguna_tampilan_berbentuk"), transaction.atomic():
        Pengguna.objects.filter(pk=perencana.pk).update(tampilan=salah)


def test_what_is_of_single_documents_makes_room():
    diagram = {str(n): IngatanDiagram(3, tuple(range(10**6, 10**6 + 40)), 75) for n in range(8)}
    kunjungan = {str(n): Kunjungan(29_000_000, n, (28_000_000, n)) for n in range(60)}
    penuh = Tampilan(2026, kunjungan=kunjungan, diagram=diagram)

    assert penuh.muat(9000) == penuh
    assert penuh.muat(3000) == Tampilan(2026, kunjungan=kunjungan)
    assert penuh.muat(300) == Tampilan(2026)
    assert Tampilan.baca(penuh.simpanan()) == penuh


@pytest.mark.parametrize("teks", ["", "x", "-1", "3.5", "9" * 20])
def test_what_is_no_branch_is_passed_over(teks):
    assert baca_lipat(f"{teks},7,7,5") == (5, 7)
    assert IngatanDiagram.baca({"lipat": teks, "skala": teks}) == IngatanDiagram()
