"""A planner adds, moves and deletes boxes through plain forms."""

import pytest
from django.urls import reverse

from kinerja.models import Riwayat, Simpul
from kinerja.pilihan import Jenjang, StatusPohon
from tests.factories import PADA
from tests.kinerja.formulir_uji import kirim


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def alamat_baru(pohon, induk=None) -> str:
    return reverse("simpul-baru", args=[pohon.pk]) + (f"?induk={induk.pk}" if induk else "")


def anak(simpul) -> list[str]:
    return [s.sebutan for s in Simpul.objects.filter(induk=simpul).order_by("lft")]


def test_a_box_is_added_below_another(masuk, pohon, jalur):
    response = kirim(masuk, alamat_baru(pohon, jalur[Jenjang.KEGIATAN]), nama="Sandang")

    baru = Simpul.objects.get(nama="Sandang")
    assert response["Location"] == reverse("simpul-ubah", args=[baru.pk])
    assert (baru.jenjang, baru.induk) == (Jenjang.SUB_KEGIATAN, jalur[Jenjang.KEGIATAN])
    assert Riwayat.objects.filter(pohon=pohon).latest("nomor").kata_kerja == "tambah"


def test_the_first_box_goes_directly_below_the_document(masuk, pohon):
    kirim(masuk, alamat_baru(pohon), jenjang=Jenjang.TUJUAN, kinerja="Meningkatnya layanan")

    assert anak(pohon.akar()) == ["Meningkatnya layanan"]


def test_only_legal_levels_are_offered(masuk, pohon, jalur):
    form = masuk.get(alamat_baru(pohon, jalur[Jenjang.SASARAN])).context["form"]

    assert [kode for kode, _ in form.fields["jenjang"].choices] == [Jenjang.PROGRAM]


def test_an_illegal_level_is_refused(masuk, pohon, jalur):
    alamat = alamat_baru(pohon, jalur[Jenjang.SASARAN])

    response = kirim(masuk, alamat, jenjang=Jenjang.SUB_KEGIATAN, nama="Salah")

    assert response.status_code == 422
    assert not Simpul.objects.filter(nama="Salah").exists()


def test_a_box_without_any_text_is_refused_with_the_reason(masuk, pohon):
    response = kirim(masuk, alamat_baru(pohon), jenjang=Jenjang.TUJUAN)

    assert response.status_code == 422
    assert "Tujuan harus punya nama atau kinerja" in response.content.decode()


def test_a_parent_of_another_document_is_unknown(masuk, pohon, jalur):
    assert masuk.get(alamat_baru(pohon) + "?induk=999999").status_code == 404
    assert masuk.get(alamat_baru(pohon) + "?induk=x").status_code == 404


def test_a_box_moves_with_what_hangs_below_it(masuk, pohon, jalur, perencana):
    lain = pohon.tambah(
        induk=jalur[Jenjang.SASARAN], jenjang=Jenjang.PROGRAM, nama="Program Lain",
        oleh=perencana, pada=PADA,
    )  # fmt: skip
    kegiatan = jalur[Jenjang.KEGIATAN]

    response = kirim(masuk, reverse("simpul-perpindahan", args=[kegiatan.pk]), induk=str(lain.pk))

    kegiatan.refresh_from_db()
    assert response.status_code == 302
    assert kegiatan.induk == lain
    assert anak(kegiatan) == ["Penyediaan Permakanan"]


def test_a_box_is_put_between_its_siblings(masuk, pohon, jalur, perencana):
    kegiatan = jalur[Jenjang.KEGIATAN]
    siapa = {"oleh": perencana, "pada": PADA, "jenjang": Jenjang.SUB_KEGIATAN}
    dua, tiga = (pohon.tambah(induk=kegiatan, nama=n, **siapa) for n in ("Dua", "Tiga"))
    alamat = reverse("simpul-perpindahan", args=[tiga.pk])

    kirim(masuk, alamat, letak="AWAL")
    assert anak(kegiatan) == ["Tiga", "Penyediaan Permakanan", "Dua"]
    kirim(masuk, alamat, letak=str(dua.uid))
    assert anak(kegiatan) == ["Penyediaan Permakanan", "Dua", "Tiga"]


def test_only_legal_parents_are_offered(masuk, jalur):
    form = masuk.get(reverse("simpul-perpindahan", args=[jalur[Jenjang.PROGRAM].pk])).context[
        "form"
    ]

    assert {s.jenjang for s in form.calon.values()} == {Jenjang.AKAR, Jenjang.SASARAN}


def test_an_illegal_parent_is_refused(masuk, jalur):
    program = jalur[Jenjang.PROGRAM]
    alamat = reverse("simpul-perpindahan", args=[program.pk])

    response = kirim(masuk, alamat, induk=str(jalur[Jenjang.KEGIATAN].pk))

    assert response.status_code == 422


def test_deleting_shows_what_goes_along_first(masuk, pohon, jalur, perencana):
    program = jalur[Jenjang.PROGRAM]
    siapa = {"oleh": perencana, "pada": PADA}
    indikator = pohon.tambah_indikator(jalur[Jenjang.KEGIATAN], teks="Jumlah", **siapa)
    pohon.isi_target(indikator, "5", tahun=2025, **siapa)
    pohon.isi_pagu(jalur[Jenjang.SUB_KEGIATAN], "5.000.000", tahun=2025, **siapa)

    html = masuk.get(reverse("simpul-penghapusan", args=[program.pk])).content.decode()

    assert "1 kegiatan, 1 sub kegiatan, 1 indikator, 1 target, 1 pagu." in html
    assert "Penyediaan Permakanan" in html


def test_a_box_is_deleted_and_undo_brings_it_back(masuk, pohon, jalur):
    kegiatan = jalur[Jenjang.KEGIATAN]

    masuk.post(reverse("simpul-penghapusan", args=[kegiatan.pk]))
    assert anak(jalur[Jenjang.PROGRAM]) == []

    nomor = Riwayat.objects.filter(pohon=pohon).latest("nomor").nomor
    masuk.post(reverse("riwayat-pembatalan", args=[pohon.pk, nomor]))
    assert anak(jalur[Jenjang.PROGRAM]) == ["Rehabilitasi Sosial Dasar"]


def test_a_locked_document_refuses_to_delete_and_to_move(masuk, pohon, jalur):
    sub, program = jalur[Jenjang.SUB_KEGIATAN], jalur[Jenjang.PROGRAM]
    type(pohon).objects.filter(pk=pohon.pk).update(status=StatusPohon.DIAJUKAN)

    hapus = masuk.post(reverse("simpul-penghapusan", args=[sub.pk]))
    ke_akar = str(pohon.akar().pk)
    pindah = kirim(masuk, reverse("simpul-perpindahan", args=[program.pk]), induk=ke_akar)

    assert (hapus.status_code, pindah.status_code) == (422, 422)
    assert "tidak dapat diubah" in hapus.content.decode()
    assert "tidak dapat diubah" in pindah.content.decode()


def test_only_planners_of_the_agency_add(client, pohon, kepala, perencana_lain):
    for pengguna, status in ((kepala, 403), (perencana_lain, 404)):
        client.force_login(pengguna)
        assert client.get(alamat_baru(pohon)).status_code == status


def test_a_sibling_goes_right_after_its_neighbour(masuk, pohon, jalur, perencana):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    siapa = {"oleh": perencana, "pada": PADA, "jenjang": Jenjang.SUB_KEGIATAN}
    pohon.tambah(induk=sub.induk, nama="Terakhir", **siapa)

    kirim(masuk, alamat_baru(pohon) + f"?setelah={sub.pk}", nama="Di tengah")

    assert anak(sub.induk) == ["Penyediaan Permakanan", "Di tengah", "Terakhir"]
