"""The tree page against Wunderbaum in Chromium: 300 and 3,000 boxes, ten columns, same data.

Ready is from asking for the page until it can be used and two frames were drawn, with an empty
browser cache. Transferred is HTML, JavaScript, CSS and data until then, each gzipped alike. Ours is
served by the production server, static files gathered; the peer's files by a plain file server.
The peer is left out, and said to be, where its package cannot be had.
"""

from __future__ import annotations

import gzip
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from scripts import wunderbaum
from scripts.bench import Batas, Mutlak, Rasio, basis_data_sementara, cpu, kode
from scripts.bench_diagram import SESI
from scripts.bench_halaman import SIAPKAN
from scripts.lingkungan import AKAR, PYTHON
from scripts.potret import port_kosong, tunggu_sehat
from scripts.sistem import jalur_chromium

PALING_BANYAK = 3000
"""Ratios have their aim at this size; the others are told."""
ULANG = 5
LAYAR = {"width": 1366, "height": 768}
DUA_BINGKAI = "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))"
GULIR = """(pemilih) => new Promise((selesai) => {
  const el = document.querySelector(pemilih), jarak = [];
  let lalu = performance.now();
  const langkah = (kini) => {
    jarak.push(kini - lalu);
    lalu = kini;
    el.scrollTop += 120;
    if (jarak.length < 180) requestAnimationFrame(langkah);
    else selesai(jarak.slice(5));
  };
  requestAnimationFrame(langkah);
})"""
SIMPAN = """() => new Promise((selesai) => {
  const garis = document.querySelector("#simpan");
  const mulai = performance.now();
  const lihat = new MutationObserver(() => {
    if (garis.dataset.keadaan !== "baik") return;
    lihat.disconnect();
    selesai(performance.now() - mulai);
  });
  lihat.observe(garis, { attributes: true });
  document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
})"""
BUKA_SEMUA = """async () => {
  const el = document.querySelector("kinerja-pohon"), mulai = performance.now();
  await el.bukaSampai(5);
  await new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
  return performance.now() - mulai;
}"""
BUKA_LAWAN = """async () => {
  const mulai = performance.now();
  await pohon.expandAll(true);
  await new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
  return performance.now() - mulai;
}"""


def ukur() -> Iterator[Rasio | Mutlak]:
    """Yield what is measured where a Chromium is installed; ratios where the peer is there too."""
    if jalur_chromium() is None:
        print("penyuntingan: tidak diukur (no Chromium)", flush=True)
        return
    sumber = wunderbaum.ambil()
    if sumber is None:
        print("penyuntingan, ratios: tidak diukur (Wunderbaum cannot be had)", flush=True)
    for banyak in (300, PALING_BANYAK):
        yield from _ukur(banyak, sumber)


def _ukur(banyak: int, sumber: Path | None) -> Iterator[Rasio | Mutlak]:
    with basis_data_sementara() as env, sync_playwright() as pw, tempfile.TemporaryDirectory() as f:
        cpu(kode(SIAPKAN, str(banyak)), env=env, ulang=1)
        env = {**env, "STATIC_MANIFEST": "1", "STATIC_ROOT": f"{f}/statis"}
        kumpul = ["manage.py", "collectstatic", "--noinput", "-v", "0"]
        cpu([str(PYTHON), *kumpul], env=env, ulang=1)
        sesi = cpu(kode(SESI), env=env, ulang=1).keluaran.strip()
        browser = pw.chromium.launch(
            executable_path=jalur_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        with _layanan(env) as alamat:
            kami = Kami(browser, alamat, sesi)
            if sumber is None:
                yield from _sendiri(banyak, kami)
                return
            with wunderbaum.sajikan(sumber, env, Path(f) / "lawan") as alamat_lawan:
                yield from _bandingkan(banyak, kami, Lawan(browser, alamat_lawan))


def _bandingkan(banyak: int, kami: Kami, lawan: Lawan) -> Iterator[Rasio | Mutlak]:
    siap: dict[str, list[float]] = {"kami": [], "lawan": []}
    for halaman in (kami, lawan) * 4:
        halaman.siap()  # each of the server's processes has drawn the page once
    for _ in range(ULANG):  # by turns, so that what else the machine does hits both
        siap["kami"].append(kami.siap())
        siap["lawan"].append(lawan.siap())
    tengah = statistics.median(siap["kami"]), statistics.median(siap["lawan"])
    kb = kami.terkirim / 1000, lawan.terkirim / 1000
    ke = f"tree page, {banyak} boxes"
    for nama, nilai, satuan, batas in (
        ("ready", tengah, "s", 1.2),
        ("transferred", kb, "kB gz", 0.7),
        ("everything opened, loading included", (kami.buka_semua(), lawan.buka_semua()), "s", 0),
        ("frame while scrolling, p95", (kami.gulir(), lawan.gulir()), "ms", 0),
    ):
        hasil = Rasio(f"{ke}, {nama}", *nilai, "Wunderbaum", satuan, Batas(batas))
        if batas and banyak == PALING_BANYAK:
            yield hasil
        else:
            print(str(hasil).partition(" (aim")[0], flush=True)
    yield from _sendiri(banyak, kami)


def _sendiri(banyak: int, kami: Kami) -> Iterator[Mutlak]:
    ke = f"tree page, {banyak} boxes"
    yield Mutlak(f"{ke}, frame while scrolling, p95", kami.gulir(), "ms", Batas(33))
    yield Mutlak(f"{ke}, cell edit until saved", kami.simpan(), "ms", Batas(60))


class Halaman:
    """A page in a browser with an empty cache, opened anew for each round."""

    tanda: str
    gulung: str
    buka: str
    akar = ""

    def __init__(self, browser: Browser, alamat: str, sesi: str = "") -> None:
        self.browser, self.alamat, self.sesi = browser, alamat, sesi
        self.terkirim = 0
        self.page = browser.new_page()

    def siap(self) -> float:
        """Seconds until the page can be used; ``page`` is open afterwards."""
        self.page.context.close()
        konteks = self.browser.new_context(viewport=LAYAR)  # type: ignore[arg-type]
        if self.sesi:
            konteks.add_cookies([{"name": "sessionid", "value": self.sesi, "url": self.akar}])
        self.page = konteks.new_page()
        jawaban: list[Response] = []
        self.page.on("response", lambda satu: jawaban.append(satu))
        mulai = time.perf_counter()
        self.page.goto(self.alamat, wait_until="commit")
        self.page.wait_for_selector(self.tanda, state="attached")
        self.page.evaluate(DUA_BINGKAI)
        lama = time.perf_counter() - mulai
        self.terkirim = sum(len(gzip.compress(j.body(), 6)) for j in [*jawaban] if _dihitung(j))
        return lama

    def buka_semua(self) -> float:
        """Seconds; the median of pages that were just opened."""
        waktu = []
        for _ in range(3):
            self.siap()
            waktu.append(float(self.jalankan(self.buka)) / 1000)  # type: ignore[arg-type]
        return statistics.median(waktu)

    def gulir(self) -> float:
        """Milliseconds, the 95th of 100 frames while everything is open."""
        self.siap()
        self.jalankan(self.buka)
        jarak = self.jalankan(GULIR, self.gulung)
        return statistics.quantiles(jarak, n=20)[18]  # type: ignore[arg-type]

    def jalankan(self, skrip: str, isi: object = None) -> object:
        return self.page.evaluate(skrip, isi)


def _dihitung(jawaban: Response) -> bool:
    """Pictures and icons are left out on both sides."""
    gambar = jawaban.url.split("?")[0].endswith((".svg", ".png", ".ico"))
    return jawaban.status == 200 and not gambar


class Kami(Halaman):
    tanda = "kinerja-pohon:not([data-buka]) tbody"
    gulung = "kinerja-pohon"
    buka = BUKA_SEMUA

    def __init__(self, browser: Browser, alamat: str, sesi: str) -> None:
        super().__init__(browser, f"{alamat}/pohon/1/?tahun=2025", sesi)
        self.akar = alamat

    def simpan(self) -> float:
        """From Enter until the page says saved, the median of nine targets."""
        waktu = []
        for ke in range(9):
            sel = "[...document.querySelectorAll('tr:not([hidden]) td.n.ini[data-l]')]"
            fokus = f"document.querySelector('kinerja-pohon').fokus({sel}[{ke + 3}])"
            self.jalankan(f"() => {fokus}")
            self.page.keyboard.type(str(70 + ke))
            waktu.append(float(self.jalankan(SIMPAN)))  # type: ignore[arg-type]
        return statistics.median(waktu)


class Lawan(Halaman):
    tanda = "body[data-siap]"
    gulung = "#pohon"
    buka = BUKA_LAWAN


@contextmanager
def _layanan(env: Mapping[str, str]) -> Iterator[str]:
    port = port_kosong()
    env = {**env, "PORT": str(port)}
    layani = ["-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi:application"]
    diam = subprocess.DEVNULL
    proses = subprocess.Popen([str(PYTHON), *layani], cwd=AKAR, env=env, stdout=diam, stderr=diam)
    try:
        tunggu_sehat(env, proses)
        yield f"http://127.0.0.1:{port}"
    finally:
        proses.terminate()
        proses.wait()
