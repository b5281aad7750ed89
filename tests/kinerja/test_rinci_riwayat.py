"""What the history says was changed."""

import pytest
from django.urls import reverse

from kinerja.jejak import dengan_rincian
from kinerja.models import Perubahan, Riwayat
from kinerja.pilihan import Jenjang
from kinerja.rinci_riwayat import Rincian, rincian, ringkas
from tests.factories import PADA


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


def uang(nilai, mentah=""):
    return {"nilai": nilai, "mentah": mentah or str(nilai)}


def baris(jenis, kunci, sebelum, sesudah):
    return {"jenis": jenis, "kunci": kunci, "sebelum": sebelum, "sesudah": sesudah}


def teks(*daftar, nama=None, **pilihan):
    return rincian(daftar, nama or {}, **pilihan).baris


@pytest.mark.parametrize(
    ("sebelum", "sesudah", "hasil"),
    [
        (uang(268037410), uang(300000000), "Pagu 2025: 268.037.410 → 300.000.000"),
        (None, uang(5), "Pagu 2025: kosong → 5"),
        (uang(5), None, "Pagu 2025: 5 → kosong"),
        (uang(None, "13.2918.000"), uang(13298000), "Pagu 2025: 13.2918.000 → 13.298.000"),
        (uang(1000, "1000"), uang(1000, "1.000,00"), "Pagu 2025: 1000 → 1.000,00"),
    ],
)
def test_amounts_are_told_before_and_after(sebelum, sesudah, hasil):
    assert teks(baris("pagu", ["u", 2025, "MURNI", ""], sebelum, sesudah)) == (hasil,)


def test_stage_and_fund_stand_beside_the_year():
    ubah = baris("pagu", ["u", 2025, "PERUBAHAN", "DAK"], None, uang(5))

    assert teks(ubah) == ("Pagu 2025 (PERUBAHAN, DAK): kosong → 5",)


def test_texts_choices_and_places_are_named():
    ubah = baris("simpul", ["u"], {"nama": "A", "induk": "x"}, {"nama": "B", "induk": "y"})
    arah = baris("indikator", ["i"], {"arah": "NAIK"}, {"arah": "TURUN"})

    assert teks(ubah, nama={"x": "Lama", "y": "Baru"}) == ("nama: A → B", "induk: Lama → Baru")
    assert "NAIK" not in teks(arah)[0]


def test_several_boxes_are_told_apart_and_the_rest_is_counted():
    ubah = [baris("pagu", [f"u{n}", 2025, "MURNI", ""], None, uang(n)) for n in range(8)]

    hasil = rincian(ubah, {"u0": "Sandang"})

    assert hasil.baris[0] == "“Sandang”: Pagu 2025: kosong → 0"
    assert (len(hasil.baris), hasil.lain) == (5, 3)


def test_only_the_rows_of_a_box_are_told_and_the_summary_not_twice():
    baru = baris("simpul", ["u"], None, {"nama": "A", "jenjang": "PROGRAM"})
    lain = baris("simpul", ["v"], None, {"nama": "B", "jenjang": "PROGRAM"})

    assert teks(baru, lain, hanya={"v"}) == ("Program “B” ditambahkan",)
    isi = [baris("pagu", ["v", 2025, "MURNI", ""], None, uang(5)),
           baris("target", ["i", 2025, 0, "MURNI"], None, uang(6))]  # fmt: skip
    assert teks(*isi, nama={"v": "B", "i": "Jumlah"}, hanya={"v", "i"}) == (
        "Pagu 2025: kosong → 5", "“Jumlah”: Target 2025: kosong → 6"
    )  # fmt: skip
    assert teks(baru, judul="Program “A” ditambahkan") == ()


def test_a_large_event_is_counted_only(pohon, jalur, sub, siapa, monkeypatch):
    monkeypatch.setattr("kinerja.jejak.DIBACA", 0)
    pohon.isi_pagu(sub, "5", tahun=2025, **siapa)

    ((_, hasil),) = dengan_rincian(pohon, [Riwayat.objects.filter(pohon=pohon).latest("nomor")])

    assert hasil == ringkas(1)


def test_of_a_large_event_a_box_tells_its_own_rows(pohon, jalur, sub, siapa, monkeypatch):
    monkeypatch.setattr("kinerja.jejak.DIBACA", 1)
    lain = str(jalur["PROGRAM"].uid)
    muat = [
        Perubahan("klaim", (lain, 2025, "MURNI", "PAGU"), None, uang(7)),
        Perubahan("pagu", (str(sub.uid), 2025, "MURNI", "B"), None, uang(5)),
        Perubahan("pagu", (str(sub.uid), 2025, "MURNI", "A"), None, uang(4) | {"asal": "4x"}),
    ]
    peristiwa = [pohon.muat(muat, ringkasan="Impor", **siapa)]

    (milik,) = dengan_rincian(pohon, peristiwa, hanya={str(sub.uid)})
    (asing,) = dengan_rincian(pohon, peristiwa, hanya={"tidak-ada"})

    assert milik[1].baris == (
        "Pagu 2025 (A): kosong → 4 (tertulis di berkas “4x”, diperbaiki saat impor)",
        "Pagu 2025 (B): kosong → 5",
    )
    assert asing[1] == Rincian()


def test_page_and_drawer_show_old_and_new(client, perencana, pohon, sub, siapa):
    pohon.isi_pagu(sub, "268.037.410", tahun=2025, **siapa)
    pohon.isi_pagu(sub, "300.000.000", tahun=2025, **siapa)
    pohon.ubah(sub, {"nama": "Sandang"}, **siapa)
    client.force_login(perencana)

    for nama, pk in (("pohon-riwayat", pohon.pk), ("simpul-rinci", sub.pk)):
        html = client.get(reverse(nama, args=[pk])).content.decode()
        assert "Pagu 2025: 268.037.410 → 300.000.000" in html
        assert "nama: Penyediaan Permakanan → Sandang" in html


def test_taking_a_value_away_is_called_so(pohon, sub, siapa):
    diisi = pohon.isi_pagu(sub, "5", tahun=2025, **siapa)
    kosong = pohon.isi_pagu(sub, "", tahun=2025, **siapa)

    assert diisi.ringkasan.endswith(" diisi")
    assert kosong.ringkasan.endswith(" dikosongkan")


def test_an_undone_undo_brings_back(pohon, sub, siapa):
    kini = pohon.ubah(sub, {"nama": "Sandang"}, **siapa)
    ringkasan = []
    for _ in range(3):
        kini = pohon.batalkan(kini, **siapa)
        ringkasan.append(kini.ringkasan.split(": ")[0])
        assert kini.ringkasan.count(": ") == 1

    assert ringkasan == ["Dibatalkan", "Dikembalikan", "Dibatalkan"]
