// The drawer that shows everything one box says, beside the table and beside the diagram: fetched
// when it is asked for; its older events come one page at a time.
import { $, elemen, KARTU, suara } from "./pohon-dom.js";

const KEPALA = { "X-Requested-With": "fetch" };

export class Rincian {
  // ``laci``: the drawer; ``lembar``: what holds it and its neighbour.
  constructor(laci, lembar) {
    Object.assign(this, { laci, lembar, diminta: "" });
    laci.addEventListener("click", (kejadian) => {
      if (kejadian.target.closest("[data-tutup]")) this.tutup();
      const lebih = kejadian.target.closest("[data-lebih]");
      if (lebih) this.tambahJejak(lebih);
    });
    laci.addEventListener("keydown", (kejadian) => {
      if (kejadian.key === "Escape") this.tutup();
    });
  }

  // Answers whether the drawer shows these details now; ``ulang``: they are shown and come anew.
  async muat(href, { ulang = false } = {}) {
    const { laci } = this;
    if (href === this.diminta && !laci.hidden && !ulang) return false;
    this.diminta = href;
    const jawaban = await fetch(href, { headers: KEPALA }).catch(() => null);
    if (!jawaban?.ok) {
      if (!ulang) location.href = href; // signed out or offline: its own page says what is the matter
      return false;
    }
    const isi = await jawaban.text();
    if (href !== this.diminta) return false;
    laci.innerHTML = isi;
    laci.dispatchEvent(new CustomEvent("terisi"));
    laci.dispatchEvent(new CustomEvent("rincian-tampil"));
    if (ulang) return false;
    laci.hidden = false;
    this.lembar.classList.add("ada-rinci");
    suara("Rincian terbuka");
    return true;
  }

  fokuskan() {
    $(KARTU.matches ? "[data-tutup]" : ".rinci-isi", this.laci).focus();
  }

  // Older events come in place of the button that asks for them.
  async tambahJejak(tombol) {
    tombol.disabled = true;
    const jawaban = await fetch(tombol.dataset.lebih, { headers: KEPALA }).catch(() => null);
    tombol.disabled = false;
    if (!jawaban?.ok) {
      suara("Riwayat belum dapat dimuat. Periksa sambungan, lalu coba lagi.");
      return;
    }
    const cetakan = elemen("template", { innerHTML: await jawaban.text() });
    const [pertama] = cetakan.content.children;
    tombol.parentNode.replaceWith(cetakan.content);
    if (!pertama) return;
    pertama.tabIndex = -1;
    pertama.focus({ preventScroll: true });
    suara("Peristiwa yang lebih lama ditampilkan");
  }

  tutup() {
    this.diminta = "";
    this.laci.hidden = true;
    this.laci.replaceChildren();
    this.lembar.classList.remove("ada-rinci");
    suara("Rincian tertutup");
  }
}
