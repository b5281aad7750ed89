"""Who opens and steps a penjenjangan: its ladder, roles, guests, later editions."""

import pytest

from cascading.models import ButirPenjenjangan, Penjenjangan
from kinerja.models import Pohon
from tests.cascading.penjenjangan_uji import alamat, isi
from tests.factories import PADA

SKRIP = {"HTTP_X_REQUESTED_WITH": "fetch"}


def test_the_ladder_on_screen(client, sebagai, penjenjangan, perencana, kepala):
    ajukan = alamat("pengajuan", penjenjangan.pk)
    basi = sebagai.post(ajukan, {"versi": "1"})
    assert basi.status_code == 422
    assert "berubah sesudah halaman ini dibuka" in basi.content.decode()
    versi = Penjenjangan.objects.get().versi
    naik = sebagai.post(ajukan, {"versi": versi}, follow=True)
    assert "Penjenjangan diajukan." in naik.content.decode()
    assert "Tambah butir" not in isi(sebagai, "tahap", penjenjangan.pk, "1")
    tambah = alamat("butir-baru", penjenjangan.pk, "ISU")
    terkunci = sebagai.post(tambah, {"teks": "Isu"})
    assert (terkunci.status_code, ButirPenjenjangan.objects.count()) == (422, 2)
    assert "Diajukan, jadi tidak dapat diubah" in terkunci.content.decode()

    setujui = alamat("persetujuan", penjenjangan.pk)
    versi = Penjenjangan.objects.get().versi
    assert sebagai.post(setujui, {"versi": versi}).status_code == 403
    client.force_login(kepala)
    tolak = client.post(setujui, {"versi": versi})
    assert "Setujui dahulu Pohon kinerja" in tolak.content.decode()
    Pohon.objects.update(status="DISETUJUI")
    client.post(setujui, {"versi": versi})
    assert Penjenjangan.objects.get().status == "DISETUJUI"
    client.force_login(perencana)
    hapus = client.post(alamat("penghapusan", penjenjangan.pk), follow=True)
    assert "tidak dapat diubah" in hapus.content.decode()
    assert Penjenjangan.objects.exists()


def test_a_later_approved_edition_of_a_tree_is_told(sebagai, penjenjangan):
    assert "edisi sebelumnya" not in isi(sebagai, "", penjenjangan.pk)
    kini = penjenjangan.cascading
    sama = {m: getattr(kini, m) for m in ("perangkat_daerah", "periode", "jenis", "judul")}
    kedua = Pohon(**sama, edisi=2, status="DISETUJUI", diubah_pada=PADA)
    Pohon._base_manager.bulk_create([kedua])

    halaman = isi(sebagai, "", penjenjangan.pk)
    assert "Cascading edisi 2 sudah disetujui" in halaman
    assert alamat("data", penjenjangan.pk) in halaman
    data = sebagai.get(alamat("data", penjenjangan.pk)).content.decode()
    assert ", edisi 2" in data


ACTS = [
    ("data", False), ("kata", False), ("matriks", False), ("salinan", False),
    ("penghapusan", True), ("pembatalan", True), ("butir-baru", False), ("butir", False),
    ("butir-letak", True), ("butir-penghapusan", True), ("judul-kiri", False), ("pengajuan", True),
]  # fmt: skip


def tempat(nama, penjenjangan, butir, kondisi):
    lain = {
        "butir-baru": (penjenjangan.pk, "ISU"), "butir": (butir.pk,), "butir-letak": (butir.pk,),
        "butir-penghapusan": (butir.pk,), "judul-kiri": (penjenjangan.pk, kondisi[3].uid),
    }  # fmt: skip
    return alamat(nama, *lain.get(nama, (penjenjangan.pk,)))


@pytest.mark.parametrize(("nama", "hanya_post"), ACTS)
def test_only_who_writes_for_the_agency_opens_what_writes(
    client, penjenjangan, butir, kondisi, kepala, perencana_lain, nama, hanya_post
):
    di = tempat(nama, penjenjangan, butir, kondisi)
    minta = client.post if hanya_post else client.get
    assert minta(di).status_code == 302
    assert minta(di, **SKRIP).status_code == 401
    client.force_login(kepala)
    assert minta(di).status_code == 403
    client.force_login(perencana_lain)
    assert minta(di).status_code == 404
    if hanya_post:
        assert client.get(di).status_code == 405


def test_who_reads_the_agency_reads_the_stages(
    client, penjenjangan, evaluator, perencana_lain, pejabat
):
    for siapa, status in ((evaluator, 200), (pejabat, 200), (perencana_lain, 404)):
        client.force_login(siapa)
        for di in (("", penjenjangan.pk), ("tahap", penjenjangan.pk, "1")):
            assert client.get(alamat(*di)).status_code == status
    client.force_login(evaluator)
    satu = isi(client, "tahap", penjenjangan.pk, "1")
    assert "Tambah butir" not in satu
    assert "Ubah kotaknya" not in isi(client, "tahap", penjenjangan.pk, "5.3")
    client.logout()
    assert client.get(alamat("", penjenjangan.pk)).status_code == 302
