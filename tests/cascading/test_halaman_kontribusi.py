"""The page of a shared indicator: each side fills its part, the leader makes both numbers equal."""

from django.urls import reverse

from cascading.alur_lintas import samakan
from cascading.models import Crosscutting
from kinerja.models import Realisasi
from kinerja.pilihan import Peran
from tests.cascading.test_kontribusi import TAHUN, realisasi
from tests.factories import PADA, buat_dinas, buat_pengguna


def test_a_realisation_typed_otherwise_is_told_and_made_the_sum_by_who_leads(
    client, isi, lintas, indikator, perencana, perencana_lain
):
    isi(None, "10")
    isi(lintas, "20")
    Realisasi.objects.filter(indikator=indikator).update(mentah="99", nilai=99)
    alamat = reverse("kontribusi", args=[lintas.pk]) + f"?tahun={TAHUN}"
    client.force_login(perencana_lain)
    halaman = client.get(alamat).content.decode()
    assert "realisasi 99, jumlah kontribusi 30" in halaman
    assert "Samakan" not in halaman
    assert client.post(alamat, {"pihak": "sendiri", "samakan": "1"}).status_code == 403
    kunci = {"pihak": str(lintas.pk), "samakan": "1"}
    assert client.post(alamat, kunci).status_code == 403

    client.force_login(perencana)
    client.post(alamat, {"pihak": "sendiri", "samakan": "1"})
    assert realisasi(indikator) == {1: "30"}
    assert samakan(indikator, TAHUN, (1,), oleh=perencana, pada=PADA) == []


def test_each_side_fills_its_own_part_on_one_page(
    client, lintas, indikator, perencana, perencana_lain, dinas
):
    alamat = reverse("kontribusi", args=[lintas.pk]) + f"?tahun={TAHUN}"
    client.force_login(perencana_lain)
    halaman = client.get(alamat).content.decode()
    assert "Isi kontribusi Dinas Kesehatan" in halaman
    assert "Isi kontribusi Dinas Sosial" not in halaman
    milik = {"pihak": str(lintas.pk), "realisasi_1": "40", "lama_realisasi_1": ""}
    assert client.post(alamat, milik | {"pihak": "sendiri"}).status_code == 403
    assert client.post(alamat, milik).status_code == 302
    assert client.post(alamat, milik | {"realisasi_1": "9"}).status_code == 409
    salah = client.post(alamat, milik | {"realisasi_1": "a 1,2,3", "lama_realisasi_1": "40"})
    assert (salah.status_code, 'value="a 1,2,3"' in salah.content.decode()) == (422, True)

    client.force_login(perencana)
    halaman = client.get(alamat).content.decode()
    assert "1 dari 2 pihak" in halaman
    client.post(alamat, {"pihak": "sendiri", "realisasi_1": "60", "lama_realisasi_1": ""})
    ukur = client.get(f"/indikator/{indikator.pk}/pengukuran/?tahun={TAHUN}&triwulan=1")
    assert "<b>100</b>" in ukur.content.decode()
    assert "Dinas Kesehatan" in ukur.content.decode()

    asing = buat_pengguna("asing", Peran.PERENCANA, di=buat_dinas(dinas.pemda, "Dinas X", "7"))
    client.force_login(asing)
    assert client.get(alamat).status_code == 404
    client.force_login(buat_pengguna("bappeda", Peran.BAPPEDA, di=dinas.pemda))
    halaman = client.get(alamat).content.decode()
    assert "Isi kontribusi" not in halaman
    assert client.post(alamat, milik).status_code == 403
    client.logout()
    assert client.get(alamat).status_code == 302


def test_the_asking_side_names_the_indicator_on_its_page(
    client, permintaan, indikator, kondisi, kesehatan, perencana, perencana_lain
):
    client.force_login(perencana)
    alamat = reverse("simpul-minta", args=[kondisi[4].pk])
    assert "Indikator bersama" in client.get(alamat).content.decode()
    isi = {"diminta": f"pd-{kesehatan.pk}", "isi": "Layani", "indikator": indikator.pk}
    client.post(alamat, isi)
    lintas = Crosscutting.objects.get()
    assert lintas.indikator_uid == indikator.uid
    bagi = reverse("lintas-bagi", args=[lintas.pk])
    client.post(bagi, {"indikator": ""})
    lintas.refresh_from_db()
    assert lintas.indikator_uid is None
    assert client.get(reverse("kontribusi", args=[lintas.pk])).status_code == 404
    assert client.post(bagi, {"indikator": "0"}).status_code == 422
    client.force_login(perencana_lain)
    assert client.post(bagi, {"indikator": indikator.pk}).status_code == 403


def test_who_was_only_asked_reads_no_figures(
    client, permintaan, indikator, perencana, perencana_lain
):
    diminta = permintaan(indikator=indikator)
    alamat = reverse("kontribusi", args=[diminta.pk]) + f"?tahun={TAHUN}"
    data = {"pihak": str(diminta.pk), "realisasi_1": "1", "lama_realisasi_1": ""}
    for langkah in (None, diminta.tolak):
        if langkah:
            langkah("Tidak ada tugasnya", oleh=perencana_lain, pada=PADA)
        client.force_login(perencana_lain)
        assert client.get(alamat).status_code == 404
        assert client.post(alamat, data).status_code == 404
        client.force_login(perencana)
        assert client.get(alamat).status_code == 200
