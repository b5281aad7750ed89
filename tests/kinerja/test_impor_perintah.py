"""``manage.py impor``: one JSON object whatever happens, and the way into a document."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from kinerja.models import Pohon, SesiImpor
from kinerja.pilihan import Peran
from tests.berkas import AKAR
from tests.factories import buat_dinas, buat_pengguna, buat_periode

CONTOH = AKAR / "fixtures" / "contoh"
RENJA = CONTOH / "renja-kotim-2025.xlsx"
USUL = {"H43": "32400000", "H62": "13298000", "H23": "271000", "H58": "65510000"}


def jalankan(berkas, *pilihan, **lain):
    """The parsed answer and the exit code. No test here that lacks ``db`` may query."""
    keluar = StringIO()
    try:
        call_command("impor", str(berkas), *pilihan, "--json", stdout=keluar, **lain)
        kode = 0
    except SystemExit as selesai:
        kode = selesai.code
    return json.loads(keluar.getvalue()), kode


def test_a_preview_needs_no_database_and_says_what_stands_where():
    isi, kode = jalankan(RENJA, "--tahun", "2025")

    (tabel,) = isi["tabel"]
    assert (isi["hasil"], kode) == ("galat_per_sel", 10)
    assert set(tabel) == {
        "jenis", "lembar", "baris_judul", "baris_data", "kolom", "jumlah", "simpul"
    }  # fmt: skip
    assert tabel["simpul"][0].keys() == {
        "id", "induk", "level", "no", "kode", "nama", "kinerja", "unit", "indikator", "pagu",
        "baris",
    }  # fmt: skip
    assert {g["sel"] for g in isi["galat"]} == {"H43", "H62"}
    assert isi["galat"][0]["usul"][0].keys() == {"sel", "nilai", "alasan"}


def test_accepting_proposals_leaves_warnings_only():
    isi, kode = jalankan(RENJA, "--terima-usul")

    assert (isi["hasil"], kode) == ("ok_dengan_peringatan", 0)


def test_corrections_by_cell():
    koreksi = [f"{sel}={nilai}" for sel, nilai in USUL.items()]

    isi, _ = jalankan(RENJA, "--koreksi", *koreksi, "H39=150.000.000")

    assert isi["galat"] == []
    assert not [p for p in isi["peringatan"] if p["kode"].startswith("PAGU")]


def test_a_cell_left_unfilled_is_a_decision():
    isi, kode = jalankan(RENJA, "--koreksi", "RENJA 2025!H43=", "H62=")

    assert (isi["hasil"], kode) == ("ok_dengan_peringatan", 0)
    assert {"H43", "H62"} <= {p["sel"] for p in isi["peringatan"]}


@pytest.mark.parametrize(
    "pilihan",
    [
        ["--lembar", "Tidak Ada"],
        ["--tabel", "9"],
        ["--jenis", "entah"],
        ["--koreksi", "bukan-sel=5"],
        ["--koreksi", "H43"],
        ["--terapkan"],
        ["--tahun", "0"],
        ["--tahun", "-5"],
        ["--tahun", "999999"],
    ],
)
def test_a_choice_that_does_not_fit_is_refused_in_words(pilihan):
    isi, kode = jalankan(RENJA, *pilihan)

    assert (isi["hasil"], isi["tabel"], kode) == ("ditolak", [], 20)
    assert isi["galat"][0]["pesan"].endswith((".", ":"))


@pytest.mark.parametrize("isi", [b"", b"PK\x03\x04 potongan", b"<html>", b"a;b\n1;2", b"\x00" * 99])
def test_any_bytes_get_an_answer(tmp_path, isi):
    berkas = tmp_path / "aneh.xlsx"
    berkas.write_bytes(isi)

    jawab, kode = jalankan(berkas)

    assert (jawab["hasil"], kode, len(jawab["galat"])) == ("ditolak", 20, 1)


@pytest.mark.parametrize("kunci", ["H43", "h43", "RENJA 2025!H43", "'renja 2025'!$H$43"])
def test_a_correction_outweighs_the_proposal_for_its_cell(kunci):
    isi, _ = jalankan(RENJA, "--terima-usul", "--koreksi", f"{kunci}=")

    assert "H43" in {p["sel"] for p in isi["peringatan"] if p["kode"] == "ANGKA_TIDAK_TERBACA"}


@pytest.mark.parametrize("jalur", ["/tidak/ada.xlsx", "", ".", "x" * 5000, "rusak\udcff.xlsx"])
def test_a_path_that_cannot_be_opened(jalur):
    isi, kode = jalankan(jalur)

    assert (kode, isi["galat"][0]["kode"]) == (20, "BERKAS_RUSAK")
    assert "tidak lazim" not in isi["galat"][0]["pesan"]


def test_an_unforeseen_fault_is_an_answer_too(monkeypatch, capfd):
    def rusak(*_, **__):
        raise RuntimeError("tak terduga")

    monkeypatch.setattr("kinerja.impor.bacakan.baca_berkas", rusak)

    isi, kode = jalankan(RENJA)

    assert (isi["galat"][0]["kode"], kode) == ("BERKAS_RUSAK", 20)
    assert "tak terduga" not in json.dumps(isi)
    assert capfd.readouterr().err == ""


@pytest.mark.lambat
def test_from_a_shell_standard_output_is_the_answer_alone():
    perintah = [sys.executable, "manage.py", "impor", str(RENJA), "--json"]

    selesai = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)

    assert json.loads(selesai.stdout)["hasil"] == "galat_per_sel"
    assert (selesai.returncode, selesai.stderr) == (10, "")


def test_without_json_the_findings_are_lines(capsys):
    with pytest.raises(SystemExit):
        call_command("impor", str(RENJA))

    assert "galat RENJA 2025!H43 ANGKA_TIDAK_TERBACA" in capsys.readouterr().out


BARU = ("--baru", "1.06.01", "--periode", "Renstra 2025-2029", "--oleh", "perencana")


@pytest.fixture
def dinas(db):
    dinas = buat_dinas()
    buat_periode()
    buat_pengguna("perencana", Peran.PERENCANA, di=dinas)
    buat_pengguna("pejabat", Peran.PEJABAT, di=dinas)
    return dinas


def test_an_undecided_error_writes_nothing(dinas):
    isi, kode = jalankan(RENJA, *BARU, "--terapkan")

    assert (kode, isi["pohon"], Pohon.objects.count(), SesiImpor.objects.count()) == (
        10,
        None,
        0,
        0,
    )


def test_applying_makes_the_document_and_again_changes_nothing(dinas):
    isi, kode = jalankan(RENJA, *BARU, "--terapkan", "--terima-usul")
    lagi, _ = jalankan(
        RENJA, "--pohon", str(isi["pohon"]), "--oleh", "perencana", "--terapkan", "--terima-usul"
    )

    pohon = Pohon.objects.get(pk=isi["pohon"])
    assert (kode, pohon.perangkat_daerah, isi["perubahan"] > 63) == (0, dinas, True)
    assert (lagi["hasil"], lagi["perubahan"]) == ("ok_dengan_peringatan", 0)
    assert Pohon.objects.count() == 1


def test_only_a_planner_of_the_agency_may_apply(dinas):
    isi, kode = jalankan(RENJA, *BARU[:4], "--oleh", "pejabat", "--terapkan", "--terima-usul")

    assert (kode, Pohon.objects.count()) == (20, 0)
    assert "bukan perencana" in isi["galat"][0]["pesan"]


def test_rows_without_a_parent_need_one_when_applying(dinas, tmp_path):
    from openpyxl import Workbook

    buku = Workbook()
    for baris in (["No", "Sub Kegiatan", "Indikator", "Target", "Satuan", "Pagu"],
                  [1, "Sub A", "Jumlah", 1, "Dokumen", 60_000_000]):  # fmt: skip
        buku.active.append(baris)
    jalur = Path(tmp_path / "sub.xlsx")
    buku.save(jalur)

    pratinjau, _ = jalankan(jalur, *BARU)
    isi, kode = jalankan(jalur, *BARU, "--terapkan")

    assert pratinjau["galat"] == []
    assert (kode, [g["kode"] for g in isi["galat"]]) == (10, ["INDUK_DIPERLUKAN"])
    assert Pohon.objects.count() == 0


def test_the_first_year_of_the_periode_stands_in_for_a_missing_one(dinas):
    isi, _ = jalankan(CONTOH / "sinonim-acak.xlsx", *BARU)

    assert list(isi["tabel"][0]["simpul"][0]["pagu"]) == ["2025"]
