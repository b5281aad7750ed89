"""The reference sheet of an indicator: formula, variables, freezing, completeness, versions."""

from decimal import Decimal

import pytest
from django.urls import reverse

from kinerja.aturan.lembar import (
    Lembar,
    baca_dimensi,
    baca_lembar,
    hitung_rumus,
    kelengkapan,
    periksa_lembar,
    tulis_dimensi,
)
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Realisasi, Riwayat, SuntinganDitolak, Tahap
from tests.factories import PADA
from tests.kinerja.ukur_uji import berlakukan, buat_terukur, ukur

RASIO = Lembar(jenis="RASIO", bagian=("Terlayani", "Seluruhnya"))


def kode(baru, lama=None, *, terukur=False):
    return [t.kode for t in periksa_lembar(baru, lama or Lembar(), terukur=terukur)]


# --- the rule ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lembar", "isi", "nilai", "tulis"),
    [
        (RASIO, ("45", "60"), "75", "45 / 60 × 100 = 75"),
        (Lembar(jenis="RASIO", bagian=("a", "b"), pengali="10"), ("1", "4"), "2.5", "× 10 = 2,5"),
        (Lembar(jenis="JUMLAH_BAGIAN", bagian=("a", "b")), ("1,5", "2"), "3.5", "1,5 + 2 = 3,5"),
        (Lembar(jenis="RATA_BAGIAN", bagian=("a", "b")), ("80", "85"), "82.5", "/ 2 = 82,5"),
    ],
)  # fmt: skip
def test_ratio_sum_and_mean_are_computed_with_their_numbers(lembar, isi, nilai, tulis):
    hasil, rumus = hitung_rumus(lembar, dict(zip(lembar.bagian, isi, strict=True)))

    assert hasil == Decimal(nilai)
    assert tulis in rumus


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"Terlayani": "45"}, "Isi “Seluruhnya”"),
        ({"Terlayani": "banyak", "Seluruhnya": "1"}, "Isi “Terlayani”"),
        ({"Terlayani": "0", "Seluruhnya": "0"}, "“Seluruhnya” 0"),
    ],
)
def test_variables_that_make_no_value_say_why(isi, kata):
    with pytest.raises(AturanDilanggar, match=kata):
        hitung_rumus(RASIO, isi)


@pytest.mark.parametrize(
    ("lembar", "harap"),
    [
        (Lembar(), []),
        (RASIO, []),
        (Lembar(jenis="RASIO", bagian=("a",)), ["RASIO"]),
        (Lembar(jenis="RASIO", bagian=("a", "A ".strip())), ["BAGIAN_GANDA"]),
        (Lembar(jenis="RASIO", bagian=("a", "b"), pengali="nol"), ["PENGALI"]),
        (Lembar(jenis="JUMLAH_BAGIAN"), ["BAGIAN"]),
        (Lembar(jenis="KOMPOSIT", bagian=("a", "b"), bobot=("40", "60")), []),
        (Lembar(jenis="KOMPOSIT", bagian=("a", "b"), bobot=("40", "50")), ["BOBOT"]),
        (Lembar(jenis="PIHAK_LAIN"), ["SUMBER"]),
        (Lembar(jenis="PIHAK_LAIN", sumber="BPS"), []),
        (Lembar(alasan="x" * 4001), ["TEKS_TIDAK_SAH"]),
        (Lembar(alasan="a\x00"), ["TEKS_TIDAK_SAH"]),
    ],
)
def test_a_formula_is_whole(lembar, harap):
    assert kode(lembar) == harap


def test_a_later_version_says_why_and_a_measured_formula_stays():
    lain = Lembar(jenis="JUMLAH_BAGIAN", bagian=("a",), sebab="Reviu.")

    assert kode(RASIO, RASIO) == []
    assert kode(Lembar(alasan="baru"), RASIO) == ["SEBAB_KOSONG"]
    assert kode(lain, RASIO) == []
    assert kode(lain, RASIO, terukur=True) == ["RUMUS_BEKU"]
    assert (
        kode(baca_lembar(RASIO.simpan() | {"alasan": "a", "sebab": "b"}), RASIO, terukur=True) == []
    )


def test_a_sheet_comes_back_as_it_was_kept():
    lembar = Lembar(jenis="KOMPOSIT", bagian=("a",), bobot=("100",), alasan_target={"2025": "x"})

    assert baca_lembar(lembar.simpan()) == lembar
    assert Lembar().simpan() == {}
    assert lembar.kalimat == "100% × a"
    assert RASIO.kalimat == "Terlayani / Seluruhnya × 100%"


def test_an_index_keeps_the_indicators_of_its_dimensions():
    baris = ["Kesehatan: 40", "- Angka harapan hidup", "- Stunting", "Ekonomi: 60"]
    dimensi = baca_dimensi(baris)

    assert [(d.nama, d.bobot, len(d.indikator)) for d in dimensi] == [
        ("Kesehatan", "40", 2), ("Ekonomi", "60", 0),
    ]  # fmt: skip
    assert tulis_dimensi(dimensi) == baris
    satu = Lembar(jenis="KOMPOSIT", bagian=("Kesehatan", "Ekonomi"), bobot=("40", "60"),
                  pendukung=("Angka harapan hidup\nStunting", ""))  # fmt: skip
    assert baca_lembar(satu.simpan()).dimensi == satu.dimensi == dimensi
    assert kode(satu) == []
    assert satu.kalimat == "40% × Kesehatan + 60% × Ekonomi"


def test_completeness_names_what_is_missing():
    persen, kurang = kelengkapan({"kode": True, "satuan": True})

    assert persen == 15
    assert "definisi operasional" in kurang
    assert kelengkapan(dict.fromkeys(("kode",), False))[0] == 0


# --- in a document -----------------------------------------------------------------------------


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_terukur(pohon, jalur, perencana, agregasi="AKHIR", target=("50", "60", "70", "80"))


@pytest.fixture
def berumus(pohon, indikator, perencana):
    pohon.ubah_indikator(indikator, {"lembar": RASIO.simpan()}, oleh=perencana, pada=PADA)
    indikator.refresh_from_db()
    return indikator


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def lembar(indikator):
    return reverse("indikator-lembar", args=[indikator.pk])


def realisasi(indikator):
    return reverse("indikator-pengukuran", args=[indikator.pk]) + "?tahun=2025&triwulan=1"


def test_variables_make_the_value(masuk, pohon, berumus, perencana):
    halaman = masuk.get(realisasi(berumus)).content.decode()
    assert "Terlayani / Seluruhnya × 100%" in halaman
    assert 'name="realisasi"' not in halaman

    assert masuk.post(realisasi(berumus), {"v-0": "45", "v-1": "100"}).status_code == 302

    satu = Realisasi.objects.get()
    assert (satu.mentah, satu.capaian) == ("45", 90)
    assert satu.variabel == {"Terlayani": "45", "Seluruhnya": "100"}
    jawaban = masuk.post(realisasi(berumus), {"v-0": "45", "v-1": ""})
    assert "semua variabel harus terisi" in jawaban.content.decode()
    with pytest.raises(SuntinganDitolak):
        ukur(pohon, berumus, "50", oleh=perencana)
    masuk.post(realisasi(berumus), {"v-0": "", "v-1": ""})
    assert not Realisasi.objects.exists()


def test_the_formula_freezes_with_the_first_value(masuk, pohon, berumus, perencana):
    masuk.post(realisasi(berumus), {"v-0": "45", "v-1": "100"})
    lain = Lembar(jenis="RASIO", bagian=("Terlayani", "Sasaran"), sebab="Reviu.")

    with pytest.raises(AturanDilanggar, match="beku"):
        pohon.ubah_indikator(berumus, {"lembar": lain.simpan()}, oleh=perencana, pada=PADA)


def test_the_sheet_is_filled_and_its_versions_say_why(masuk, indikator):
    isi = {"kode": "IKU-1", "jenis": "RASIO", "bagian": "Terlayani\nSeluruhnya", "pengali": "100",
           "alasan_2025": "Sesuai data dasar."}  # fmt: skip
    assert masuk.post(lembar(indikator), isi).status_code == 302

    assert masuk.post(lembar(indikator), isi | {"kode": "IKU-2"}).status_code == 422
    assert (
        masuk.post(lembar(indikator), isi | {"kode": "IKU-2", "sebab": "Reviu."}).status_code == 302
    )

    halaman = masuk.get(lembar(indikator)).content.decode()
    assert "IKU-2" in halaman
    assert "Sesuai data dasar." in halaman
    assert "Terlayani / Seluruhnya × 100%" in halaman
    assert halaman.index("Reviu.") < halaman.index("versi pertama")
    assert "Kelengkapan" in halaman
    assert Riwayat.objects.filter(kata_kerja="ubah_indikator").count() == 2


def test_target_awal_and_target_perubahan_stand_side_by_side(masuk, pohon, indikator, perencana):
    Tahap.buka(pohon.perangkat_daerah, 2025, kode="PERUBAHAN", nama="Perubahan", oleh=perencana,
               pada=PADA)  # fmt: skip
    pohon.isi_target(indikator, "110", tahun=2025, oleh=perencana, pada=PADA)

    halaman = masuk.get(lembar(indikator)).content.decode()

    assert 'data-judul="Target awal">100<' in halaman
    assert 'data-judul="Target perubahan">110 <' in halaman


def test_an_approved_document_keeps_its_sheets(masuk, pohon, indikator, perencana):
    berlakukan(pohon, perencana)

    assert "Simpan lembar" not in masuk.get(lembar(indikator)).content.decode()
    assert masuk.post(lembar(indikator), {"kode": "a", "jenis": "BEBAS"}).status_code == 403


def test_only_the_agency_reads_it(client, indikator, perencana_lain, evaluator):
    assert client.get(lembar(indikator)).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(lembar(indikator)).status_code == 404
    client.force_login(evaluator)
    assert client.get(lembar(indikator)).status_code == 200
    assert client.post(lembar(indikator), {"jenis": "BEBAS"}).status_code == 403


def test_the_dimensions_of_an_index_are_typed_as_lines(masuk, indikator):
    isi = {"jenis": "KOMPOSIT", "bagian": "Kesehatan: 40\n- Stunting\nEkonomi: 60"}

    assert masuk.post(lembar(indikator), isi).status_code == 302

    halaman = masuk.get(lembar(indikator)).content.decode()
    assert "40% × Kesehatan + 60% × Ekonomi" in halaman
    assert "<li>Stunting</li>" in halaman
    assert "Kesehatan: 40\n- Stunting\nEkonomi: 60" in halaman
