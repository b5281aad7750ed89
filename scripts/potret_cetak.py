"""Pictures of printed pages for the user guide: the diagrams of the three published documents.

Printed by the command from the database that the environment names, so that the guide shows what a
printer gets; ``scripts.potret`` calls it with its own demo.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

from scripts.lingkungan import AKAR, PYTHON

FOLDER = AKAR / "docs" / "panduan" / "gambar"
TITIK_PER_INCI = 84
WARNA = 64
CETAKAN = {
    "cetak-pohon-2024": ("pohon", "--pohon", r"Pohon kinerja .*pohon kinerja 2024", "2024", 1),
    "cetak-pohon-2025": ("pohon", "--pohon", r"Pohon kinerja Dinas Sosial 2021", "2025", 1),
    "cetak-pohon-2025-rinci": ("pohon", "--pohon", r"Pohon kinerja Dinas Sosial 2021", "2025", 3),
    "cascading-jabatan": ("jabatan", "--peta", r"cascading per jabatan", "", 1),
    "cetak-penjenjangan": ("penjenjangan", "--dokumen", r"Penjenjangan 2025", "", 11),
    "cetak-penjenjangan-blok": ("penjenjangan", "--dokumen", r"Penjenjangan 2025", "", 22),
    "cetak-penjenjangan-matriks": ("penjenjangan", "--dokumen", r"Penjenjangan 2025", "", 33),
}
"""By name of the picture: document, option, which one (a pattern), year, page."""
MILIK = {"--pohon": "Pohon", "--peta": "PetaJabatan", "--dokumen": "Penjenjangan"}
DAFTAR = """
from cascading.models import Penjenjangan
from kinerja.models import PetaJabatan, Pohon
for model in (Pohon, PetaJabatan, Penjenjangan):
    for satu in model.objects.order_by("pk"):
        print(model.__name__, satu.pk, satu, sep="\\t")
"""


def potret_cetakan(env: Mapping[str, str], hanya: Sequence[str] = ()) -> None:
    """Print and photograph; ``env`` names the database."""
    ada = [b.split("\t") for b in _manage(env, "shell", "-c", DAFTAR).splitlines() if "\t" in b]
    for nama, (dokumen, pilihan, pola, tahun, halaman) in CETAKAN.items():
        if hanya and nama not in hanya:
            continue
        milik = MILIK[pilihan]
        pk = next(pk for jenis, pk, teks in ada if jenis == milik and re.search(pola, teks))
        _simpan(nama, _cetak(env, dokumen, pilihan, pk, tahun), halaman)


def _cetak(env: Mapping[str, str], dokumen: str, pilihan: str, pk: str, tahun: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "cetak.pdf"
        masa = ["--tahun", tahun] if tahun else []
        _manage(env, "cetak", dokumen, pilihan, pk, *masa, "--keluaran", str(berkas))
        return berkas.read_bytes()


def _simpan(nama: str, pdf: bytes, halaman: int) -> None:
    """One page with few colours: the repository stays small."""
    perintah = ["pdftoppm", "-png", "-r", str(TITIK_PER_INCI), "-f", str(halaman), "-singlefile"]
    png = subprocess.run([*perintah, "-"], input=pdf, check=True, stdout=subprocess.PIPE).stdout
    jalur = FOLDER / f"{nama}.png"
    Image.open(BytesIO(png)).convert("RGB").quantize(WARNA).save(jalur, optimize=True)
    print(f"{nama}.png {jalur.stat().st_size // 1024} kB", flush=True)


def _manage(env: Mapping[str, str], *perintah: str) -> str:
    kerja = [str(PYTHON), "manage.py", *perintah]
    hasil = subprocess.run(kerja, cwd=AKAR, env=env, check=True, stdout=subprocess.PIPE, text=True)
    return hasil.stdout
