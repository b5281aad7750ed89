"""The peer of the tree page: Wunderbaum, at one version, with the same document in ten columns.

Its package is fetched once into a cache folder outside the repository, over HTTPS and without Node.
Where from: what this machine's npm is set to use (``NPM_CONFIG_REGISTRY``, or what npm says).
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import socket
import subprocess
import tarfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from scripts.bench import cpu, kode
from scripts.lingkungan import PYTHON
from scripts.potret import port_kosong

VERSI = "0.14.1"
SIDIK = "4009440c319e50b9f8a53c4d54aed519327a5edd3b12658953282ac053d7bc3d"
BERKAS = ("wunderbaum.esm.min.js", "wunderbaum.css")
SIMPANAN = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "pohon-kinerja"

DATA = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from kinerja.isi_pohon import baca_isi
from kinerja.models import Pohon
isi = baca_isi(Pohon.objects.get(), tahun=2025)
titik, akar = {}, []
for s in isi.simpul:
    satu = s.indikator[0]
    baris = {"title": s.nama, "key": str(s.id), "kode": s.kode, "kinerja": s.kinerja,
             "indikator": satu.teks, "satuan": satu.satuan, "pagu": f"{s.jumlah.nilai:,}"}
    baris |= {f"t{tahun}": nilai for tahun, nilai in satu.target.items()}
    if s.jumlah_anak:
        baris |= {"children": [], "expanded": s.tingkat < 3}
    titik[s.id] = baris
    (titik[s.induk]["children"] if s.induk else akar).append(baris)
print(json.dumps(akar, ensure_ascii=False, separators=(",", ":")))
"""
HALAMAN = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Wunderbaum</title>
<link rel="stylesheet" href="wunderbaum.css"><link rel="stylesheet" href="halaman.css">
<div id="pohon" class="wb-skeleton"></div><script type="module" src="halaman.js"></script></html>
"""
GAYA = "html,body{margin:0;height:100%}#pohon{height:100vh;font:13px sans-serif}"
SKRIP = """import { Wunderbaum } from "./wunderbaum.esm.min.js";
const kolom = ["kode", "indikator", "satuan", "t2025", "t2026", "t2027", "t2028", "t2029", "pagu"];
const pohon = new Wunderbaum({
  element: document.getElementById("pohon"), source: "data.json", debugLevel: 0,
  columns: [{ id: "*", title: "Uraian", width: "290px" },
    ...kolom.map((id) => ({ id, title: id, width: id === "indikator" ? "200px" : "90px" }))],
  render(e) {
    for (const satu of Object.values(e.renderColInfosById)) {
      satu.elem.textContent = e.node.data[satu.id] ?? "";
    }
  },
});
window.pohon = pohon;
pohon.ready.then(() => { document.body.dataset.siap = ""; });
"""


def tempat_paket() -> str | None:
    """The address that this machine's npm fetches from; None where there is none."""
    if alamat := os.environ.get("NPM_CONFIG_REGISTRY"):
        return alamat
    if (npm := shutil.which("npm")) is None:
        return None
    hasil = subprocess.run(
        [npm, "config", "get", "registry"], capture_output=True, text=True, check=False
    )
    return hasil.stdout.strip() or None


def ambil() -> Path | None:
    """The folder with the peer's files; None where they cannot be had."""
    folder = SIMPANAN / f"wunderbaum-{VERSI}"
    if all((folder / nama).exists() for nama in BERKAS):
        return folder
    if (alamat := tempat_paket()) is None or not alamat.startswith("https://"):
        return None
    try:
        url = f"{alamat.rstrip('/')}/wunderbaum/-/wunderbaum-{VERSI}.tgz"
        with urllib.request.urlopen(url, timeout=60) as jawaban:  # noqa: S310  https only, above
            isi = jawaban.read()
    except OSError:
        return None
    if hashlib.sha256(isi).hexdigest() != SIDIK:
        raise SystemExit(f"wunderbaum {VERSI}: another package than the one measured so far.")
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(isi)) as arsip:
        for nama in BERKAS:
            anggota = arsip.extractfile(f"package/dist/{nama}")
            if anggota is not None:
                (folder / nama).write_bytes(anggota.read())
    return folder


@contextmanager
def sajikan(sumber: Path, env: Mapping[str, str], folder: Path) -> Iterator[str]:
    """The peer's page with the document of the database in ``env``; answers its address."""
    folder.mkdir()
    for nama in BERKAS:
        shutil.copy(sumber / nama, folder / nama)
    data = json.loads(cpu(kode(DATA), env=env, ulang=1).keluaran)
    isi = {"index.html": HALAMAN, "halaman.css": GAYA, "halaman.js": SKRIP}
    isi["data.json"] = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for nama, teks in isi.items():
        (folder / nama).write_text(teks)
    port = port_kosong()
    perintah = [str(PYTHON), "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    diam = subprocess.DEVNULL
    proses = subprocess.Popen(perintah, cwd=folder, stdout=diam, stderr=diam)
    try:
        _tunggu(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        proses.terminate()
        proses.wait()


def _tunggu(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The peer's server does not answer.")
