"""Take the pictures of the user guide from a demo of its own.

    .venv/bin/python -m scripts.potret [--alamat http://127.0.0.1:8000] [NAMA ...]

Without ``--alamat`` a throw-away demo is loaded and served for as long as the pictures take. With
it the running demo must be fresh (the story imports a workbook into the empty agency), and the
environment names its database, from which the printed pages come.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

import openpyxl
from PIL import Image
from playwright.sync_api import Browser, Page, Response, expect, sync_playwright

from scripts.lingkungan import AKAR, PYTHON
from scripts.potret_cetak import potret_cetakan
from scripts.potret_dasbor import dasbor
from scripts.potret_evaluasi import evaluasi
from scripts.potret_lke import lke
from scripts.potret_penjenjangan import penjenjangan
from scripts.potret_pohon import CERITA_POHON
from scripts.sehat import kode_sehat
from scripts.sistem import jalur_chromium

FOLDER = AKAR / "docs" / "panduan" / "gambar"
CONTOH = AKAR / "fixtures" / "contoh" / "renja-kotim-2025.xlsx"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SANDI = "latihan-2025"
LAYAR = {"width": 1280, "height": 800}
TELEPON = {"width": 390, "height": 780}
WARNA = 128  # colours of a picture: flat screens need few, and the repository stays small


class Juru:
    """One photographer: a page, where the demo is, and which pictures are wanted."""

    def __init__(self, browser: Browser, alamat: str, hanya: Sequence[str]) -> None:
        self.browser = browser
        self.alamat = alamat
        self.hanya = hanya
        self.galat: list[str] = []

    def _catat(self, jawaban: Response) -> None:
        if jawaban.status >= 400:
            self.galat.append(f"{jawaban.status} {jawaban.url}")

    @contextmanager
    def masuk(self, username: str, layar: dict[str, int] | None = None) -> Iterator[Page]:
        """A page of somebody who is logged in; "" stays outside."""
        konteks = self.browser.new_context(
            base_url=self.alamat,
            viewport=layar or LAYAR,  # type: ignore[arg-type]
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            color_scheme="light",
        )
        halaman = konteks.new_page()
        halaman.on("response", self._catat)
        if username:
            halaman.goto("/masuk/")
            halaman.fill("[name=username]", username)
            halaman.fill("[name=password]", SANDI)
            halaman.click("main button.tombol--utama")
            halaman.wait_for_url("**/")
        yield halaman
        konteks.close()

    def potret(self, halaman: Page, nama: str) -> None:
        """The visible part of a page, with few colours."""
        if self.galat:
            raise SystemExit(f"No picture of an error page: {self.galat}")
        if self.hanya and nama not in self.hanya:
            return
        gambar = Image.open(BytesIO(halaman.screenshot(animations="disabled")))
        FOLDER.mkdir(parents=True, exist_ok=True)
        jalur = FOLDER / f"{nama}.png"
        gambar.convert("RGB").quantize(WARNA).save(jalur, optimize=True)
        print(f"{nama}.png {jalur.stat().st_size // 1024} kB", flush=True)


def luar(juru: Juru) -> None:
    with juru.masuk("") as halaman:
        halaman.goto("/masuk/")
        juru.potret(halaman, "masuk")


def dokumen(juru: Juru) -> None:
    """The cascading of the demo: tree, findings as filter, drawer, phone."""
    with juru.masuk("perencana") as halaman:
        juru.potret(halaman, "beranda")
        halaman.goto("/pohon/")
        halaman.click("main th a:has-text('Cascading')")
        juru.potret(halaman, "pohon")
        alamat = halaman.url
        halaman.click("[data-saring=PAGU_TIDAK_COCOK]")
        juru.potret(halaman, "pohon-temuan")
        halaman.click("[data-saring=PAGU_TIDAK_COCOK]")
        halaman.fill("#cari", "peralatan rumah tangga")
        halaman.locator("kinerja-pohon tr", has_text="13.2918.000").locator("a").last.click()
        halaman.wait_for_selector("#rinci:not([hidden])")
        juru.potret(halaman, "pohon-rincian")
        halaman.goto(f"{alamat.split('?')[0]}diagram/?sampai=4")
        halaman.wait_for_selector("#diagram[data-siap]")
        juru.potret(halaman, "pohon-diagram")
        halaman.goto(f"{alamat.split('?')[0]}cascading/")
        juru.potret(halaman, "cetak")
        halaman.goto(f"{alamat.split('?')[0]}status/")
        juru.potret(halaman, "status")
    with juru.masuk("kepala", TELEPON) as halaman:
        halaman.goto(alamat)
        juru.potret(halaman, "pohon-telepon")


def impor(juru: Juru) -> None:
    """The story of the guide: upload, five proposals, apply."""
    with juru.masuk("perencana-latihan") as halaman:
        halaman.goto("/impor/")
        halaman.set_input_files("[name=berkas]", CONTOH)
        juru.potret(halaman, "impor-unggah")
        halaman.click("text=Unggah dan periksa")
        halaman.wait_for_selector("#pratinjau")
        juru.potret(halaman, "impor-pratinjau")
        halaman.locator("#judul-kartu").scroll_into_view_if_needed()
        halaman.mouse.wheel(0, 300)
        halaman.wait_for_timeout(300)
        juru.potret(halaman, "impor-putusan")
        terima_usul(halaman)
        halaman.click(".impor-terapkan button")
        halaman.wait_for_selector("text=Batalkan impor ini")
        juru.potret(halaman, "impor-selesai")


def buku_kerja(juru: Juru) -> None:
    """The document goes out as a workbook and comes back with edits."""
    with juru.masuk("perencana") as halaman:
        halaman.goto("/pohon/")
        halaman.click("main th a:has-text('Cascading')")
        nomor = halaman.url.split("/pohon/")[1].split("/")[0]
        isi = halaman.request.get(f"/pohon/{nomor}/buku-kerja/").body()
        halaman.goto(f"/impor/?pohon={nomor}")
        berkas = {"name": "buku-kerja.xlsx", "mimeType": XLSX, "buffer": disunting(isi)}
        halaman.set_input_files("[name=berkas]", berkas)  # type: ignore[arg-type]
        halaman.click("text=Unggah dan periksa")
        halaman.wait_for_selector("#pratinjau")
        halaman.locator("#judul-maksud").scroll_into_view_if_needed()
        halaman.mouse.wheel(0, 300)
        halaman.wait_for_timeout(300)
        juru.potret(halaman, "impor-buku-kerja")


def disunting(isi: bytes) -> bytes:
    """Three edits: another amount, another name, a row that is taken out."""
    buku = openpyxl.load_workbook(BytesIO(isi))
    pohon, anggaran = buku["Pohon"], buku["Anggaran"]
    nama = next(sel.column for sel in pohon[2] if sel.value == "Nama")
    pohon.cell(5, nama).value = f"{pohon.cell(5, nama).value} dan Pendampingnya"
    uang = next(sel.column for sel in anggaran[2] if sel.value == "Rp 2025")
    anggaran.cell(6, uang).value = "125.000.000"
    pohon.delete_rows(pohon.max_row)
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def terima_usul(halaman: Page) -> None:
    """Take the first proposal of every card, one after the other."""
    kartu = halaman.locator(".impor-kartu li.kartu")
    while sisa := kartu.count():
        kartu.first.locator(".impor-usul button").first.click()
        expect(kartu).not_to_have_count(sisa)


def perjanjian(juru: Juru) -> None:
    """The list of a planner, what waits for a head on a phone, the page for everybody."""
    with juru.masuk("perencana") as halaman:
        halaman.goto("/perjanjian/")
        halaman.click("main a:has-text('Dinas Sosial')")
        halaman.goto(f"{halaman.url.split('?')[0]}?tahun=2025")
        juru.potret(halaman, "perjanjian-daftar")
        halaman.click("main th a:has-text('Kepala Bidang Rehabilitasi Sosial')")
        kode = halaman.locator("a[href^='/verifikasi/']").first.get_attribute("href")
    with juru.masuk("kepala", TELEPON) as halaman:
        halaman.goto("/perjanjian/")
        juru.potret(halaman, "perjanjian-kotak")
        halaman.locator("main a.besar", has_text="Pemberdayaan").first.click()
        juru.potret(halaman, "perjanjian-telepon")
    with juru.masuk("") as halaman:
        halaman.goto(str(kode))
        juru.potret(halaman, "verifikasi")


def publik(juru: Juru) -> None:
    """What everybody reads of an agency."""
    with juru.masuk("") as halaman:
        halaman.goto("/publik/62.02/1.06.98/")
        juru.potret(halaman, "publik")


def admin(juru: Juru) -> None:
    with juru.masuk("admin-pemda") as halaman:
        halaman.goto("/pengaturan/")
        juru.potret(halaman, "admin-pengaturan")
        halaman.goto("/pengaturan/pengguna/")
        juru.potret(halaman, "admin-pengguna")


CERITA: tuple[Callable[[Juru], None], ...] = (
    luar, dokumen, buku_kerja, impor, perjanjian, *CERITA_POHON,
    penjenjangan, dasbor, publik, lke, evaluasi, admin,
)  # fmt: skip


@contextmanager
def demo_sementara() -> Iterator[tuple[str, dict[str, str]]]:
    """The address and environment of a demo of its own on a free port, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        port = port_kosong()
        env = os.environ | {
            "PORT": str(port),
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/potret.sqlite3",
            "BERKAS_ENV": "",
        }
        for perintah in (["migrate", "-v0"], ["muat_contoh"]):
            manage = [str(PYTHON), "manage.py", *perintah]
            subprocess.run(manage, cwd=AKAR, env=env, check=True, stdout=subprocess.DEVNULL)
        layani = [str(PYTHON), "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
        proses = subprocess.Popen(
            layani, cwd=AKAR, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            tunggu_sehat(env, proses)
            yield f"http://127.0.0.1:{port}", env
        finally:
            proses.terminate()
            proses.wait()


def port_kosong() -> int:
    """A port that nobody listens on."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def tunggu_sehat(env: dict[str, str], proses: subprocess.Popen[bytes]) -> None:
    """Until the started server answers; stops when it does not."""
    for _ in range(100):
        if proses.poll() is not None:
            raise SystemExit("The demo server did not start.")
        if kode_sehat(env) == 200:
            return
        time.sleep(0.2)
    raise SystemExit("The demo server does not answer.")


def jalankan(alamat: str, hanya: Sequence[str]) -> None:
    chromium = jalur_chromium()
    if chromium is None:
        raise SystemExit("No Chromium on this machine; name one in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for cerita in CERITA:
            cerita(Juru(browser, alamat, hanya))
        browser.close()


def main() -> None:
    baris = argparse.ArgumentParser(description="Take the pictures of the user guide.")
    baris.add_argument("--alamat", help="a running, fresh demo")
    baris.add_argument("nama", nargs="*", help="only these pictures")
    pilihan = baris.parse_args()
    if pilihan.alamat:
        jalankan(pilihan.alamat, pilihan.nama)
        potret_cetakan(os.environ, pilihan.nama)
        return
    with demo_sementara() as (alamat, env):
        jalankan(alamat, pilihan.nama)
        potret_cetakan(env, pilihan.nama)


if __name__ == "__main__":
    main()
