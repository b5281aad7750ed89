"""The house rules, tested instead of hoped for."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLPattern, get_resolver
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure

from tests.berkas import (
    AKAR,
    RUANG,
    berkas_python,
    modul_diimpor,
    nama_berkas,
    semua_berkas,
)

SEMUA_RUANG = (*RUANG, "scripts", "tests")
NAMA_TERLARANG = {
    "utils", "helpers", "services", "selectors", "managers", "signals", "constants"
}  # fmt: skip
RUANG_MURNI = ("kinerja/aturan/", "kinerja/gambar/", "laporan/pdf/")
JAM = {("datetime", "now"), ("date", "today"), ("timezone", "now"), ("time", "time")}
FUNGSI = (ast.FunctionDef, ast.AsyncFunctionDef)


def semua_view(pola=None) -> Iterator[URLPattern]:
    for satu in pola if pola is not None else get_resolver().url_patterns:
        if hasattr(satu, "url_patterns"):
            yield from semua_view(satu.url_patterns)
        else:
            yield satu


def fungsi_dalam(jalur: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for simpul in ast.walk(ast.parse(jalur.read_text())):
        if isinstance(simpul, FUNGSI):
            yield simpul


def panjang_fungsi(fungsi: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (fungsi.end_lineno or fungsi.lineno) - fungsi.lineno


def melihat_jam(panggilan: ast.AST) -> bool:
    if not isinstance(panggilan, ast.Call) or not isinstance(panggilan.func, ast.Attribute):
        return False
    pemilik = panggilan.func.value
    nama = pemilik.attr if isinstance(pemilik, ast.Attribute) else getattr(pemilik, "id", "")
    return (nama, panggilan.func.attr) in JAM


def test_imports_point_one_way():
    configure()

    assert lint_imports(config_filename=str(AKAR / "pyproject.toml"), cache_dir=None)


def test_files_stay_within_300_lines():
    panjang = {nama_berkas(b): b.read_text().count("\n") for b in berkas_python(*SEMUA_RUANG)}

    assert {nama: baris for nama, baris in panjang.items() if baris > 300} == {}


def test_functions_stay_below_40_lines():
    panjang = {
        f"{nama_berkas(berkas)}:{fungsi.name}": panjang_fungsi(fungsi)
        for berkas in berkas_python(*SEMUA_RUANG)
        for fungsi in fungsi_dalam(berkas)
    }

    assert {nama: baris for nama, baris in panjang.items() if baris >= 40} == {}


def test_no_file_is_a_drawer_for_anything():
    nama = [nama_berkas(b) for b in berkas_python(*SEMUA_RUANG) if b.stem in NAMA_TERLARANG]

    assert nama == []


def test_every_view_says_who_may_open_it():
    tanpa = [str(pola.pattern) for pola in semua_view() if not getattr(pola.callback, "peran", ())]

    assert tanpa == []


def test_views_are_functions_of_one_page():
    panjang = {}
    for pola in semua_view():
        asal = inspect.unwrap(pola.callback)
        assert inspect.isfunction(asal), f"{pola.pattern}: not a function"
        panjang[asal.__qualname__] = len(inspect.getsource(asal).splitlines())

    assert {nama: baris for nama, baris in panjang.items() if baris > 24} == {}


def test_pure_rooms_know_no_orm_and_no_clock():
    salah = []
    for berkas in berkas_python(*RUANG):
        if nama_berkas(berkas).startswith(RUANG_MURNI):
            pohon = ast.parse(berkas.read_text())
            orm = [m for m in modul_diimpor(pohon) if m.startswith(("django.db", "django.apps"))]
            jam = [satu for satu in ast.walk(pohon) if melihat_jam(satu)]
            salah += [nama_berkas(berkas)] if orm or jam else []

    assert salah == []


def test_nothing_is_left_to_do():
    kata = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]) + r")\b")
    berkas = [b for b in semua_berkas() if b.suffix in {".py", ".js", ".css", ".html"}]

    assert [nama_berkas(b) for b in berkas if kata.search(b.read_text())] == []
