"""Which test files hold nothing for a run without database, told without importing them.

Importing a test file (its asserts rewritten, the whole of Django behind it) costs more than most
of its tests. tests/conftest.py checks what is told here whenever it does collect such a file.
"""

import re
from functools import cache
from pathlib import Path

BASIS_DATA = frozenset({"db", "transactional_db", "django_db_setup", "live_server"})
PERAMBAN = Path(__file__).parent / "peramban"
PERLENGKAPAN = re.compile(r"^@pytest\.fixture.*\ndef (\w+)\(([^)]*)\)", re.MULTILINE)
UJI = re.compile(r"^def (test_\w+)\(([^)]*)\)", re.MULTILINE)
TANDA = re.compile(r"^pytestmark = .*\b(?:django_db|lambat)\b", re.MULTILINE)
UJI_KELAS = re.compile(r"^class Test", re.MULTILINE)


def diminta(pola: re.Pattern[str], sumber: str) -> dict[str, set[str]]:
    """Functions of a file with the names that they ask for."""
    return {nama: set(re.findall(r"\w+", minta)) for nama, minta in pola.findall(sumber)}


@cache
def pemakai_basis_data(folder: Path) -> frozenset[str]:
    """Fixtures of the conftest files down to ``folder`` that lead to the database."""
    atas = pemakai_basis_data(folder.parent) if folder != PERAMBAN.parent else BASIS_DATA
    berkas = folder / "conftest.py"
    return _perluas(atas, berkas.read_text()) if berkas.exists() else atas


def _perluas(ke: frozenset[str], sumber: str) -> frozenset[str]:
    """``ke`` and the fixtures that ask for one of them, directly or through others."""
    perlengkapan = diminta(PERLENGKAPAN, sumber)
    while baru := {nama for nama, minta in perlengkapan.items() if minta & ke} - ke:
        ke |= baru
    return ke


def tanpa_isi(berkas: Path) -> bool:
    """Whether every test of the file needs the database (or takes seconds, as its mark says)."""
    sumber = berkas.read_text()
    if PERAMBAN in berkas.parents or TANDA.search(sumber):
        return True
    ke_basis_data = _perluas(pemakai_basis_data(berkas.parent), sumber)
    uji = diminta(UJI, sumber).values()
    return not UJI_KELAS.search(sumber) and all(minta & ke_basis_data for minta in uji)
