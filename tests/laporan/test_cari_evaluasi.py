"""Search of the evaluator: words, codes, filters, findings, pages, marks, both databases."""

import pytest
from django.db import connection
from django.urls import reverse

from kinerja.models import Indikator
from kinerja.pilihan import Jenjang, Peran
from laporan.arsip import simpan_arsip
from laporan.aturan.pencarian import Pencarian, pokok, sorot
from laporan.evaluasi.teks_penuh import INDIKATOR, KOTAK, saring_kata
from tests.factories import PADA, buat_jalur, buat_pengguna, buat_pohon

ALAMAT = "/evaluasi/cari/"


@pytest.fixture
def isi(pohon, jalur, perencana, perencana_lain):
    """Two agencies: a code, an indicator, the same words on both sides."""
    siapa = {"oleh": perencana, "pada": PADA}
    pohon.ubah(jalur["SUB_KEGIATAN"], {"kode": "1.06.04.2.01.0001"}, **siapa)
    pohon.tambah_indikator(
        jalur["SASARAN"], teks="Persentase warga terlayani", satuan="Persen", **siapa
    )
    kesehatan = perencana_lain.daftar_keanggotaan()[0].perangkat_daerah
    lain = buat_pohon(kesehatan, perencana_lain)
    buat_jalur(lain, perencana_lain)
    return kesehatan


def cari(client, siapa, **tanya):
    client.force_login(siapa)
    jawab = client.get(ALAMAT, tanya)
    assert jawab.status_code == 200
    return {k.kode: k for k in jawab.context["hasil"].kelompok}, jawab.content.decode()


def test_words_are_found_in_all_agencies_of_the_pemda(client, isi, evaluator, perencana):
    hasil, halaman = cari(client, evaluator, q="rehabilitasi SOSIAL")

    assert hasil["kotak"].banyak == 4
    assert halaman.count("<mark>") >= 8
    assert "Dinas Kesehatan" in halaman
    assert "Tulis catatan" in halaman
    hasil, halaman = cari(client, perencana, q="rehabilitasi sosial")
    assert hasil["kotak"].banyak == 2
    assert "Dinas Kesehatan" not in halaman
    assert "Tulis catatan" not in halaman


@pytest.mark.parametrize(
    ("tanya", "kotak", "indikator", "dokumen"),
    [
        ({"q": "warga terlayani"}, 0, 1, 0),
        ({"q": "terlay"}, 0, 1, 0),
        ({"q": "1.06.04.2.01"}, 1, None, None),
        ({"q": "1.06.04 permakanan"}, 1, 0, None),
        ({"q": "meningkatnya pelayanan", "jenjang": "SASARAN"}, 2, 0, None),
        ({"jenjang": "SASARAN"}, 2, 1, None),
        ({"q": "sosial", "tahun": "2031"}, 0, 0, 0),
        ({"q": "cascading kesehatan"}, 0, 0, 1),
        ({"q": "kesehatan"}, 0, 0, 1),
        ({"q": "tidak ada kata begini"}, 0, 0, 0),
        ({"q": "100% 'sosial' & | ! :* <->"}, 0, 0, 0),
        ({"q": "_ %"}, None, None, None),
        ({}, None, None, None),
    ],
)
def test_what_is_found(tanya, kotak, indikator, dokumen, client, isi, evaluator):
    hasil, _ = cari(client, evaluator, **tanya)
    banyak = {k: x.banyak for k, x in hasil.items()}
    harap = {"kotak": kotak, "indikator": indikator, "dokumen": dokumen}
    assert banyak == {k: v for k, v in harap.items() if v is not None}


def test_one_agency_only(client, isi, evaluator):
    hasil, _ = cari(client, evaluator, q="rehabilitasi", lembaga=isi.pk)
    assert hasil["kotak"].banyak == 2
    assert {b.simpul.pohon.perangkat_daerah for b in hasil["kotak"].baris} == {isi}


def test_boxes_with_a_finding(client, isi, evaluator, jalur):
    tanpa, _ = cari(
        client, evaluator, temuan="Q01", lembaga=jalur["SASARAN"].pohon.perangkat_daerah_id
    )
    nama = {b.simpul.pk for b in tanpa["kotak"].baris}
    assert jalur["PROGRAM"].pk in nama
    assert jalur["SASARAN"].pk not in nama  # it has an indicator
    hasil, halaman = cari(client, evaluator, temuan="Q01", q="permakanan")
    assert hasil["kotak"].banyak == 2
    assert "kode=Q01" in halaman


def test_all_kinds_of_documents_are_found(client, draf, evaluator, perencana, dinas):
    simpan_arsip(dinas, b"%PDF-1.4 x", nama="pk.pdf", tahun=2023, judul="Perjanjian lama 2023",
                 oleh=perencana, pada=PADA)  # fmt: skip
    hasil, halaman = cari(client, evaluator, q="perjanjian")
    assert hasil["dokumen"].banyak == 2
    assert reverse("perjanjian", args=[draf.pk]) in halaman
    assert f"/perangkat-daerah/{dinas.pk}/perjanjian/?tahun=2023" in halaman
    assert f"jenis=PERJANJIAN&amp;asal={draf.pk}" in halaman
    hasil, _ = cari(client, evaluator, q="bidang rehabilitasi 2025", bagian="dokumen")
    assert hasil["dokumen"].banyak == 1


def test_groups_are_paged_with_a_fixed_number_of_queries(
    client, pohon, evaluator, perencana, django_assert_max_num_queries
):
    for n in range(60):
        pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.TUJUAN, kinerja=f"Meningkatnya mutu {n}",
                     oleh=perencana, pada=PADA)  # fmt: skip
    client.force_login(evaluator)
    client.get(ALAMAT)
    with django_assert_max_num_queries(13):
        halaman = client.get(ALAMAT, {"q": "mutu"}).content.decode()
    assert "Lihat semua 60 kotak" in halaman
    assert halaman.count("Tulis catatan") == 8
    with django_assert_max_num_queries(9):
        kedua = client.get(ALAMAT, {"q": "mutu", "bagian": "kotak", "halaman": "3"})
    assert "Halaman 3 dari 3" in kedua.content.decode()
    assert len(kedua.context["hasil"].kelompok[0].baris) == 10


def test_guests_are_sent_to_the_login(client, db):
    assert client.get(ALAMAT, {"q": "x"}).status_code == 302


def test_an_agency_of_another_pemda_finds_nothing(client, isi):
    from tests.factories import buat_dinas, buat_pemda

    jauh = buat_dinas(buat_pemda("Kabupaten Lain", "62.03"), "Dinas Jauh", "8.8")
    luar = buat_pengguna("luar", Peran.INSPEKTORAT, di=jauh.pemda)
    hasil, _ = cari(client, luar, q="sosial", lembaga=isi.pk)
    assert [k.banyak for k in hasil.values()] == [0, 0, 0]


def test_postgresql_uses_its_index(isi, basis):
    """The expression of the query is that of the index; on SQLite there is none to use."""
    from kinerja.models import Simpul

    if basis != "postgresql":
        assert saring_kata(Indikator.objects.all(), INDIKATOR, ["warga"]).count() == 1
        return
    with connection.cursor() as kursor:
        kursor.execute("SET LOCAL enable_seqscan = off")
    for daftar, kolom, nama in (
        (Simpul.objects.order_by(), KOTAK, "simpul_teks_penuh"),
        (Indikator.objects.order_by(), INDIKATOR, "indikator_teks_penuh"),
    ):
        assert nama in saring_kata(daftar, kolom, ["warga"]).explain()


# --- pure --------------------------------------------------------------------------------------


def test_a_search_is_read_from_an_address_and_written_back():
    p = Pencarian.baca({"q": "  Warga\x00 miskin 1.06.04. ", "lembaga": "7", "jenjang": "X",
                        "temuan": "Q99", "tahun": "25", "bagian": "kotak"})  # fmt: skip
    assert (p.kata, p.kode) == (("warga", "miskin"), ("1.06.04",))
    assert (p.lembaga, p.jenjang, p.temuan, p.tahun) == (7, "", "", 0)
    assert p.alamat(bagian="") == "q=Warga+miskin+1.06.04.&lembaga=7&"
    assert Pencarian.baca({"q": "."}).kosong


@pytest.mark.parametrize(
    ("teks", "kata", "tanda"),
    [
        ("Menurunnya kemiskinan", ["miskin"], ["kemiskinan"]),
        ("Pelayanan dan layanan", ["layanan"], ["Pelayanan", "layanan"]),
        ("Warga terlayani", ["terlayani", "warga"], ["Warga", "terlayani"]),
        ("Data", ["a"], []),
        ("", ["a"], []),
        ("Apa saja", [], []),
    ],
)
def test_marks(teks, kata, tanda):
    potongan = sorot(teks, kata)
    assert [t for t, s in potongan if s] == tanda
    assert "".join(t for t, _ in potongan) == teks


@pytest.mark.parametrize(
    ("kata", "hasil"),
    [("kemiskinan", "miskin"), ("pelayanan", "layan"), ("data", "data"), ("dikerjakan", "kerja")],
)
def test_stems(kata, hasil):
    assert pokok(kata) == hasil
