"""The cascading forms on their way into documents: goals, labels, pengampu, replaced programs."""

import pytest
import xlsxwriter

from kinerja.impor import sesi as langkah
from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import (
    Indikator,
    Label,
    Penggantian,
    Pohon,
    Simpul,
    SimpulLabel,
    SimpulPengampu,
)
from kinerja.models.pemeriksaan import periksa_susunan
from kinerja.pilihan import JenisPohon, Jenjang
from tests.factories import PADA, buat_periode
from tests.kinerja.impor_uji import CONTOH, mulai

WAJIB = CONTOH / "cascading-belanja-wajib-2026.xlsx"
DASAR = CONTOH / "cascading-belanja-dasar-2026.xlsx"
LAMA = CONTOH / "cascading-dinsos-2019.xlsx"


@pytest.fixture
def muat(dinas, perencana):
    """Import a workbook as a document; answers the session and the document."""

    def muat(jalur, di=None, **lain):
        sesi = mulai(di or dinas, perencana, jalur, **lain)
        terapkan(sesi, oleh=perencana, pada=PADA)
        return sesi, Pohon.objects.get(pk=sesi.pohon_id)

    return muat


def banyak(pohon):
    hasil = {}
    for jenjang in Simpul.objects.tampak().filter(pohon=pohon).values_list("jenjang", flat=True):
        hasil[jenjang] = hasil.get(jenjang, 0) + 1
    return hasil


def kode(sesi):
    return {t["kode"] for t in sesi.rencana["temuan"]}


def milik(pohon, jenjang):
    return list(Simpul.objects.filter(pohon=pohon, jenjang=jenjang).urut_pohon())


def test_the_region_s_goals_become_an_rpjmd(muat, dinas):
    sesi, rpjmd = muat(WAJIB, dinas.pemda, jenis_pohon=JenisPohon.RPJMD)

    tujuan = milik(rpjmd, Jenjang.TUJUAN)[0]
    sasaran = milik(rpjmd, Jenjang.SASARAN)[0]
    assert banyak(rpjmd) == {"VISI": 1, "MISI": 2, "TUJUAN": 2, "SASARAN": 2}
    assert tujuan.pengampu_tertulis.startswith("Setda (Asisten")
    assert [p.perangkat_daerah for p in sasaran.baris_pengampu.all()] == [dinas]
    assert Indikator.objects.filter(pohon=rpjmd).count() == 4
    assert Label.objects.filter(perangkat_daerah=dinas.pemda).count() == 4
    assert "BARIS_TIDAK_DIMUAT" in kode(sesi)


def test_a_cascading_takes_the_agency_s_own_levels_and_says_what_it_leaves(muat):
    sesi, pohon = muat(WAJIB)

    assert banyak(pohon) == {
        "TUJUAN": 2, "SASARAN": 2, "PROGRAM": 4, "KEGIATAN": 17, "SUB_KEGIATAN": 21
    }  # fmt: skip
    (temuan,) = [t for t in sesi.rencana["temuan"] if t["kode"] == "RPJMD_BELUM_ADA"]
    assert "1 visi, 2 misi, 2 tujuan daerah, 2 sasaran daerah" in temuan["pesan"]
    assert {s.mendukung for s in milik(pohon, Jenjang.TUJUAN)} == {None}


def test_labels_and_pengampu_of_goals_that_stay_out_go_to_the_first_box_below(muat, dinas):
    _, pohon = muat(WAJIB)

    label = [
        [x.label.nama.split()[0] for x in s.baris_label.order_by("pk")]
        for s in milik(pohon, Jenjang.TUJUAN)
    ]
    assert label == [["PETARUNG"], ["DIDINGKLIK", "NGALANGKAH", "LEMBUR"]]
    assert set(Label.objects.values_list("jenis", "perangkat_daerah")) == {
        ("Program Unggulan Bupati", dinas.pk)
    }
    assert SimpulPengampu.objects.filter(simpul__pohon=pohon).count() == 2


def test_a_tujuan_supports_the_rpjmd_that_is_there(muat, dinas, perencana):
    _, rpjmd = muat(WAJIB, dinas.pemda, jenis_pohon=JenisPohon.RPJMD)

    sesi, pohon = muat(WAJIB)

    assert [s.mendukung for s in milik(pohon, Jenjang.TUJUAN)] == milik(rpjmd, Jenjang.SASARAN)
    assert "RPJMD_BELUM_ADA" not in kode(sesi)
    lagi = mulai(dinas, perencana, WAJIB, pohon=pohon)
    assert lagi.rencana["ringkasan"]["perubahan"] == 0


def test_an_rpjmd_that_comes_later_is_supported_at_the_next_import(muat, dinas, perencana):
    _, pohon = muat(WAJIB)
    muat(WAJIB, dinas.pemda, jenis_pohon=JenisPohon.RPJMD)

    sesi = mulai(dinas, perencana, WAJIB, pohon=pohon)

    assert sesi.rencana["ringkasan"]["perubahan"] == 2
    terapkan(sesi, oleh=perencana, pada=PADA)
    assert all(s.mendukung for s in milik(pohon, Jenjang.TUJUAN))


def test_misi_of_a_form_without_the_region_s_goals_stays_in_the_cascading(muat):
    _, pohon = muat(DASAR)

    assert banyak(pohon) == {
        "MISI": 1, "TUJUAN": 1, "SASARAN": 1, "PROGRAM": 2, "KEGIATAN": 21, "SUB_KEGIATAN": 21
    }  # fmt: skip
    assert {s.nama for s in milik(pohon, Jenjang.KEGIATAN)} == {""}


def test_units_and_formulas_reach_the_indicator_they_belong_to(muat):
    _, pohon = muat(WAJIB)

    kegiatan, sub = milik(pohon, Jenjang.KEGIATAN)[0], milik(pohon, Jenjang.SUB_KEGIATAN)
    assert set(kegiatan.indikator.values_list("satuan", flat=True)) == {""}
    assert [s.indikator.get().satuan for s in sub[:2]] == ["Jumlah", "Orang"]
    program = milik(pohon, Jenjang.PROGRAM)[1]
    assert len(program.indikator.get().formulasi) == 2
    urut = list(kegiatan.indikator.order_by("urutan"))
    assert [s.indikator_induk for s in sub[:5]] == [urut[n] for n in (0, 0, 1, 1, 2)]


def test_replaced_programs_end_where_their_successors_begin(muat):
    _, pohon = muat(LAMA, periode=buat_periode(2019, 2022))

    program = milik(pohon, Jenjang.PROGRAM)
    assert [(p.tahun_mulai, p.tahun_sampai) for p in program] == [
        *[(None, 2018)] * 4, *[(2019, 2022)] * 3
    ]  # fmt: skip
    ganti = Penggantian.objects.filter(pengganti__pohon=pohon)
    assert (ganti.count(), set(ganti.values_list("tahun", flat=True))) == (12, {2019})
    assert set(program[4].menggantikan.all()) == set(program[:4])


def test_kegiatan_keep_the_indicator_under_which_they_are_numbered(muat):
    _, pohon = muat(LAMA, periode=buat_periode(2019, 2022))

    program = milik(pohon, Jenjang.PROGRAM)[4]
    kegiatan = program.anak.order_by("lft")
    assert [(k.nomor, k.indikator_induk.nomor) for k in kegiatan] == [
        ("1", "1"), ("2", "1"), ("1", "2"), ("2", "2"), ("3", "2")
    ]  # fmt: skip


@pytest.mark.parametrize("jalur", [WAJIB, DASAR, LAMA], ids=lambda j: j.stem)
def test_the_same_workbook_again_changes_nothing_and_an_undo_takes_all_back(
    muat, dinas, perencana, jalur
):
    sesi, pohon = muat(jalur)

    lagi = mulai(dinas, perencana, jalur, pohon=pohon)
    assert lagi.rencana["ringkasan"]["perubahan"] == 0
    assert periksa_susunan(pohon) == []
    batalkan(sesi, oleh=perencana, pada=PADA)
    assert banyak(pohon) == {}
    assert not SimpulLabel.objects.exists()
    assert not Penggantian.objects.exists()


def test_struck_out_rows_without_a_year_are_told(dinas, perencana, tmp_path):
    jalur = tmp_path / "coret.xlsx"
    with xlsxwriter.Workbook(jalur) as buku:
        ws, coret = buku.add_worksheet(), buku.add_format({"font_strikeout": True})
        for c, teks in enumerate(("Program", "Indikator Program", "Kegiatan")):
            ws.write_string(0, c, teks)
        for r, nama in enumerate(("Program A", "Program B"), start=1):
            ws.write_string(r, 0, nama, coret if r == 1 else None)
            ws.write_string(r, 1, "Persentase")
            ws.write_string(r, 2, f"Kegiatan {r}")

    assert "CORETAN_TANPA_TAHUN" in kode(mulai(dinas, perencana, jalur))


def test_a_goal_that_may_be_the_indicator_is_asked_and_exchanged(client, dinas, perencana):
    sesi = mulai(dinas, perencana, LAMA)
    (tanya,) = [t for t in sesi.rencana["temuan"] if t["kode"] == "TUJUAN_ATAU_INDIKATOR"]
    client.force_login(perencana)
    assert "Tukar keduanya" in client.get(f"/impor/{sesi.pk}/").content.decode()

    isi = {"alamat": f"{tanya['lembar']}!{tanya['sel']}", "aksi": "TUKAR"}
    client.post(f"/impor/{sesi.pk}/keputusan/", isi)

    sesi.refresh_from_db()
    assert "TUJUAN_ATAU_INDIKATOR" not in kode(sesi)
    assert "ditukar dengan tujuannya" in client.get(f"/impor/{sesi.pk}/").content.decode()
    terapkan(sesi, oleh=perencana, pada=PADA)
    tujuan = Simpul.objects.get(pohon=sesi.pohon, jenjang=Jenjang.TUJUAN)
    assert tujuan.kinerja.startswith("Menurunkan Jumlah Penyandang")
    assert tujuan.indikator.get().teks.startswith("Meningkatkan system keamanan")


def test_a_goal_answered_as_printed_is_asked_no_more(dinas, perencana):
    sesi = mulai(dinas, perencana, LAMA)

    langkah.putuskan(sesi, alamat="CASCADING!C4", aksi="TETAP")

    assert "TUJUAN_ATAU_INDIKATOR" not in kode(sesi)
    assert sesi.rencana["baris"][0]["kinerja"].startswith("Meningkatkan system keamanan")
