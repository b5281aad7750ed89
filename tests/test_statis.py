"""Static files as production serves them: every one is found, under its fingerprint."""

import re
import subprocess
import sys

import pytest

from config.statis import StatisBersidik
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
    disebut = set()
    menunggu = ["pohon.js"]
    while menunggu:
        isi = (AKAR / "static/js" / menunggu.pop()).read_text()
        baru = {t.removeprefix("./") for t in IMPOR.findall(isi)} - disebut
        disebut |= baru
        menunggu += baru
    templat = (AKAR / "templates/kinerja/_modul_pohon.html").read_text()

    assert set(re.findall(r"js/([\w-]+\.js)", templat)) == disebut
