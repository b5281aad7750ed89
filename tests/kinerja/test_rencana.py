"""What a workbook would change: against an empty document and against one that is there."""

from kinerja.impor.potret import potret, potret_kosong
from kinerja.impor.rencana import PilihanRencana, Rencana, susun
from kinerja.models import KlaimPagu, Pagu, Simpul, Target
from kinerja.models.pemeriksaan import periksa_susunan
from kinerja.pilihan import JenisPohon
from tests import factories
from tests.kinerja.buku_uji import baris, buku, contoh, ukuran

PADA = factories.PADA


def rencanakan(hasil, pohon, **pilihan) -> Rencana:
    pilihan.setdefault("benih", "uji")
    return susun(hasil, potret(pohon), PilihanRencana(**pilihan))


def muat(hasil, pohon, perencana, **pilihan) -> Rencana:
    rencana = rencanakan(hasil, pohon, **pilihan)
    pohon.muat(rencana.perubahan, oleh=perencana, pada=PADA, ringkasan="Impor")
    assert periksa_susunan(pohon) == []
    return rencana


def jalur(pohon) -> list[str]:
    daftar = Simpul.objects.filter(pohon=pohon, level__gt=0).order_by("lft")
    return [f"{s.level}:{s.nama}" for s in daftar]


def test_a_new_document_gets_every_row_in_order(pohon, perencana):
    rencana = muat(contoh(), pohon, perencana)

    assert rencana.ringkasan.baru == 9
    assert jalur(pohon) == [
        "1:Program Bencana", "2:Perlindungan Korban", "3:Penyediaan Sandang",
        "3:Penyediaan Makanan", "1:Program Rehabilitasi", "2:Rehabilitasi Dasar",
        "3:Penyediaan Sandang", "2:Rehabilitasi Lanjut", "3:Penyediaan Alat Bantu",
    ]  # fmt: skip


def test_money_stands_on_sub_kegiatan_and_claims_above(pohon, perencana):
    muat(contoh(), pohon, perencana)

    assert sorted(Pagu.objects.values_list("simpul__nomor", "nilai", "mentah")) == [
        ("1.1.1", 10_000_000, "10.000.000"),
        ("1.1.2", 20_000_000, "20.000.000"),
        ("2.1.1", None, "5.000.0000"),
    ]
    klaim = KlaimPagu.objects.values_list("simpul__nomor", "nilai")
    assert set(klaim) == {
        ("", 35_000_000), ("1", 30_000_000), ("1.1", 30_000_000), ("2", 5_000_000),
        ("2.1", 5_000_000),
    }  # fmt: skip


def test_targets_keep_what_was_typed(pohon, perencana):
    muat(contoh(), pohon, perencana)

    target = Target.objects.get()
    assert (target.mentah, target.nilai, target.tahun) == ("55", 55, 2025)
    assert (target.indikator.teks, target.indikator.satuan) == ("Jumlah orang", "Orang")


def test_the_same_workbook_again_changes_nothing(pohon, perencana):
    muat(contoh(), pohon, perencana)

    lagi = rencanakan(contoh(), pohon, benih="lain")

    assert lagi.perubahan == []
    assert (lagi.ringkasan.sama, lagi.ringkasan.baru) == (9, 0)


def test_an_empty_cell_leaves_what_is_there(pohon, perencana):
    muat(buku(baris("1", "Program Bencana", kinerja="Terwujud", kode="1.06.02")), pohon, perencana)

    rencana = rencanakan(buku(baris("1", "Program Bencana")), pohon)

    assert rencana.perubahan == []


def test_a_changed_row_says_what_changes_field_by_field(pohon, perencana):
    muat(contoh(), pohon, perencana)
    lain = contoh()
    lain.tabel[0].simpul[2] = baris(
        "1.1.1", "Penyediaan Sandang", pagu="12.000.000", kode="1.06.02.2.01.0001",
        indikator=[ukuran("Jumlah orang", "60", satuan="Orang")],
    )  # fmt: skip

    rencana = muat(lain, pohon, perencana)

    (berubah,) = [b for b in rencana.baris if b.nasib == "BERUBAH"]
    assert [(x.medan, x.lama, x.baru) for x in berubah.beda] == [
        ("Kode", "", "1.06.02.2.01.0001"),
        ("Target 2025", "55", "60"),
        ("Pagu 2025", "10.000.000", "12.000.000"),
    ]
    assert Pagu.objects.get(simpul__nomor="1.1.1").nilai == 12_000_000


def test_a_number_typed_another_way_is_no_change(pohon, perencana):
    muat(contoh(), pohon, perencana)
    lain = contoh()
    lain.tabel[0].simpul[3] = baris("1.1.2", "Penyediaan  makanan", pagu="20000000")

    rencana = rencanakan(lain, pohon)

    assert [(b.medan, b.lama, b.baru) for r in rencana.baris for b in r.beda] == [
        ("Nama", "Penyediaan Makanan", "Penyediaan  makanan")
    ]


def test_a_row_between_two_known_ones_comes_between_them(pohon, perencana):
    muat(contoh(), pohon, perencana)
    lain = contoh()
    lain.tabel[0].simpul.insert(3, baris("1.1.9", "Penyediaan Tenda", pagu="1.000.000"))

    muat(lain, pohon, perencana, benih="lain")

    assert jalur(pohon)[2:5] == [
        "3:Penyediaan Sandang", "3:Penyediaan Tenda", "3:Penyediaan Makanan"
    ]  # fmt: skip


def test_a_first_row_comes_before_the_known_ones_below_it(pohon, perencana):
    muat(contoh(), pohon, perencana)
    lain = contoh()
    lain.tabel[0].simpul.insert(2, baris("1.1.9", "Penyediaan Tenda"))

    muat(lain, pohon, perencana, benih="lain")

    assert jalur(pohon)[2:4] == ["3:Penyediaan Tenda", "3:Penyediaan Sandang"]


def test_boxes_that_the_workbook_leaves_out_stay(pohon, perencana):
    muat(contoh(), pohon, perencana)

    rencana = rencanakan(buku(*contoh().tabel[0].simpul[:4]), pohon)

    assert rencana.perubahan == []
    assert rencana.ringkasan.tidak_disebut == 5


def test_a_unique_name_under_another_parent_has_moved(pohon, perencana):
    muat(contoh(), pohon, perencana)
    lain = contoh()
    lain.tabel[0].simpul[-1] = baris("1.1.3", "Penyediaan Alat Bantu")

    rencana = muat(lain, pohon, perencana)

    assert (rencana.ringkasan.dipindah, rencana.ringkasan.baru) == (1, 0)
    assert jalur(pohon)[4] == "3:Penyediaan Alat Bantu"


def test_a_name_that_stands_twice_is_never_taken_for_a_move(pohon, perencana):
    muat(contoh(), pohon, perencana)
    lain = contoh()
    lain.tabel[0].simpul.append(baris("2.2.2", "Penyediaan Sandang"))

    rencana = rencanakan(lain, pohon)

    assert (rencana.ringkasan.dipindah, rencana.ringkasan.baru) == (0, 1)


def test_a_kode_finds_its_box_whatever_the_name(pohon, perencana):
    muat(buku(baris("1", "Program Lama", kode="1.06.02")), pohon, perencana)

    rencana = muat(buku(baris("7", "Program Baru Sekali", kode="1.06.02")), pohon, perencana)

    assert rencana.ringkasan.berubah == 1
    assert jalur(pohon) == ["1:Program Baru Sekali"]


def test_uids_are_the_same_in_preview_and_apply():
    kosong = potret_kosong(JenisPohon.CASCADING)
    lain = potret_kosong(JenisPohon.CASCADING)
    lain.simpul["akar-sungguhan"] = lain.simpul.pop("akar")
    lain.anak["akar-sungguhan"] = lain.anak.pop("akar")
    lain.akar = "akar-sungguhan"

    sidik = [susun(contoh(), p, PilihanRencana(benih="sesi 1")).sidik for p in (kosong, lain)]

    assert sidik[0] == sidik[1]
    berbeda = susun(contoh(), potret_kosong("CASCADING"), PilihanRencana(benih="sesi 2")).sidik
    assert berbeda != sidik[0]
