"""Static files as production serves them: every one is found, under its fingerprint."""

import re
import subprocess
import sys

import pytest
from django.core.files.storage import FileSystemStorage

from config.statis import StatisBersidik, satukan
from kinerja.templatetags import modul as templat_modul
from kinerja.templatetags.modul import modul
from tests.berkas import AKAR

IMPOR = re.compile(r"""(?:\bfrom|\bimport)\s*["'](\./[^"']+)["']""")
SIDIK = re.compile(r"\.[0-9a-f]{12}\.js$")


@pytest.mark.lambat
def test_static_files_of_all_packages_are_collected(tmp_path):
    lingkungan = {"PATH": "/usr/bin:/bin", "BERKAS_ENV": "", "STATIC_MANIFEST": "1"}

    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"],
        cwd=AKAR, env=lingkungan | {"STATIC_ROOT": str(tmp_path)}, check=True,
    )  # fmt: skip

    assert (tmp_path / "staticfiles.json").exists()


def test_a_module_of_ours_asks_for_its_neighbour_by_fingerprint(tmp_path):
    simpanan = StatisBersidik(location=tmp_path, base_url="/static/")
    isi = {
        "js/satu.js": 'import { dua } from "./dua.js";\n',
        "js/dua.js": "export const dua = 2;\n",
        "paket/asing.js": 'import { lain } from "./tidak-ada";\n',
    }
    for nama, teks in isi.items():
        (tmp_path / nama).parent.mkdir(exist_ok=True)
        (tmp_path / nama).write_text(teks)

    gagal = [g for *_, g in simpanan.post_process({n: (simpanan, n) for n in isi}) if g is not True]

    assert [g for g in gagal if isinstance(g, Exception)] == []
    assert (
        f'from "./{simpanan.stored_name("js/dua.js").removeprefix("js/")}"'
        in (tmp_path / simpanan.stored_name("js/satu.js")).read_text()
    )


@pytest.mark.lambat
def test_every_module_of_ours_finds_what_it_imports(tmp_path):
    simpanan = StatisBersidik(location=tmp_path, base_url="/static/")
    (tmp_path / "js").mkdir()
    nama = [f"js/{berkas.name}" for berkas in (AKAR / "static/js").glob("*.js")]
    for satu in nama:
        (tmp_path / satu).write_text((AKAR / "static" / satu).read_text())

    list(simpanan.post_process({n: (simpanan, n) for n in nama}))

    impor = [
        (satu, tujuan)
        for satu in nama
        for tujuan in IMPOR.findall((tmp_path / simpanan.stored_name(satu)).read_text())
    ]
    assert len(impor) > 20
    assert [
        i for i in impor if not SIDIK.search(i[1]) or not (tmp_path / "js" / i[1]).exists()
    ] == []


def test_the_tree_page_asks_for_all_its_modules_at_once():
    """Else a slow line fetches one layer of imports after the other."""
    html = modul("pohon.js")

    disebut = set(re.findall(r'modulepreload" href="/static/js/([\w-]+\.js)"', html))
    assert {"pohon-dom.js", "pohon-sel.js", "tunggu.js"} <= disebut
    for nama in ("pohon.js", *disebut):
        isi = (AKAR / "static/js" / nama).read_text()
        assert {t.removeprefix("./") for t in IMPOR.findall(isi)} <= disebut


def test_production_serves_the_tree_page_s_script_as_one_file(tmp_path, monkeypatch):
    simpanan = StatisBersidik(location=tmp_path, base_url="/static/")
    sumber = FileSystemStorage(location=AKAR / "static")
    nama = [f"js/{berkas.name}" for berkas in (AKAR / "static/js").glob("*.js")]

    (tmp_path / "js").mkdir()
    for satu in nama:
        (tmp_path / satu).write_text((AKAR / "static" / satu).read_text())

    list(simpanan.post_process({n: (sumber, n) for n in nama}))

    isi = (tmp_path / simpanan.stored_name("js/pohon.js")).read_text()
    assert "class Antrean extends" in isi
    assert "class KinerjaPohon extends" in isi
    assert not re.search(r"^(import|export)\b|^ *//", isi, re.MULTILINE)
    monkeypatch.setattr(templat_modul, "staticfiles_storage", simpanan)
    assert "modulepreload" not in modul("pohon.js")


def test_a_joined_module_keeps_its_names_to_itself_and_its_exports():
    berkas = {
        "a.js": 'import { x, y as z } from "./b.js";\nconst isi = x + z;\nconsole.log(isi);\n',
        "b.js": "// note\nconst isi = 1;\nexport const x = isi;\nexport function y() {}\n",
    }

    satu = satukan("a.js", berkas.__getitem__)

    assert satu.startswith("const m0 = (() => {\nconst isi = 1;\nconst x = isi;\n")
    assert "return { x, y };" in satu
    assert "const { x, y: z } = m0;" in satu


@pytest.mark.parametrize(
    "isi",
    [
        'import { b } from "./a.js";\n',
        'import "./b.js";\n',
        "export default 1;\n",
        "const a = `satu\n  dua`;\n",
    ],
)
def test_what_cannot_be_joined_is_refused(isi):
    with pytest.raises(ValueError, match=r"circle|joined|indentation"):
        satukan("a.js", {"a.js": isi}.__getitem__)
