"""The verbs of a penjenjangan: items, words, undo, the ladder."""

import pytest

from cascading.models import ButirPenjenjangan, KataPenjenjangan, Penjenjangan
from cascading.pembatalan_penjenjangan import dapat_dibatalkan, peristiwa
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Pohon, Riwayat
from kinerja.pembatalan_lembaga import batalkan
from tests.factories import PADA, buat_periode, buat_pohon


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


def butir(dokumen, kolom="MANDAT"):
    return [b.teks for b in dokumen.butir.filter(kolom=kolom).order_by("urutan", "pk")]


def ambil(dokumen, teks):
    return dokumen.butir.select_related("penjenjangan__perangkat_daerah").get(teks=teks)


def terakhir():
    return Riwayat.objects.filter(pohon=None).order_by("-nomor").first()


def kode(galat):
    return [t.kode for t in galat.value.temuan]


def test_items_are_added_at_the_end_changed_and_recorded(penjenjangan, siapa):
    ambil(penjenjangan, "Data").ubah({"subbutir": ["Fakir miskin"]}, **siapa)

    assert butir(penjenjangan) == ["Rehabilitasi sosial", "Data"]
    assert terakhir().perubahan == [
        {
            "jenis": "butirpenjenjangan",
            "kunci": [ambil(penjenjangan, "Data").pk, penjenjangan.pk],
            "sebelum": {"subbutir": []},
            "sesudah": {"subbutir": ["Fakir miskin"]},
        }
    ]
    assert Penjenjangan.objects.get().versi == 5  # made, two items, the change


def test_an_item_moves_in_its_column_and_not_beyond(penjenjangan, siapa):
    ambil(penjenjangan, "Data").geser("naik", **siapa)

    assert butir(penjenjangan) == ["Data", "Rehabilitasi sosial"]
    with pytest.raises(AturanDilanggar) as galat:
        ambil(penjenjangan, "Data").geser("naik", **siapa)
    assert kode(galat) == ["DI_UJUNG"]


@pytest.mark.parametrize(
    ("isi", "salah"),
    [
        ({"teks": " "}, "TEKS_KOSONG"),
        ({"teks": "x" * 1001}, "TEKS_TERLALU_PANJANG"),
        ({"subbutir": ["a", " "]}, "SUBBUTIR_KOSONG"),
        ({"subbutir": "a"}, "SUBBUTIR_KOSONG"),
        ({"kolom": "LAIN"}, "ISIAN_TIDAK_SAH"),
    ],
)
def test_an_item_says_something_in_a_known_column(penjenjangan, siapa, isi, salah):
    with pytest.raises(AturanDilanggar) as galat:
        ambil(penjenjangan, "Data").ubah(isi, **siapa)

    assert salah in kode(galat)


def test_every_change_of_items_is_undone_in_turn(penjenjangan, siapa):
    data = ambil(penjenjangan, "Data")
    data.ubah({"teks": "Data fakir miskin"}, **siapa)
    data.geser("naik", **siapa)
    data.hapus(**siapa)
    assert butir(penjenjangan) == ["Rehabilitasi sosial"]

    dilihat = []
    for riwayat in peristiwa(penjenjangan)[:4]:
        batalkan(riwayat, **siapa)
        dilihat.append(butir(penjenjangan))

    assert dilihat == [
        ["Data fakir miskin", "Rehabilitasi sosial"],
        ["Rehabilitasi sosial", "Data fakir miskin"],
        ["Rehabilitasi sosial", "Data"],
        ["Rehabilitasi sosial"],
    ]
    undo = terakhir()
    assert undo.membatalkan.kata_kerja == "tambah butirpenjenjangan"
    batalkan(undo, **siapa)
    assert butir(penjenjangan) == ["Rehabilitasi sosial", "Data"]


def test_an_undo_does_not_run_over_later_changes_nor_twice(penjenjangan, siapa):
    data = ambil(penjenjangan, "Data")
    data.ubah({"teks": "Satu"}, **siapa)
    pertama = terakhir()
    data.ubah({"teks": "Dua"}, **siapa)

    with pytest.raises(AturanDilanggar) as galat:
        batalkan(pertama, **siapa)
    assert kode(galat) == ["BERUBAH_SESUDAHNYA"]

    kedua = peristiwa(penjenjangan)[0]
    batalkan(kedua, **siapa)
    kedua = next(r for r in peristiwa(penjenjangan) if r.pk == kedua.pk)
    assert not dapat_dibatalkan(kedua)
    with pytest.raises(AturanDilanggar) as galat:
        batalkan(kedua, **siapa)
    assert kode(galat) == ["SUDAH_DIBATALKAN"]


def test_words_matrix_and_trees_are_undone_as_items_are(penjenjangan, dinas, siapa):
    lain = buat_pohon(dinas, siapa["oleh"], judul="Lain")
    penjenjangan.ubah({"kata": {"TAHAP_1": "Awal"}, "bentang": [1], "cascading": lain}, **siapa)

    undo = batalkan(terakhir(), **siapa)

    penjenjangan.refresh_from_db()
    assert (penjenjangan.kata, penjenjangan.bentang) == ({}, [])
    assert penjenjangan.cascading != lain
    assert undo.kata_kerja == "batalkan butirpenjenjangan"
    batalkan(undo, **siapa)
    penjenjangan.refresh_from_db()
    assert penjenjangan.cascading == lain
    penjenjangan.hapus(**siapa)
    with pytest.raises(AturanDilanggar) as galat:
        batalkan(Riwayat.objects.get(kata_kerja="ubah penjenjangan", membatalkan=None), **siapa)
    assert kode(galat) == ["SUDAH_DIBATALKAN"]
    with pytest.raises(AturanDilanggar) as galat:
        batalkan(Riwayat.objects.filter(kata_kerja="tambah butirpenjenjangan")[0], **siapa)
    assert kode(galat) == ["PENJENJANGAN_HILANG"]


def test_events_of_another_document_are_not_ours(penjenjangan, dinas, siapa):
    KataPenjenjangan(pk=penjenjangan.pk, pemda=dinas.pemda, kata={"TAHAP_1": "Awal"}).daftarkan(
        **siapa
    )

    assert {r.kata_kerja for r in peristiwa(penjenjangan)} == {
        "tambah penjenjangan", "tambah butirpenjenjangan",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("isi", "medan"),
    [
        ({"tahun": 2031}, "tahun"),
        ({"kata": {"LAIN": "x"}}, "kata"),
        ({"kata": {"TAHAP_1": "x" * 1001}}, "TAHAP_1"),
        ({"kata": ["x"]}, "kata"),
        ({"bentuk_kiri": {"u": "LAIN"}}, "bentuk_kiri"),
        ({"pemegang": {"LAIN": "x"}}, "pemegang"),
        ({"bentang": [3, 0]}, "bentang"),
        ({"bentang": "3"}, "bentang"),
    ],
)
def test_a_document_refuses_what_it_could_not_print(penjenjangan, siapa, isi, medan):
    with pytest.raises(AturanDilanggar) as galat:
        penjenjangan.ubah(isi, **siapa)

    assert [t.letak.medan for t in galat.value.temuan] == [medan]


def test_a_document_takes_trees_of_its_agency_and_periode(penjenjangan, siapa):
    with pytest.raises(AturanDilanggar) as galat:
        penjenjangan.ubah({"periode": buat_periode(2020, 2025)}, **siapa)
    assert [t.letak.medan for t in galat.value.temuan] == ["pohon_kinerja", "cascading"]


def test_a_draft_goes_with_its_items(penjenjangan, siapa):
    penjenjangan.hapus(**siapa)

    assert not Penjenjangan.objects.exists()
    assert not ButirPenjenjangan.objects.exists()
    assert terakhir().kata_kerja == "hapus penjenjangan"


def test_the_ladder_up_back_and_to_approval(penjenjangan, perencana, kepala):
    d = penjenjangan
    d.melangkah("ajukan", versi=d.versi, oleh=perencana, pada=PADA)
    with pytest.raises(AturanDilanggar) as galat:
        ambil(d, "Data").ubah({"teks": "x"}, oleh=perencana, pada=PADA)
    assert kode(galat) == ["PENJENJANGAN_TERKUNCI"]

    d.melangkah("kembalikan", versi=d.versi, alasan="Isu belum ada", oleh=kepala, pada=PADA)
    assert (d.terbuka, d.alasan) == (True, "Isu belum ada")
    d.melangkah("ajukan", versi=d.versi, oleh=perencana, pada=PADA)
    with pytest.raises(AturanDilanggar) as galat:
        d.melangkah("setujui", versi=d.versi, oleh=kepala, pada=PADA)
    assert kode(galat) == ["POHON_BELUM_DISETUJUI"] * 2

    Pohon.objects.update(status="DISETUJUI")
    d.pohon_kinerja.refresh_from_db()
    d.cascading.refresh_from_db()
    d.melangkah("setujui", versi=d.versi, oleh=kepala, pada=PADA)
    assert (d.status, d.disetujui_oleh, d.konsep) == ("DISETUJUI", kepala, False)


@pytest.mark.parametrize(
    ("isi", "salah"),
    [({"versi": 1}, "DOKUMEN_BERUBAH"), ({"galat": 2}, "MASIH_ADA_GALAT")],
)
def test_a_step_is_refused_with_its_reason(penjenjangan, perencana, isi, salah):
    isi = {"versi": penjenjangan.versi} | isi
    with pytest.raises(AturanDilanggar) as galat:
        penjenjangan.melangkah("ajukan", **isi, oleh=perencana, pada=PADA)

    assert kode(galat) == [salah]
