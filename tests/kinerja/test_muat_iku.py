"""Cerita: tables of indicators are loaded onto the boxes of a document that is there."""

import pytest

from kinerja.impor import sesi as langkah
from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import Baseline, Indikator, Target
from kinerja.pilihan import AksiImpor, Jenjang
from tests.factories import PADA
from tests.kinerja.impor_uji import CONTOH, mulai
from tests.kinerja.tabel_uji import N, lembar, tabel

pytestmark = pytest.mark.django_db
IKU, TARGET = CONTOH / "iku-sosial.xlsx", CONTOH / "target-tahunan.xlsx"
PPKS = "Persentase PPKS yang tertangani"


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def sasaran(pohon, jalur, siapa):
    """The sasaran of the document, with one indicator that the tables print too."""
    simpul = jalur[Jenjang.SASARAN]
    pohon.ubah(simpul, {"kinerja": "Meningkatnya penanganan PPKS"}, **siapa)
    pohon.tambah_indikator(simpul, teks=PPKS, satuan="%", **siapa)
    return simpul


@pytest.fixture
def unggah(dinas, perencana, pohon):
    def baca(berkas, induk=None):
        sesi = mulai(dinas, perencana, berkas, pohon=pohon)
        if induk is not None:
            sesi.induk_uid = induk.uid
            sesi.save()
            langkah.perbarui(sesi)
        return sesi

    return baca


def galat(sesi):
    return {t["kode"] for t in sesi.rencana["temuan"] if t["tingkat"] == "GALAT"}


def teks(simpul):
    return [i.teks for i in simpul.indikator.order_by("urutan")]


def test_an_indicator_of_the_same_text_takes_targets_start_and_definition(
    unggah, sasaran, jalur, siapa
):
    terapkan(unggah(IKU, jalur[Jenjang.TUJUAN]), **siapa)

    i = Indikator.objects.get(teks=PPKS)
    assert (i.simpul_id, i.utama, i.satuan) == (sasaran.pk, True, "Persen")
    assert (i.sumber_data, i.penanggung_jawab) == ("Data PPKS", "Bidang Rehabilitasi Sosial")
    assert i.definisi == "PPKS yang menerima layanan di luar panti"
    assert i.formulasi == ["PPKS tertangani / PPKS x 100%"]
    awal, target = Baseline.objects.filter(indikator=i), Target.objects.filter(indikator=i)
    assert list(awal.values_list("tahun", "mentah")) == [(2024, "36,45")]
    assert list(target.order_by("tahun").values_list("mentah", flat=True)) == [
        "37.45", "38.45", "39,45", "40,45", "41,45"
    ]  # fmt: skip


def test_a_new_one_hangs_under_the_printed_sasaran(unggah, sasaran, jalur, siapa):
    terapkan(unggah(IKU, jalur[Jenjang.TUJUAN]), **siapa)

    assert teks(sasaran)[-1] == "Persentase korban bencana yang terpenuhi kebutuhan dasarnya"
    assert teks(jalur[Jenjang.TUJUAN])[-1] == "Nilai AKIP"


def test_what_belongs_nowhere_is_asked_for_and_nothing_is_written(unggah, sasaran):
    sesi = unggah(IKU)

    (tanya,) = [t for t in sesi.rencana["temuan"] if t["kode"] == "INDUK_DIPERLUKAN"]
    assert "Nilai AKIP" in tanya["pesan"]
    assert "Meningkatnya akuntabilitas kinerja" in tanya["pesan"]
    assert galat(sesi) == {"INDUK_DIPERLUKAN"}


def test_the_planner_is_offered_the_boxes_of_the_document(client, unggah, sasaran, perencana):
    client.force_login(perencana)

    html = client.get(f"/impor/{unggah(IKU).pk}/").content.decode()

    assert "Sasaran: Meningkatnya penanganan PPKS" in html


def test_a_similar_text_is_a_question(unggah, pohon, sasaran, siapa, jalur):
    i = sasaran.indikator.get(teks=PPKS)
    pohon.ubah_indikator(i, {"teks": "Presentase PPKS yang tertangani"}, **siapa)

    sesi = unggah(IKU, jalur[Jenjang.TUJUAN])

    (tanya,) = [t for t in sesi.rencana["temuan"] if t["kode"] == "NAMA_MIRIP"]
    assert galat(sesi) == {"NAMA_MIRIP"}
    assert tanya["usul"][0]["nilai"] == "Presentase PPKS yang tertangani"
    langkah.putuskan(sesi, alamat=f"{tanya['lembar']}!{tanya['sel']}", aksi=AksiImpor.SAMA)
    assert galat(sesi) == set()
    terapkan(sesi, **siapa)
    i.refresh_from_db()
    assert i.teks == PPKS


def test_the_planner_may_say_that_it_is_another(unggah, pohon, sasaran, siapa, jalur):
    i = sasaran.indikator.get(teks=PPKS)
    pohon.ubah_indikator(i, {"teks": "Presentase PPKS yang tertangani"}, **siapa)
    sesi = unggah(IKU, jalur[Jenjang.TUJUAN])
    (tanya,) = [t for t in sesi.rencana["temuan"] if t["kode"] == "NAMA_MIRIP"]

    langkah.putuskan(sesi, alamat=f"{tanya['lembar']}!{tanya['sel']}", aksi=AksiImpor.BARU)
    terapkan(sesi, **siapa)

    assert {"Presentase PPKS yang tertangani", PPKS} <= set(teks(sasaran))


def test_targets_of_tujuan_and_sasaran_find_their_boxes(unggah, pohon, sasaran, jalur, siapa):
    tujuan = jalur[Jenjang.TUJUAN]
    pohon.ubah(tujuan, {"kinerja": "Meningkatnya kesejahteraan sosial"}, **siapa)

    terapkan(unggah(TARGET, tujuan), **siapa)

    assert teks(tujuan)[-2:] == ["Indeks kesejahteraan sosial", "Nilai AKIP"]
    assert teks(sasaran)[-2:] == [PPKS, "Persentase PSKS yang aktif"]
    assert Target.objects.filter(indikator__teks="Persentase PSKS yang aktif").count() == 5
    assert not Indikator.objects.filter(utama=True).exists()


def test_an_indicator_in_two_boxes_goes_to_the_chosen_one(unggah, pohon, sasaran, jalur, siapa):
    program = jalur[Jenjang.PROGRAM]
    pohon.tambah_indikator(program, teks=PPKS, satuan="%", **siapa)
    pohon.ubah(sasaran, {"kinerja": "Kalimat lain"}, **siapa)
    kode = {t["kode"] for t in unggah(IKU, jalur[Jenjang.TUJUAN]).rencana["temuan"]}
    assert "INDIKATOR_DI_BEBERAPA_KOTAK" in kode

    terapkan(unggah(IKU, program), **siapa)

    assert Target.objects.filter(indikator__simpul=program, indikator__teks=PPKS).count() == 5
    assert not Target.objects.filter(indikator__simpul=sasaran).exists()


def test_the_same_table_again_changes_nothing_and_undo_takes_it_back(unggah, sasaran, jalur, siapa):
    sesi = unggah(IKU, jalur[Jenjang.TUJUAN])
    terapkan(sesi, **siapa)

    assert unggah(IKU, jalur[Jenjang.TUJUAN]).rencana["ringkasan"]["perubahan"] == 0
    batalkan(sesi, **siapa)
    assert teks(sasaran)[-1] == PPKS
    assert not Target.objects.filter(indikator__teks=PPKS).exists()


def test_a_new_document_has_no_boxes_for_them(dinas, perencana):
    sesi = mulai(dinas, perencana, IKU)

    assert galat(sesi) == {"INDUK_DIPERLUKAN"}


def test_what_stands_above_each_indicator_is_remembered():
    isi = tabel(
        lembar(
            ["Tujuan", "Sasaran", "Indikator", "Satuan", "2025", "2026"],
            ["T", "S1", "Persentase A", "%", 1, 2],
            [N, "S2", "Persentase B", "%", 3, 4],
            [N, N, "Persentase C", "%", 5, 6],
            gabung=["A2:A4"],
        )
    )

    assert [i.milik for i in isi.simpul[0].indikator] == [
        (("tujuan", "T"), ("sasaran", "S1")),
        (("tujuan", "T"), ("sasaran", "S2")),
        (("tujuan", "T"), ("sasaran", "S2")),
    ]


@pytest.mark.parametrize(
    "kepala",
    [
        ["No", "Tujuan/Sasaran", "Indikator", "Definisi Operasional", "Sumber Data"],
        ["No", "Tujuan/Sasaran", "Indikator", "Target", "Rumus Perhitungan"],
        ["No", "Sasaran", "Indikator", "Formulasi", "Penanggung Jawab"],
    ],
)
def test_a_table_that_calls_itself_iku_needs_no_years(kepala):
    isi = tabel(lembar(["INDIKATOR KINERJA UTAMA"], kepala, [1, "S", "Persentase A", "x", "y"]))

    (i,) = isi.simpul[0].indikator
    assert (isi.jenis, i.milik[-1][1], i.lain["utama"]) == ("iku", "S", True)


def test_tujuan_and_sasaran_side_by_side_keep_their_own_targets():
    kepala = ["Tujuan", "Indikator Tujuan", "Target", N, "Sasaran", "Indikator Sasaran",
              "Satuan", "Kondisi Awal", "Target", N]  # fmt: skip
    tahun = [N, N, "2025", "2026", N, N, N, N, "2025", "2026"]
    gabung = [*(f"{c}1:{c}2" for c in "ABEFGH"), "C1:D1", "I1:J1"]

    isi = tabel(
        lembar(
            kepala, tahun, ["T", "IT", 5, 6, "S1", "IS1", "%", 1, 2, 3],
            [N, N, N, N, "S2", "IS2", "%", 1, 4, 5], gabung=gabung,
        )
    )  # fmt: skip

    assert [
        (i.teks, [n.bacaan.nilai.mentah for n in i.target.values()], len(i.milik))
        for i in isi.simpul[0].indikator
    ] == [("IT", ["5", "6"], 1), ("IS1", ["2", "3"], 2), ("IS2", ["4", "5"], 2)]
    assert not any("utama" in i.lain for i in isi.simpul[0].indikator)
