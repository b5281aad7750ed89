"""``manage.py impor`` into a document: one JSON object, an exit code, all or nothing."""

import json

import pytest
from django.core.management import call_command

from kinerja.models import Pagu, Pohon, SesiImpor, Simpul
from kinerja.pilihan import JenisPohon, StatusPohon
from tests import factories
from tests.kinerja.impor_uji import CONTOH, KECIL, KOTIM, buku


@pytest.fixture
def kecil(tmp_path):
    jalur = tmp_path / "renja.xlsx"
    jalur.write_bytes(buku(*KECIL))
    return str(jalur)


@pytest.fixture
def jalankan(capsys, dinas, perencana):
    """Run the command; answers (exit code, object)."""
    factories.buat_periode()

    def lari(berkas, *argumen):
        kode = 0
        try:
            call_command("impor", str(berkas), "--json", *argumen)
        except SystemExit as keluar:
            kode = keluar.code
        return kode, json.loads(capsys.readouterr().out)

    return lari


@pytest.fixture
def baru(dinas):
    return ("--baru", dinas.kode, "--periode", "Renstra 2025-2029", "--oleh", "perencana")


def test_without_terapkan_nothing_is_written(jalankan, kecil, baru):
    kode, isi = jalankan(kecil, *baru)

    assert (kode, isi["hasil"]) == (0, "ok")
    assert Pohon.objects.count() == SesiImpor.objects.count() == 0


def test_a_new_document_is_made_and_filled(jalankan, kecil, baru, dinas):
    kode, isi = jalankan(kecil, *baru, "--judul", "Belanja Wajib", "--terapkan")

    pohon = Pohon.objects.get()
    assert (kode, isi["pohon"]) == (0, pohon.pk)
    assert (pohon.perangkat_daerah, pohon.judul, pohon.jenis) == (
        dinas, "Belanja Wajib", JenisPohon.CASCADING
    )  # fmt: skip
    assert Simpul.objects.tampak().count() == 4


def test_the_same_file_again_changes_nothing(jalankan, kecil, baru):
    _, isi = jalankan(kecil, *baru, "--terapkan")

    kode, lagi = jalankan(kecil, "--pohon", str(isi["pohon"]), "--oleh", "perencana", "--terapkan")

    assert (kode, lagi["hasil"], lagi["perubahan"]) == (0, "ok", 0)
    assert Pohon.objects.get().versi == 2


def test_an_undecided_error_writes_nothing(jalankan, baru):
    kode, isi = jalankan(KOTIM, *baru, "--terapkan")

    assert (kode, isi["hasil"]) == (10, "galat_per_sel")
    assert Pohon.objects.count() == SesiImpor.objects.count() == 0


def test_first_proposals_reconcile_the_kotim_workbook(jalankan, baru):
    kode, isi = jalankan(KOTIM, *baru, "--terima-usul", "--terapkan")

    assert (kode, isi["hasil"]) == (0, "ok_dengan_peringatan")
    assert sum(Pagu.objects.values_list("nilai", flat=True)) == 6_312_818_993


def test_corrections_and_cells_left_unfilled_are_decisions(jalankan, baru):
    kode, _ = jalankan(KOTIM, *baru, "--terapkan", "--koreksi", "H43=32.400.000", "H62=")

    assert kode == 0
    assert Pagu.objects.get(nilai=None).mentah == "13.2918.000"
    assert SesiImpor.objects.get().koreksi == {
        "RENJA 2025!H43": "32.400.000", "RENJA 2025!H62": ""
    }  # fmt: skip


def test_a_parent_is_needed_only_on_applying(jalankan, tmp_path, pohon, jalur):
    jalur_berkas = tmp_path / "yatim.xlsx"
    jalur_berkas.write_bytes(buku(("1.1", "Perlindungan Korban", "", "", "", ""), KECIL[2]))
    tujuan = ("--pohon", str(pohon.pk), "--oleh", "perencana")

    kode, isi = jalankan(jalur_berkas, *tujuan)
    assert [g["kode"] for g in isi["galat"]] == []

    kode, isi = jalankan(jalur_berkas, *tujuan, "--terapkan")
    assert (kode, [g["kode"] for g in isi["galat"]]) == (10, ["INDUK_DIPERLUKAN"])

    induk = str(jalur["PROGRAM"].uid)
    kode, isi = jalankan(jalur_berkas, *tujuan, "--terapkan", "--induk", induk)
    assert kode == 0
    assert Simpul.objects.get(nama="Perlindungan Korban").induk == jalur["PROGRAM"]


def test_a_similar_name_waits_or_takes_the_known_one(jalankan, tmp_path, kecil, baru):
    _, isi = jalankan(kecil, *baru, "--terapkan")
    typo = tmp_path / "typo.xlsx"
    typo.write_bytes(buku(("1", "Progam Bencana", *KECIL[0][2:]), *KECIL[1:]))
    tujuan = ("--pohon", str(isi["pohon"]), "--oleh", "perencana", "--terapkan")

    kode, isi = jalankan(typo, *tujuan)
    assert (kode, isi["galat"][0]["kode"]) == (10, "NAMA_MIRIP")
    assert isi["galat"][0]["usul"][0]["nilai"] == "Program Bencana"

    kode, isi = jalankan(typo, *tujuan, "--terima-usul")
    assert (kode, isi["perubahan"]) == (0, 0)


def test_a_locked_document_says_why(jalankan, kecil, pohon):
    Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)

    kode, isi = jalankan(kecil, "--pohon", str(pohon.pk), "--oleh", "perencana", "--terapkan")

    assert kode == 10
    assert "DOKUMEN_TERKUNCI" in [g["kode"] for g in isi["galat"]]


@pytest.mark.parametrize(
    "argumen",
    [
        ("--terapkan",),
        ("--terapkan", "--pohon", "999", "--oleh", "perencana"),
        ("--baru", "9.99.99", "--periode", "Renstra 2025-2029"),
        ("--baru", "1.06.01", "--periode", "Renstra 1999"),
        ("--baru", "1.06.01", "--periode", "Renstra 2025-2029", "--jenis-pohon", "SKP"),
        ("--baru", "1.06.01", "--periode", "2025-2029", "--oleh", "tiada", "--terapkan"),
    ],
)
def test_a_choice_that_is_not_there_is_refused_in_words(jalankan, kecil, argumen):
    kode, isi = jalankan(kecil, *argumen)

    assert (kode, isi["hasil"], isi["tabel"]) == (20, "ditolak", [])
    assert isi["galat"][0]["pesan"].endswith(".")
    assert Pohon.objects.count() == 0


def test_old_uploads_are_cleaned_up_by_command(jalankan, kecil, baru, capsys):
    jalankan(kecil, *baru, "--terapkan")
    SesiImpor.objects.update(dibuat_pada=factories.PADA)

    call_command("bersihkan")

    assert "1 berkas" in capsys.readouterr().out
    assert SesiImpor.objects.get().berkas is None


def test_what_the_plan_leaves_out_is_told(jalankan, baru):
    wajib = CONTOH / "cascading-belanja-wajib-2026.xlsx"

    sebelum = jalankan(wajib, *baru)[1]
    kode, isi = jalankan(wajib, *baru, "--terapkan")

    assert kode == 0
    assert "RPJMD_BELUM_ADA" not in {p["kode"] for p in sebelum["peringatan"]}
    assert "RPJMD_BELUM_ADA" in {p["kode"] for p in isi["peringatan"]}
