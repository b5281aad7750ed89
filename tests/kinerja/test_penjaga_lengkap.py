"""The other half of guards that have two, and that no guard stands untried."""

import re
from pathlib import Path

import pytest

from kinerja.models import (
    Keanggotaan,
    KlaimPagu,
    Label,
    Pagu,
    Penggantian,
    Pohon,
    Simpul,
    SimpulLabel,
    Unit,
)
from kinerja.penjaga import semua
from kinerja.pilihan import JenisPohon, Jenjang, StatusPohon
from tests.factories import PADA, buat_dinas, buat_jalur, buat_pemda, buat_pohon
from tests.kinerja.test_penjaga import dijaga


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def dinas_lain(dinas):
    return buat_dinas(dinas.pemda, "Dinas Lain", "9.9")


def sisipkan(jalur, **isi):
    """A box below the program, written around Python."""
    program = jalur["PROGRAM"]
    baru = Simpul(
        pohon=program.pohon, induk=program, jenjang="KEGIATAN", nama="x", lft=80, rght=81,
        level=4, tree_id=program.tree_id, **isi,
    )  # fmt: skip
    Simpul._base_manager.bulk_create([baru])


def test_a_new_box_names_only_a_unit_of_its_agency(jalur, dinas_lain):
    asing = Unit.objects.create(perangkat_daerah=dinas_lain, jenis="BIDANG", nama="U")

    dijaga("simpul_unit_insert", lambda: sisipkan(jalur, unit=asing))


def test_a_new_box_supports_only_the_own_rpjmd(jalur, perencana, siapa):
    jauh = buat_dinas(buat_pemda("Kabupaten Lain", "62.03"), "Dinas Jauh", "8.8")
    rpjmd = buat_pohon(jauh, perencana, jenis=JenisPohon.RPJMD)
    asing = rpjmd.tambah(induk=rpjmd.akar(), jenjang=Jenjang.TUJUAN, kinerja="Asing", **siapa)

    dijaga("simpul_mendukung_insert", lambda: sisipkan(jalur, mendukung=asing))


def test_a_new_box_serves_only_an_indicator_of_its_parent(pohon, jalur, siapa):
    bukan_induk = pohon.tambah_indikator(jalur["SASARAN"], teks="Jumlah", **siapa)

    dijaga("simpul_indikator_induk_insert", lambda: sisipkan(jalur, indikator_induk=bukan_induk))


def test_money_does_not_move_to_another_level(pohon, jalur, siapa):
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000.000", tahun=2025, **siapa)
    pohon.isi_klaim(jalur["PROGRAM"], "1.000.000", tahun=2025, **siapa)
    naik, turun = {"simpul": jalur["PROGRAM"]}, {"simpul": jalur["SUB_KEGIATAN"]}

    dijaga("pagu_jenjang_update", lambda: Pagu.objects.update(**naik))
    dijaga("klaimpagu_jenjang_update", lambda: KlaimPagu.objects.update(**turun))


def test_a_replacement_is_not_turned_to_another_document(dinas, jalur, perencana):
    asing = buat_jalur(buat_pohon(dinas, perencana, judul="Lain"), perencana)["PROGRAM"]
    Penggantian.objects.create(pengganti=jalur["PROGRAM"], lama=jalur["KEGIATAN"])

    dijaga("penggantian_pohon_update", lambda: Penggantian.objects.update(lama=asing))


def test_label_and_branch_are_not_turned_to_another_agency(dinas, dinas_lain, jalur, perencana):
    sendiri, asing = (
        Label.objects.create(perangkat_daerah=pd, jenis="SPM", nama="SPM")
        for pd in (dinas, dinas_lain)
    )
    SimpulLabel.objects.create(simpul=jalur["PROGRAM"], label=sendiri)
    peran = Keanggotaan.objects.filter(pengguna=perencana)
    jauh = buat_jalur(buat_pohon(dinas_lain, perencana), perencana)["PROGRAM"]

    dijaga("simpullabel_serumah_update", lambda: SimpulLabel.objects.update(label=asing))
    dijaga("keanggotaan_cabang_serumah_update", lambda: peran.update(cabang=jauh))


@pytest.mark.parametrize("tabel", ["pagu", "klaimpagu", "target"])
def test_numbers_of_a_replaced_edition_stay(pohon, berangka, tabel):
    semua = berangka[tabel].all()
    baris = semua.get()
    Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)
    sama = {m: getattr(pohon, m) for m in ("perangkat_daerah", "periode", "jenis", "judul")}
    kedua = Pohon(**sama, edisi=2, status=StatusPohon.DISETUJUI, diubah_pada=PADA)
    Pohon._base_manager.bulk_create([kedua])

    dijaga(f"{tabel}_digantikan_update", lambda: semua.update(mentah="2"))
    dijaga(f"{tabel}_digantikan_delete", lambda: semua._raw_delete("default"))
    baris.pk = None
    dijaga(f"{tabel}_digantikan_insert", lambda: semua.bulk_create([baris]))


def test_what_a_document_was_copied_from_stays(pohon, dinas, perencana):
    lain = buat_pohon(dinas, perencana, judul="Lain")
    satu = Pohon.objects.filter(pk=pohon.pk)

    dijaga("pohon_asal_tetap", lambda: satu.update(disalin_dari=lain))


def test_every_guard_is_tried():
    """By its name in a test; f"{tabel}_…" stands for each word quoted in the same file."""
    dicoba: set[str] = set()
    for berkas in Path(__file__).parents[1].rglob("test_*.py"):
        isi = berkas.read_text()
        kata = set(re.findall(r'"(?:kinerja_)?([a-z_]+)"', isi))
        akhir = re.findall(r'f"{tabel}(_[a-z_]+)"', isi)
        dicoba |= kata | {k + a for a in akhir for k in kata}

    assert [p.nama for p in semua() if p.nama.removeprefix("kinerja_") not in dicoba] == []
