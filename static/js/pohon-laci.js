// The drawer beside the tree: everything one box says, fetched when it is asked for.
import { $, elemen, KARTU, suara } from "./pohon-dom.js";

export class Laci {
  constructor(pohon, laci, lembar) {
    Object.assign(this, { pohon, laci, lembar, diminta: "" });
    pohon.addEventListener("rincian", ({ detail }) => {
      if (detail.tukar && !laci.hidden) this.tutup();
      else this.buka(detail.kotak, detail);
    });
    pohon.addEventListener("pilih", ({ detail }) => {
      if (!laci.hidden && !KARTU.matches) this.buka(detail, { pindahFokus: false });
    });
    pohon.addEventListener("tutup-rincian", () => {
      if (!laci.hidden) this.tutup();
    });
    laci.addEventListener("click", (kejadian) => {
      if (kejadian.target.closest("[data-tutup]")) this.tutup();
      const lebih = kejadian.target.closest("[data-lebih]");
      if (lebih) this.tambahJejak(lebih);
    });
    laci.addEventListener("keydown", (kejadian) => {
      if (kejadian.key === "Escape") this.tutup();
    });
  }

  async buka(kotak, { pindahFokus, ulang = false }) {
    const { laci } = this;
    const { href } = $(".nm", kotak);
    if (href === this.diminta && !laci.hidden && !ulang) return;
    this.diminta = href;
    const kepala = { "X-Requested-With": "fetch" };
    const jawaban = await fetch(href, { headers: kepala }).catch(() => null);
    if (!jawaban?.ok) {
      if (!ulang) location.href = href; // signed out or offline: its own page says what is the matter
      return;
    }
    const isi = await jawaban.text();
    if (href !== this.diminta) return;
    laci.innerHTML = isi;
    laci.dispatchEvent(new CustomEvent("terisi"));
    laci.dispatchEvent(new CustomEvent("rincian-tampil"));
    if (ulang) return;
    laci.hidden = false;
    this.lembar.classList.add("ada-rinci");
    if (!KARTU.matches) keTampak(kotak.cells[1]);
    suara("Rincian terbuka");
    if (pindahFokus) $(KARTU.matches ? "[data-tutup]" : ".rinci-isi", laci).focus();
  }

  // Older events come in place of the button that asks for them.
  async tambahJejak(tombol) {
    tombol.disabled = true;
    const kepala = { "X-Requested-With": "fetch" };
    const jawaban = await fetch(tombol.dataset.lebih, { headers: kepala }).catch(() => null);
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

  // The box was changed: what stands beside it is old, unless somebody is reading in there.
  segarkan(id) {
    if (this.laci.hidden || this.pohon.aktif?.id !== id) return;
    if (!this.laci.contains(document.activeElement)) this.buka(this.pohon.aktif, { ulang: true });
  }

  tutup() {
    const { laci, pohon } = this;
    this.diminta = "";
    laci.hidden = true;
    laci.replaceChildren();
    this.lembar.classList.remove("ada-rinci");
    pohon.sel?.focus({ preventScroll: KARTU.matches });
    if (pohon.sel && !KARTU.matches) keTampak(pohon.sel);
    suara("Rincian tertutup");
  }
}

// The table gets narrower or wider and its rows higher or lower: shown again once they stand.
function keTampak(sel) {
  const gulir = () => sel.scrollIntoView({ block: "nearest", inline: "nearest" });
  requestAnimationFrame(() => {
    gulir();
    requestAnimationFrame(gulir); // rows that were skipped until now have their real height
  });
}
