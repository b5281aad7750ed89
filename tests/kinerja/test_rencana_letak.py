"""Where rows come to hang, similar names, and what stands in the way of a plan."""

import pytest

from kinerja.impor.potret import potret_kosong
from kinerja.impor.rencana import PilihanRencana, susun
from kinerja.models import Simpul, Unit
from kinerja.pilihan import JenisUnit, StatusPohon
from tests import factories
from tests.kinerja.buku_uji import baris, buku, contoh
from tests.kinerja.test_rencana import jalur, muat, rencanakan

KEGIATAN_SAJA = (
    baris("1.1", "Perlindungan Korban", induk=None),
    baris("1.1.1", "Penyediaan Sandang"),
)


def kode(rencana) -> list[str]:
    return [t.kode for t in rencana.temuan]


def anak_dari(simpul) -> list[str]:
    return [s.nama for s in Simpul.objects.filter(induk=simpul).order_by("lft")]


@pytest.fixture
def jalur_ada(pohon, perencana):
    return factories.buat_jalur(pohon, perencana)


class TestInduk:
    def test_programs_stand_at_the_root_until_a_sasaran_takes_them(self, pohon, perencana):
        muat(contoh(), pohon, perencana)

        assert jalur(pohon)[0] == "1:Program Bencana"

    def test_new_rows_hang_under_the_chosen_box(self, pohon, perencana, jalur_ada):
        sasaran = jalur_ada["SASARAN"]

        muat(contoh(), pohon, perencana, induk=str(sasaran.uid))

        assert anak_dari(sasaran)[-2:] == ["Program Bencana", "Program Rehabilitasi"]

    def test_a_known_program_stays_where_it_stands(self, pohon, perencana, jalur_ada):
        sasaran = jalur_ada["SASARAN"]
        muat(contoh(), pohon, perencana, induk=str(sasaran.uid))

        lagi = rencanakan(contoh(), pohon)

        assert lagi.perubahan == []

    def test_a_chosen_box_moves_programs_from_the_root(self, pohon, perencana, jalur_ada):
        muat(contoh(), pohon, perencana)

        rencana = muat(contoh(), pohon, perencana, induk=str(jalur_ada["SASARAN"].uid))

        assert (rencana.ringkasan.dipindah, rencana.ringkasan.sama) == (2, 7)
        assert Simpul.objects.filter(induk=pohon.akar(), jenjang="PROGRAM").count() == 0

    def test_rows_that_may_not_stand_at_the_root_ask_for_a_parent(self, pohon):
        (temuan,) = rencanakan(buku(*KEGIATAN_SAJA), pohon).temuan

        assert temuan.kode == "INDUK_DIPERLUKAN"
        assert temuan.menghalangi
        assert temuan.letak.sel == "C8"

    def test_a_chosen_program_takes_them(self, pohon, perencana, jalur_ada):
        program = jalur_ada["PROGRAM"]

        rencana = muat(buku(*KEGIATAN_SAJA), pohon, perencana, induk=str(program.uid))

        assert rencana.temuan == []
        assert "Perlindungan Korban" in anak_dari(program)

    def test_a_box_of_the_wrong_level_is_said(self, pohon, jalur_ada):
        tujuan = jalur_ada["TUJUAN"]

        assert kode(rencanakan(contoh(), pohon, induk=str(tujuan.uid))) == ["INDUK_TIDAK_SAH"]

    def test_a_parent_that_is_gone_is_said(self, pohon):
        tiada = "00000000-0000-0000-0000-000000000001"

        assert "INDUK_HILANG" in kode(rencanakan(contoh(), pohon, induk=tiada))

    def test_a_document_of_conditions_takes_no_programs(self):
        rencana = susun(contoh(), potret_kosong("POHON_KINERJA"), PilihanRencana(benih="x"))

        assert set(kode(rencana)) == {"JENJANG_TIDAK_SAH"}

    def test_levels_above_a_document_are_passed_over_and_told(self, pohon, perencana):
        urusan = baris("9", "Urusan Sosial", level="urusan", id="U")
        program = baris("1", "Program Bencana", induk="U")

        rencana = muat(buku(urusan, program), pohon, perencana)

        assert jalur(pohon) == ["1:Program Bencana"]
        assert kode(rencana) == ["BARIS_TIDAK_DIMUAT"]


class TestMirip:
    """A name at least 90 % alike is a question, never an answer."""

    @pytest.fixture
    def ada(self, pohon, perencana):
        muat(contoh(), pohon, perencana)
        return Simpul.objects.get(nama="Program Rehabilitasi")

    def typo(self):
        lain = contoh()
        lain.tabel[0].simpul[4] = baris("2", "Proram Rehabilitasi", pagu="5.000.000", ke=12)
        return lain

    def test_it_is_asked_with_the_known_name_as_a_proposal(self, pohon, ada):
        rencana = rencanakan(self.typo(), pohon)

        (temuan,) = rencana.temuan
        assert (temuan.kode, temuan.letak.sel, temuan.menghalangi) == ("NAMA_MIRIP", "C12", True)
        assert temuan.usul[0].nilai == "Program Rehabilitasi"
        assert rencana.ringkasan.baru == 0

    def test_the_same_box_takes_the_new_name(self, pohon, perencana, ada):
        muat(self.typo(), pohon, perencana, keputusan={"RENJA!C12": "SAMA"})

        ada.refresh_from_db()
        assert ada.nama == "Proram Rehabilitasi"
        assert Simpul.objects.filter(jenjang="PROGRAM").count() == 2

    def test_a_new_box_leaves_the_old_one_alone(self, pohon, ada):
        rencana = rencanakan(self.typo(), pohon, benih="lain", keputusan={"RENJA!C12": "BARU"})

        assert rencana.temuan == []
        assert rencana.ringkasan.baru == 1
        # its rows stand once on both sides, so they move with it
        assert (rencana.ringkasan.dipindah, rencana.ringkasan.tidak_disebut) == (2, 1)

    def test_less_than_nine_tenths_is_another_box(self, pohon, ada):
        lain = contoh()
        lain.tabel[0].simpul[4] = baris("2", "Program Pemberdayaan", ke=12)

        assert kode(rencanakan(lain, pohon)) == []


class TestUnit:
    @pytest.fixture
    def uptd(self, dinas):
        return Unit.objects.create(perangkat_daerah=dinas, jenis=JenisUnit.UPTD, nama="UPTD Panti")

    def dua(self, *unit):
        return buku(
            baris("1", "Program Bencana"),
            baris("1.1", "Perlindungan Korban"),
            *(
                baris(f"1.1.{n}", "Penyediaan Sandang", kode="1.06.02.2.01.0001", unit=u)
                for n, u in enumerate(unit, start=1)
            ),
        )

    def test_one_sub_kegiatan_stands_once_per_unit(self, pohon, perencana, dinas, uptd):
        Unit.objects.create(perangkat_daerah=dinas, jenis=JenisUnit.BIDANG, nama="Bidang Rehsos")

        muat(self.dua("UPTD Panti", "Bidang Rehsos"), pohon, perencana)

        assert Simpul.objects.exclude(unit=None).count() == 2
        assert rencanakan(self.dua("Bidang Rehsos", "UPTD Panti"), pohon).ringkasan.baru == 0

    def test_an_unknown_unit_is_told_and_written_beside(self, pohon, perencana, uptd):
        rencana = muat(self.dua("UPTD Lain"), pohon, perencana)

        assert kode(rencana) == ["UNIT_TIDAK_DIKENAL"]
        assert Simpul.objects.get(jenjang="SUB_KEGIATAN").pengampu_tertulis == "UPTD Lain"

    def test_one_kode_twice_in_one_unit_is_refused_with_its_cell(self, pohon, uptd):
        isi = buku(
            baris("1", "Program Bencana", kode="1.06.02", ke=8),
            baris("2", "Program Lain", kode="1.06.02", ke=9),
        )

        (temuan,) = rencanakan(isi, pohon).temuan

        assert (temuan.kode, temuan.letak.sel) == ("KODE_GANDA", "C9")


def test_a_locked_document_refuses_boxes_but_not_numbers(pohon, perencana):
    muat(contoh(), pohon, perencana)
    pohon.status = StatusPohon.DISETUJUI
    lain = contoh()
    lain.tabel[0].simpul[3] = baris("1.1.2", "Penyediaan Makanan", pagu="21.000.000")

    assert kode(rencanakan(lain, pohon)) == []
    lain.tabel[0].simpul[3].nama = "Penyediaan Makan Siang"
    assert kode(rencanakan(lain, pohon))[0] == "DOKUMEN_TERKUNCI"


def test_a_year_outside_the_periode_is_told(pohon):
    rencana = rencanakan(contoh(), pohon, daftar_tahun=(2030, 2031))

    assert kode(rencana) == ["TAHUN_DI_LUAR_PERIODE"]


def test_a_text_that_does_not_fit_is_told_at_its_cell(pohon):
    isi = buku(baris("1", "P" * 2001, kinerja="x"))

    (temuan,) = rencanakan(isi, pohon).temuan

    assert (temuan.kode, temuan.letak.sel) == ("TEKS_TERLALU_PANJANG", "C8")
