// Rows that a large page starts without. A branch comes when it is first opened; search, filters,
// "open to" and paper need all of them at once. They fit the version that the page shows: when the
// document has moved on, the news come first.
import { $ } from "./pohon-dom.js";
import { susulkan } from "./pohon-baris.js";

const COBA = 3;
const KEPALA = { "X-Requested-With": "fetch" };

export class Pemuat {
  // ``alamat``: of the rows; ``kabar``: knows the version and asks for news.
  constructor({ pohon, alamat, kabar }) {
    Object.assign(this, { pohon, alamat, kabar, gagal: $("#gagal-muat"), jalan: Promise.resolve() });
    pohon.pemuat = this;
  }

  url(id = "") {
    return `${this.alamat}&versi=${this.kabar.versi}${id && `&kotak=${id}`}`;
  }

  // The branch with this box, or all; one after the other. Answers whether the rows are there.
  muat(id = "") {
    this.jalan = this.jalan.then(() => this.ambil(id));
    return this.jalan;
  }

  async ambil(id) {
    const kotak = document.getElementById(`s${id}`);
    if (!this.pohon.sebagian || (kotak && !this.pohon.belum(kotak))) return true;
    const sibuk = kotak ?? this.pohon;
    sibuk.setAttribute("aria-busy", "true");
    const html = await this.minta(id);
    sibuk.removeAttribute("aria-busy");
    this.gagal.hidden = html !== null;
    if (html !== null) this.pasang(html, !id);
    return html !== null;
  }

  async minta(id) {
    for (let ke = 0; ke < COBA; ke += 1) {
      const jawaban = await fetch(this.url(id), { headers: KEPALA }).catch(() => null);
      if (jawaban?.ok) return jawaban.text();
      if (jawaban?.status !== 409) return null;
      await this.kabar.tanya();
      if (!this.pohon.sebagian) return ""; // the news were a whole table
    }
    return null;
  }

  pasang(html, semua) {
    susulkan(this.pohon, html);
    if (semua) this.pohon.sebagian = 0;
    this.kabar.sesudahSusul();
  }

  // Printing waits for nobody.
  sekarang() {
    if (!this.pohon.sebagian) return;
    const permintaan = new XMLHttpRequest();
    permintaan.open("GET", this.url(), false);
    for (const [nama, isi] of Object.entries(KEPALA)) permintaan.setRequestHeader(nama, isi);
    try {
      permintaan.send();
    } catch {
      return; // no connection: paper has what the page has
    }
    if (permintaan.status === 200) this.pasang(permintaan.responseText, true);
  }
}
