"""Notes on screens: the ladder of each act, the list, the desk, a box, evidence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kinerja.models import Riwayat
from kinerja.pilihan import Peran
from laporan.models import Catatan
from tests.factories import PADA, buat_dinas, buat_pengguna
from tests.laporan.catatan_uji import PDF, buat_catatan, melangkah

ISI = {"isi": "Target tanpa dasar.", "rekomendasi": "Lampirkan perhitungannya.",
       "tenggat": "2099-01-31", "tahun": "2025"}  # fmt: skip
LANGKAH = {
    "jawaban": ("perencana", {}),
    "tindak-lanjut": ("perencana", {"tautan": "https://contoh.id/bukti"}),
    "pengembalian": ("evaluator", {}),
    "perpanjangan": ("evaluator", {"tenggat": "2099-06-30"}),
    "penyelesaian": ("evaluator", {}),
    "penarikan": ("evaluator", {}),
}
"""Who takes it, what it needs besides words; the ones that answer need an answer first."""


@pytest.fixture
def siapa(perencana, evaluator, perencana_lain, pejabat):
    return {"perencana": perencana, "evaluator": evaluator, "lain": perencana_lain,
            "pejabat": pejabat}  # fmt: skip


@pytest.fixture
def catatan(pohon, jalur, evaluator, perencana):
    return buat_catatan(pohon, evaluator, simpul=jalur["SASARAN"])


def baru(pohon, **isi):
    tanya = "&".join(f"{k}={v}" for k, v in ({"jenis": "POHON", "asal": pohon.pk} | isi).items())
    return f"{reverse('catatan-baru')}?{tanya}"


def test_an_evaluator_writes_from_a_box_and_the_agency_reads(
    client, pohon, jalur, evaluator, perencana
):
    client.force_login(evaluator)
    kotak = jalur["SASARAN"]
    rinci = client.get(reverse("simpul-rinci", args=[kotak.pk])).content.decode()
    assert "Tulis catatan tentang kotak ini" in rinci
    alamat = baru(pohon, simpul=kotak.pk, kode="Q05")
    assert "Dari pemeriksaan Q05" in client.get(alamat).content.decode()

    jawab = client.post(alamat, ISI, follow=True).content.decode()

    assert "Catatan dikirim kepada Dinas Sosial." in jawab
    satu = Catatan.objects.get()
    assert (satu.kode, satu.simpul_uid, satu.tahun) == ("Q05", kotak.uid, 2025)
    assert Riwayat.objects.filter(kata_kerja="tulis catatan").exists()
    client.force_login(perencana)
    rinci = client.get(reverse("simpul-rinci", args=[kotak.pk])).content.decode()
    assert "Target tanpa dasar." in rinci
    assert "Tulis catatan" not in rinci
    assert "Target tanpa dasar." in client.get(reverse("catatan-daftar")).content.decode()
    assert client.get(reverse("evaluasi")).status_code == 200


def test_writing_climbs_the_ladder(client, pohon, jalur, siapa, perencana_lain):
    kesehatan = perencana_lain.daftar_keanggotaan()[0].perangkat_daerah
    bappeda = buat_pengguna("bappeda", Peran.BAPPEDA, di=pohon.perangkat_daerah.pemda)
    di_dinas = buat_pengguna("itda", Peran.INSPEKTORAT, di=pohon.perangkat_daerah)
    luar = buat_pengguna("luar", Peran.INSPEKTORAT, di=kesehatan)
    assert client.post(baru(pohon), ISI).status_code == 302
    for orang, status in ((siapa["perencana"], 403), (bappeda, 403), (di_dinas, 403), (luar, 404)):
        client.force_login(orang)
        assert client.post(baru(pohon), ISI).status_code == status
    client.force_login(siapa["evaluator"])
    assert client.post(baru(pohon), ISI | {"tenggat": ""}).status_code == 422
    for salah in (baru(pohon, asal=99999), baru(pohon, jenis="ARSIP"), baru(pohon, simpul=99999),
                  baru(pohon, asal="x"), baru(pohon, simpul=pohon.akar().pk)):  # fmt: skip
        assert client.get(salah).status_code == 404
    assert not Catatan.objects.exists()
    assert client.post(baru(pohon), ISI).status_code == 302
    assert Catatan.objects.get().simpul_uid is None


@pytest.mark.parametrize("benda", LANGKAH)
def test_each_step_climbs_the_ladder(benda, client, catatan, siapa):
    oleh, isi = LANGKAH[benda]
    if benda in ("pengembalian", "penyelesaian"):
        melangkah(catatan, "JAWAB", siapa["perencana"])
    versi = catatan.versi
    alamat = reverse(f"catatan-{benda}", args=[catatan.pk])
    isi = {"teks": "Sudah diperbaiki.", "versi": versi} | isi
    assert client.post(alamat, isi).status_code == 302  # guest
    assert client.post(alamat, isi, headers={"HX-Request": "true"}).status_code == 401
    bukan = "evaluator" if oleh == "perencana" else "perencana"
    for lain, status in ((bukan, 403), ("pejabat", 403), ("lain", 404)):
        client.force_login(siapa[lain])
        assert client.post(alamat, isi).status_code == status
    client.force_login(siapa[oleh])
    assert client.post(alamat, isi | {"versi": ""}).status_code == 422
    assert client.post(alamat, isi | {"teks": "x" * 4001}).status_code == 422
    basi = client.post(alamat, isi | {"versi": versi - 1})
    assert basi.status_code == 409
    assert "Sementara itu catatan ini menjadi" in basi.content.decode()
    assert Catatan.objects.get().versi == versi

    assert client.post(alamat, isi).status_code == 302

    catatan.refresh_from_db()
    assert catatan.versi == versi + 1
    akhir = Riwayat.objects.order_by("-pk").first()
    assert akhir.oleh == siapa[oleh]
    assert akhir.kata_kerja.endswith(" catatan")


def test_a_finished_note_is_locked(client, catatan, siapa):
    melangkah(catatan, "TARIK", siapa["evaluator"])
    for benda, (oleh, isi) in LANGKAH.items():
        client.force_login(siapa[oleh])
        alamat = reverse(f"catatan-{benda}", args=[catatan.pk])
        isi = {"teks": "Lagi.", "versi": catatan.versi} | isi
        jawab = client.post(alamat, isi)
        assert jawab.status_code == 422
        assert "kini berstatus Ditarik" in jawab.content.decode()


def test_evidence_is_kept_and_given_to_readers_only(client, catatan, siapa):
    client.force_login(siapa["perencana"])
    alamat = reverse("catatan-tindak-lanjut", args=[catatan.pk])
    isi = {"teks": "Indikator sudah diganti.", "versi": 1}
    salah = client.post(alamat, isi | {"berkas": SimpleUploadedFile("a.pdf", b"bukan")})
    assert salah.status_code == 422
    assert "bukan PDF" in salah.content.decode()
    assert client.post(alamat, isi).status_code == 422
    client.post(alamat, isi | {"berkas": SimpleUploadedFile("Nota dinas.pdf", PDF)})
    baris = catatan.tanggapan.get()
    bukti = reverse("tanggapan-bukti", args=[baris.pk])
    jawab = client.get(bukti)
    assert b"".join(jawab.streaming_content) == PDF
    assert "Nota dinas.pdf" in jawab["Content-Disposition"]
    client.force_login(siapa["lain"])
    assert client.get(bukti).status_code == 404
    client.force_login(siapa["evaluator"])
    halaman = client.get(reverse("catatan", args=[catatan.pk])).content.decode()
    assert "Nota dinas.pdf" in halaman
    assert "Nyatakan selesai" in halaman


def test_the_list_is_narrowed_and_takes_a_fixed_number_of_queries(
    client, pohon, evaluator, perencana, django_assert_max_num_queries
):
    for n in range(8):
        satu = buat_catatan(pohon, evaluator, isi=f"Catatan nomor {n}")
        if n % 2:
            melangkah(satu, "JAWAB", perencana)
    buat_dinas(pohon.perangkat_daerah.pemda, "Dinas Lain", "9.9")
    client.force_login(evaluator)
    alamat = reverse("catatan-daftar")
    with django_assert_max_num_queries(11):
        semua = client.get(alamat).content.decode()
    assert semua.count("Catatan nomor") == 8
    assert client.get(alamat, {"keadaan": "DIJAWAB"}).content.decode().count("Catatan nomor") == 4
    assert client.get(alamat, {"keadaan": "LEWAT"}).content.decode().count("Catatan nomor") == 4
    assert "Tidak ada catatan dengan" in client.get(alamat, {"tahun": "2024"}).content.decode()
    with django_assert_max_num_queries(16):
        meja = client.get(reverse("evaluasi")).content.decode()
    assert 'aria-label="4 catatan lewat tenggat Dinas Sosial"' in meja


def test_a_note_survives_its_box(client, catatan, jalur, perencana, evaluator):
    pohon = jalur["SASARAN"].pohon
    client.force_login(perencana)
    hapus = client.get(reverse("simpul-penghapusan", args=[jalur["SASARAN"].pk])).content.decode()
    assert "1 catatan evaluasi yang belum selesai" in hapus
    pohon.hapus(jalur["SASARAN"], oleh=perencana, pada=PADA)
    client.force_login(evaluator)
    assert (
        "Kotaknya sudah dihapus"
        in client.get(reverse("catatan", args=[catatan.pk])).content.decode()
    )
