"""Packages of documents: what is inside, nothing printed twice, killed and resumed, who may ask."""

import csv
import hashlib
import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.gambar.ukur_teks import HurufTidakAda
from kinerja.models import Bukti, Pekerjaan
from kinerja.pilihan import StatusPekerjaan as Status
from laporan import tembolok
from laporan.aturan.paket import Penamaan, ruas
from laporan.ekspor.paket import BarisPaket, daftar_csv, halaman_indeks
from laporan.evaluasi.minta_paket import minta_paket
from laporan.evaluasi.susun_paket import PesananPaket, tulis_paket
from laporan.jenis_cetak import JenisCetak
from laporan.models import BerkasDokumen, Dokumen
from laporan.pekerjaan import kerjakan
from laporan.pilihan import JenisDokumen
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA, buat_dinas
from tests.kinerja.ukur_uji import buat_terukur
from tests.laporan.dokumen_uji import bekukan
from tests.laporan.paket_uji import untuk_anak
from tests.laporan.perjanjian_uji import disahkan

PDF = b"%PDF-1.7\nbukti"
SEKALI = {"cascading": 1, "perjanjian": 1, "renaksi": 1, "pengukuran": 1}


@pytest.fixture
def berisi(kantor, tunggu, kadis, jalur, perencana):
    """An agency with a cascading, an agreed and a draft agreement, a file and a link."""
    from cascading.pembuatan_perjanjian import buat_perjanjian

    disahkan(tunggu, kadis)
    buat_perjanjian(kantor.jabatan["kabid_b"], TAHUN, oleh=perencana, pada=PADA)
    indikator = buat_terukur(jalur["PROGRAM"].pohon, jalur, perencana)
    masa = {"tahun": TAHUN, "triwulan": 1, "oleh": perencana, "pada": PADA}
    Bukti.lampirkan(indikator, "Laporan: TW I.pdf", PDF, **masa)
    Bukti.tautkan(indikator, "https://data.contoh.id/tw1", nama="Tabel", **masa)
    return kantor.dinas


@pytest.fixture
def pesanan(berisi):
    return PesananPaket((berisi.pk,), TAHUN, "Dokumen kinerja", PADA.isoformat())


@pytest.fixture
def cetak(monkeypatch):
    """Counts what is rendered, by kind."""
    hitung, asli = Counter(), JenisCetak.buat

    def buat(self, *isi, **lain):
        hitung[self.kode] += 1
        return asli(self, *isi, **lain)

    monkeypatch.setattr(JenisCetak, "buat", buat)
    return hitung


def susun(pesanan, tujuan, lapor=lambda persen: None):
    tulis_paket(pesanan, tujuan, lapor)
    return zipfile.ZipFile(tujuan)


def daftar(zip_):
    teks = zip_.read("daftar.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(teks)))


def test_a_package_holds_documents_evidence_and_lists(pesanan, berisi, tmp_path, tunggu):
    persen = []
    zip_ = susun(pesanan, tmp_path / "paket.zip", persen.append)

    assert zip_.testzip() is None
    assert persen == sorted(persen)
    assert persen[-1] == 100
    baris = daftar(zip_)
    assert Counter(b["jenis"] for b in baris) == {
        "Cascading": 1, "Perjanjian Kinerja": 2, "Rencana aksi": 1, "Pengukuran": 1, "Bukti": 2,
    }  # fmt: skip
    for b in baris:
        if b["berkas"]:
            isi = zip_.read(b["berkas"])
            assert (hashlib.sha256(isi).hexdigest(), str(len(isi))) == (b["sha256"], b["ukuran"])
    beku = next(b for b in baris if b["status"] == "Disetujui")
    cetakan = BerkasDokumen.objects.get(jenis="CETAK")
    assert zip_.read(beku["berkas"]) == bytes(cetakan.isi)
    assert beku["berkas"] == "Dinas Sosial/Perjanjian Kinerja/Kepala Bidang Rehabilitasi.pdf"
    bukti = [b for b in baris if b["jenis"] == "Bukti"]
    assert zip_.read("Dinas Sosial/Bukti/TW1 Laporan TW I.pdf") == PDF
    assert (bukti[1]["tautan"], bukti[1]["berkas"]) == ("https://data.contoh.id/tw1", "")
    indeks = zip_.read("index.html").decode()
    assert 'href="Dinas%20Sosial/Bukti/TW1%20Laporan%20TW%20I.pdf"' in indeks
    assert "src=" not in indeks
    assert set(zip_.namelist()) == {b["berkas"] for b in baris if b["berkas"]} | {
        "daftar.csv", "index.html",
    }  # fmt: skip


def test_nothing_is_rendered_twice(pesanan, cetak, tmp_path):
    satu = susun(pesanan, tmp_path / "1.zip")
    assert cetak == SEKALI
    dua = susun(pesanan, tmp_path / "2.zip")
    assert cetak == SEKALI
    assert satu.read("daftar.csv") == dua.read("daftar.csv")
    assert Path(satu.filename).read_bytes() == Path(dua.filename).read_bytes()


def test_a_killed_attempt_is_resumed_without_rendering_what_was_done(pesanan, cetak, tmp_path):
    tujuan = tmp_path / "paket.zip"

    def mati(persen):
        if cetak["pengukuran"]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        susun(pesanan, tujuan, mati)
    assert not tujuan.exists()
    assert cetak == SEKALI

    assert len(daftar(susun(pesanan, tujuan))) == 7
    assert cetak == SEKALI


def test_frozen_reports_join_their_kind(pesanan, berisi, perencana, cetak, tmp_path):
    isi = {"perangkat_daerah": berisi, "tahun": TAHUN, "oleh": perencana, "pada": PADA}
    for jenis in (JenisDokumen.PENGUKURAN, JenisDokumen.LHE):
        beku = Dokumen.bekukan({}, kode=Dokumen.kode_baru(), jenis=jenis, asal=1,
                               judul=f"Laporan {jenis}", **isi)  # fmt: skip
        BerkasDokumen.tambah(beku, PDF, jenis="CETAK", nama="a.pdf", oleh=perencana, pada=PADA)
        BerkasDokumen.tambah(beku, PDF + b"x", jenis="PINDAIAN", nama="b.pdf", oleh=perencana,
                             pada=PADA)  # fmt: skip
    zip_ = susun(pesanan, tmp_path / "paket.zip")
    assert zip_.read("Dinas Sosial/Pengukuran/Laporan PENGUKURAN.pdf") == PDF
    assert zip_.read("Dinas Sosial/LHE/Laporan LHE Pindaian bertanda tangan.pdf") == PDF + b"x"
    assert cetak == SEKALI


def test_what_cannot_be_printed_stops_nothing(pesanan, monkeypatch, tmp_path):
    def gagal(self, *isi, **lain):
        raise HurufTidakAda("Liberation Sans")

    monkeypatch.setattr(JenisCetak, "buat", gagal)
    Path(Bukti.objects.exclude(sha256="").get().jalur).unlink()
    baris = daftar(susun(pesanan, tmp_path / "paket.zip"))
    assert Counter(bool(b["berkas"]) for b in baris) == {True: 1, False: 6}
    assert "tidak dapat dicetak: Huruf" in next(b["status"] for b in baris)
    assert "berkasnya tidak ada di penyimpanan" in {b["status"] for b in baris}


def test_all_agencies_of_a_pemda_each_in_a_folder(berisi, evaluator, tmp_path):
    buat_dinas(berisi.pemda, "Dinas Sosial", "9.9")  # called alike
    kerja = minta_paket(berisi.pemda, semua=True, tahun=TAHUN, oleh=evaluator, pada=PADA)
    pesanan = PesananPaket.dari_json(tembolok.jalur(kerja.kunci, "json").read_text())
    assert len(pesanan.lembaga) == 3
    zip_ = susun(pesanan, tmp_path / "paket.zip")
    assert {b["perangkat_daerah"] for b in daftar(zip_)} == {"Dinas Sosial"}
    assert kerja.nama_berkas == "Dokumen kinerja Kabupaten Contoh semua 2025 2025-01-06.zip"


def test_the_same_data_are_one_package_until_it_is_swept_away(berisi, perencana, evaluator):
    def minta(pada=PADA):
        return minta_paket(berisi, semua=False, tahun=TAHUN, oleh=evaluator, pada=pada)

    satu = minta()
    assert minta() == satu
    tembolok.simpan(satu.kunci, "zip", b"PK")
    Pekerjaan.objects.update(status=Status.SELESAI)
    assert minta() == satu
    lain = berisi.pohon.first()
    lain.tambah(induk=lain.akar(), jenjang="TUJUAN", kinerja="Baru", oleh=perencana, pada=PADA)
    assert minta() != satu
    tembolok.jalur(satu.kunci, "zip").unlink()
    assert Pekerjaan.objects.count() == 2


def test_the_page_begins_with_the_last_year_that_holds_something(client, dinas, perencana):
    client.force_login(perencana)
    kini = timezone.localdate().year

    sebelum = client.get(reverse("paket")).context["form"]["tahun"].value()
    bekukan(dinas, perencana, tahun=kini)

    assert sebelum == kini - 1
    assert client.get(reverse("paket")).context["form"]["tahun"].value() == kini


def test_asking_on_the_page(client, berisi, evaluator, perencana, perencana_lain):
    kesehatan = perencana_lain.daftar_keanggotaan()[0].perangkat_daerah
    alamat, isi = reverse("paket"), {"lembaga": berisi.pk, "tahun": TAHUN}
    semua = {"lembaga": f"semua-{berisi.pemda_id}", "tahun": TAHUN}
    assert client.post(alamat, isi).status_code == 302
    assert not Pekerjaan.objects.exists()
    for siapa, kirim, status in (
        (perencana, semua, 403), (perencana, isi | {"lembaga": kesehatan.pk}, 404),
        (perencana, isi | {"tahun": "1900"}, 422), (evaluator, {"tahun": TAHUN}, 422),
    ):  # fmt: skip
        client.force_login(siapa)
        assert client.post(alamat, kirim).status_code == status
    assert not Pekerjaan.objects.exists()
    client.force_login(evaluator)
    jawab = client.post(alamat, semua)
    kerja = Pekerjaan.objects.get()
    assert jawab["Location"] == reverse("pekerjaan", args=[kerja.uid])
    assert kerja.perangkat_daerah == berisi.pemda
    client.force_login(perencana)
    assert client.get(reverse("pekerjaan", args=[kerja.uid])).status_code == 404
    assert "semua" not in client.get(alamat).content.decode()
    assert client.post(alamat, isi).status_code == 302
    assert kerja.nama_berkas not in client.get(alamat).content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_job_packs_in_a_child_that_reads_the_database(
    client, pohon, jalur, evaluator, perencana, tmp_path, monkeypatch, settings
):
    untuk_anak(monkeypatch, settings, tmp_path)
    kerja = minta_paket(pohon.perangkat_daerah, semua=False, tahun=TAHUN, oleh=evaluator, pada=PADA)

    assert kerjakan.call(kerja.pk) == Status.SELESAI

    client.force_login(evaluator)
    assert "Sudah dihapus" not in client.get(reverse("paket")).content.decode()
    jawab = client.get(reverse("pekerjaan-berkas", args=[kerja.uid]))
    assert jawab["Content-Type"] == "application/zip"
    isi = zipfile.ZipFile(io.BytesIO(b"".join(jawab.streaming_content)))
    assert [b["jenis"] for b in daftar(isi)] == ["Cascading", "Rencana aksi", "Pengukuran"]
    tembolok.jalur(kerja.kunci, "zip").unlink()
    assert "Sudah dihapus" in client.get(reverse("paket")).content.decode()


# --- names and tables --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "jadi"),
    [
        ("Laporan: TW/I?.pdf", "Laporan TW I pdf"), ("../../etc", "etc"), ("", "tanpa nama"),
        ("CON", "CON berkas"), ("x" * 200, "x" * 80), ("a\x00b", "a b"), ("<Dinas>", "Dinas"),
    ],
)  # fmt: skip
def test_names_that_every_system_takes(nama, jadi):
    assert ruas(nama) == jadi


def test_paths_are_never_taken_twice():
    nama = Penamaan()
    daftar = [nama.jalur(("A", "B"), n, "pdf") for n in ("Satu", "satu", "Satu")]
    assert daftar == ["A/B/Satu.pdf", "A/B/satu (2).pdf", "A/B/Satu (3).pdf"]
    assert [nama.folder("A"), nama.folder("a")] == ["A", "a (2)"]


def test_lists_are_read_as_text():
    satu = BarisPaket("=Jenis", '<b>"Dinas"', 2025, "a & b", "-x", "a b/ç.pdf", "0", 1)
    baris = next(csv.DictReader(io.StringIO(daftar_csv([satu]).decode("utf-8-sig"))))
    assert (baris["jenis"], baris["status"]) == ("'=Jenis", "'-x")
    indeks = halaman_indeks("Judul", "Ket", [satu]).decode()
    assert "&lt;b&gt;&quot;Dinas&quot;" in indeks
    assert '<a href="a%20b/%C3%A7.pdf">a &amp; b</a>' in indeks
    assert "Belum ada dokumen" in halaman_indeks("Judul", "Ket", []).decode()
