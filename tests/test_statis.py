"""Static files as production serves them: every one is found, under its fingerprint."""

import subprocess
import sys

import pytest

from config.statis import StatisBersidik
from tests.berkas import AKAR


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
