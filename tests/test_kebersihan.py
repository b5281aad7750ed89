"""Templates obey the content security policy, and files name no place they were made at."""

import re

from tests.berkas import AKAR, RUANG, berkas_python, nama_berkas, semua_berkas

SKRIP_SEBARIS = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(?!\s*</script>)", re.IGNORECASE)
DATA_JSON = re.compile(r"<script[^>]*type=\"application/json\"", re.IGNORECASE)
GAYA_SEBARIS = re.compile(r"<style\b|<[a-z][^<>]*\sstyle\s*=", re.IGNORECASE)
PENANGAN_SEBARIS = re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE)
# Written in pieces, for this file is read too.
TEMPAT_ASING = [
    "py" + "pi.org",
    "python" + "hosted",
    "npm" + "js.org",
    "deb." + "debian.org",
    "regis" + "try=",
    "--index" + "-url",
    "--find" + "-links",
    "/wo" + "rk/",
    "/tm" + "p/",
    "/ro" + "ot/",
    "/opt/" + "pypi",
]


def templat() -> list:
    return [b for b in semua_berkas() if b.suffix == ".html" and "templates" in b.parts]


def melanggar(pola: re.Pattern, kecuali: re.Pattern | None = None) -> list[str]:
    return [
        f"{nama_berkas(b)}: {cocok[0][:60]}"
        for b in templat()
        for cocok in pola.finditer(b.read_text())
        if not (kecuali and kecuali.match(cocok[0]))
    ]


def test_templates_have_no_inline_script():
    assert melanggar(SKRIP_SEBARIS, kecuali=DATA_JSON) == []


def test_templates_have_no_inline_style_nor_handler():
    assert melanggar(GAYA_SEBARIS) + melanggar(PENANGAN_SEBARIS) == []


def test_html_made_in_python_for_the_screen_has_no_inline_style():
    """What leaves as a file (a PDF, an SVG) carries its own."""
    keluar = {"pdf", "ekspor"}
    layar = [b for b in berkas_python(*RUANG) if not keluar & set(b.relative_to(AKAR).parts)]

    assert [nama_berkas(b) for b in layar if GAYA_SEBARIS.search(b.read_text())] == []


def test_templates_stay_within_120_lines():
    assert [nama_berkas(b) for b in templat() if b.read_text().count("\n") > 120] == []


def test_no_file_names_a_registry_or_a_place_on_the_maker_machine():
    salah = []
    for berkas in semua_berkas():
        try:
            isi = berkas.read_text()
        except UnicodeDecodeError:
            continue
        salah += [f"{nama_berkas(berkas)}: {asing}" for asing in TEMPAT_ASING if asing in isi]

    assert salah == []
