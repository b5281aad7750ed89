"""Cerita: whatever happened in one event is turned round exactly, or refused with the reason."""

import uuid

import pytest

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Label, Penggantian, Perubahan, Riwayat, Simpul, SimpulLabel, Target, Unit
from kinerja.models.pemeriksaan import periksa_susunan
from tests.factories import PADA, buat_pohon
from tests.kinerja.test_pohon_verba import potret


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def kondisi(dinas, perencana, siapa):
    """A document of conditions with A, X, Y, B and Q under the root, by name."""
    pohon = buat_pohon(dinas, perencana, jenis="POHON_KINERJA")
    akar = pohon.akar()
    return pohon, {
        nama: pohon.tambah(induk=akar, jenjang="KONDISI", kinerja=nama, **siapa)
        for nama in ("A", "X", "Y", "B", "Q")
    }


def uid(simpul):
    return str(simpul.uid)


def anak(induk):
    return [s.kinerja or s.nama for s in Simpul.objects.filter(induk=induk).order_by("lft")]


def terakhir(pohon):
    return Riwayat.objects.get(pohon=pohon, nomor=pohon.versi)


def test_siblings_moved_together_come_back_in_their_order(kondisi, siapa):
    pohon, s = kondisi
    akar, q = uid(pohon.akar()), uid(s["Q"])
    pindah = [
        Perubahan("simpul", (uid(s["X"]),), {"induk": akar, "setelah": uid(s["A"])},
                  {"induk": q, "setelah": None}),
        Perubahan("simpul", (uid(s["Y"]),), {"induk": akar, "setelah": uid(s["X"])},
                  {"induk": q, "setelah": uid(s["X"])}),
    ]  # fmt: skip
    riwayat = pohon.muat(pindah, ringkasan="Pindah", **siapa)

    batal = pohon.batalkan(riwayat, **siapa)

    assert anak(pohon.akar()) == ["A", "X", "Y", "B", "Q"]
    pohon.batalkan(batal, **siapa)
    assert anak(s["Q"]) == ["X", "Y"]


def test_box_moves_under_one_that_is_new_in_the_same_event(kondisi, siapa):
    pohon, s = kondisi
    akar, baru = uid(pohon.akar()), str(uuid.uuid4())
    riwayat = pohon.muat(
        [
            Perubahan("simpul", (baru,), None,
                      {"jenjang": "KONDISI", "kinerja": "N", "induk": akar, "setelah": None}),
            Perubahan("simpul", (uid(s["X"]),), {"induk": akar}, {"induk": baru, "setelah": None}),
        ],
        ringkasan="Ke yang baru", **siapa,
    )  # fmt: skip

    assert anak(Simpul.objects.get(uid=baru)) == ["X"]
    assert periksa_susunan(pohon) == []
    pohon.batalkan(riwayat, **siapa)
    assert anak(pohon.akar()) == ["A", "X", "Y", "B", "Q"]


def test_siblings_pass_their_codes_on_in_one_event(pohon, jalur, siapa):
    satu = jalur["PROGRAM"]
    pohon.ubah(satu, {"kode": "1"}, **siapa)
    dua = pohon.tambah(
        induk=jalur["SASARAN"], jenjang="PROGRAM", nama="Dua", kode="2", setelah="AWAL", **siapa
    )
    sebelum = potret(pohon)
    riwayat = pohon.muat(
        [
            Perubahan("simpul", (uid(satu),), {"kode": "1"}, {"kode": "2"}),
            Perubahan("simpul", (uid(dua),), {"kode": "2"}, {"kode": "3"}),
            Perubahan("simpul", (str(uuid.uuid4()),), None,
                      {"jenjang": "PROGRAM", "nama": "Baru", "kode": "1", "setelah": None,
                       "induk": uid(jalur["SASARAN"])}),
        ],
        ringkasan="Kode bergeser", **siapa,
    )  # fmt: skip

    satu.refresh_from_db()
    assert satu.kode == "2"
    pohon.batalkan(riwayat, **siapa)
    assert potret(pohon) == sebelum


@pytest.mark.parametrize("lewat", ["simpul", "indikator"])
def test_new_row_is_not_taken_back_once_another_field_was_filled(pohon, jalur, siapa, lewat):
    if lewat == "simpul":
        baru = pohon.tambah(induk=jalur["KEGIATAN"], jenjang="SUB_KEGIATAN", nama="X", **siapa)
        tambah = terakhir(pohon)
        pohon.ubah(baru, {"kinerja": "Diisi kemudian"}, **siapa)
    else:
        baru = pohon.tambah_indikator(jalur["PROGRAM"], teks="Jumlah", **siapa)
        tambah = terakhir(pohon)
        pohon.ubah_indikator(baru, {"definisi": "Diisi kemudian"}, **siapa)

    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.batalkan(tambah, **siapa)

    assert ditolak.value.temuan[0].kode == "RENCANA_BASI"
    assert type(baru).objects.filter(pk=baru.pk).exists()


@pytest.mark.parametrize("teks", ["33,3333333", "95 - 97,123456789"])
def test_number_finer_than_the_column_can_be_taken_back(pohon, jalur, siapa, teks):
    indikator = pohon.tambah_indikator(jalur["PROGRAM"], teks="Rasio", **siapa)
    riwayat = pohon.isi_target(indikator, teks, tahun=2025, **siapa)

    pohon.batalkan(riwayat, **siapa)

    assert not Target.objects.exists()


def test_moving_away_lets_go_of_the_parents_indicator_and_undo_takes_it_again(pohon, jalur, siapa):
    indikator = pohon.tambah_indikator(jalur["PROGRAM"], teks="Jumlah", **siapa)
    lain = pohon.tambah(induk=jalur["SASARAN"], jenjang="PROGRAM", nama="Lain", **siapa)
    kegiatan = jalur["KEGIATAN"]
    pohon.ubah(kegiatan, {"indikator_induk": str(indikator.uid)}, **siapa)

    riwayat = pohon.pindahkan(kegiatan, induk=lain, **siapa)

    kegiatan.refresh_from_db()
    assert kegiatan.indikator_induk is None
    pohon.batalkan(riwayat, **siapa)
    kegiatan.refresh_from_db()
    assert kegiatan.indikator_induk == indikator


def test_labels_and_replacements_go_and_come_back_with_their_boxes(pohon, jalur, siapa, dinas):
    label = Label.objects.create(perangkat_daerah=dinas, jenis="SPM", nama="SPM")
    sub, kegiatan = uid(jalur["SUB_KEGIATAN"]), uid(jalur["KEGIATAN"])
    pasang = pohon.muat(
        [
            Perubahan("label", (sub, label.pk), None, {}),
            Perubahan("penggantian", (sub, kegiatan), None, {"tahun": 2026}),
        ],
        ringkasan="Ditautkan", **siapa,
    )  # fmt: skip

    pohon.batalkan(pohon.hapus(jalur["SASARAN"], **siapa), **siapa)
    assert (SimpulLabel.objects.count(), Penggantian.objects.get().tahun) == (1, 2026)
    pohon.batalkan(pasang, **siapa)

    assert not SimpulLabel.objects.exists()
    assert not Penggantian.objects.exists()


@pytest.mark.parametrize("yang", ["unit", "label", "indikator"])
def test_undo_says_so_when_what_the_box_named_is_gone(pohon, jalur, siapa, dinas, yang):
    kegiatan = jalur["KEGIATAN"]
    if yang == "unit":
        acuan = Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang")
        pohon.ubah(kegiatan, {"unit_id": acuan.pk}, **siapa)
    elif yang == "label":
        acuan = Label.objects.create(perangkat_daerah=dinas, jenis="SPM", nama="SPM")
        isi = [Perubahan("label", (uid(kegiatan), acuan.pk), None, {})]
        pohon.muat(isi, ringkasan="Label", **siapa)
    else:
        acuan = pohon.tambah_indikator(jalur["PROGRAM"], teks="Jumlah", **siapa)
        pohon.ubah(kegiatan, {"indikator_induk": str(acuan.uid)}, **siapa)
    riwayat = pohon.hapus(kegiatan, **siapa)
    acuan.delete()

    with pytest.raises(AturanDilanggar) as ditolak:
        pohon.batalkan(riwayat, **siapa)

    kode = "INDIKATOR_INDUK_ASING" if yang == "indikator" else "ACUAN_HILANG"
    assert ditolak.value.temuan[0].kode == kode
