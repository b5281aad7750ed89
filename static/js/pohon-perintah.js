// Keys and buttons that change the shape of the tree; the links of the drawer mean the same.
import { $ } from "./pohon-dom.js";
import { Aturan } from "./pohon-aturan.js";
import { BarisBaru } from "./pohon-baru.js";
import { Pindahan } from "./pohon-pindah.js";
import { Susunan } from "./pohon-susunan.js";

export class Perintah {
  constructor({ pohon, laci, editor, saranSel }) {
    const aturan = new Aturan(pohon);
    this.pohon = pohon;
    this.susunan = new Susunan({ pohon, aturan, editor });
    this.baru = new BarisBaru({ pohon, aturan, susunan: this.susunan, saranSel });
    this.pindahan = new Pindahan({ pohon, aturan, susunan: this.susunan });
    pohon.addEventListener("keydown", (kejadian) => this.tombol(kejadian), { capture: true });
    pohon.addEventListener("focusin", () => (this.keluar = false));
    pohon.addEventListener("saudara-baru", ({ detail }) => {
      if (this.susunan.dapat(detail)) this.baru.buka(detail, "saudara");
    });
    laci.laci.addEventListener("click", (kejadian) => this.klikLaci(kejadian));
    laci.laci.addEventListener("rincian-tampil", () => {
      const tombol = $("[data-gandakan]", laci.laci);
      if (tombol) tombol.hidden = "hanyaAngka" in pohon.dataset;
    });
  }

  tombol(kejadian) {
    const sel = kejadian.target.closest("td");
    if (!sel || kejadian.target.closest(".sunting")) return;
    const kotak = this.pohon.kepala.get(sel.parentNode);
    if (kejadian.key === "Escape") this.keluar = true; // the next Tab leaves the table
    const kerja = this.susunan.dapat(kotak) && (this.jenjang(kejadian, sel, kotak) || this.kerja(kejadian, kotak));
    if (!kerja) return;
    kejadian.preventDefault();
    kejadian.stopPropagation();
    kerja();
  }

  // Tab in the code cell: into the box above or out of the parent, where the levels allow it.
  // Everywhere else, and after Esc, Tab goes on as it does on any page.
  jenjang({ key, shiftKey, ctrlKey, altKey, metaKey }, sel, kotak) {
    if (key !== "Tab" || sel.cellIndex || this.keluar || ctrlKey || altKey || metaKey) return null;
    const arah = shiftKey ? "ArrowLeft" : "ArrowRight";
    const tempat = this.susunan.tempat(kotak, arah);
    const { aturan } = this.susunan;
    if (!tempat || !aturan.boleh(aturan.jenjang(kotak), tempat.induk)) return null;
    return () => this.susunan.geser(kotak, arah);
  }

  kerja(kejadian, kotak) {
    const { key, code, shiftKey } = kejadian;
    if (kejadian.altKey && shiftKey) {
      if (key.startsWith("Arrow")) return () => this.susunan.geser(kotak, key);
      if (code === "KeyM") return () => this.pindahan.tanya(kotak);
      if (code === "KeyG") return () => this.susunan.gandakan(kotak);
      return null;
    }
    if (!kejadian.ctrlKey && !kejadian.metaKey) return null;
    if (key === "Enter") return () => this.baru.buka(kotak, shiftKey ? "turunan" : "saudara");
    if (key === "Delete") return () => this.susunan.hapus(kotak);
    return null;
  }

  klikLaci(kejadian) {
    const { aktif } = this.pohon;
    if (!aktif || kejadian.ctrlKey || kejadian.metaKey) return;
    if (kejadian.target.closest("[data-gandakan]")) {
      this.susunan.gandakan(aktif);
      return;
    }
    const alamat = kejadian.target.closest("a")?.getAttribute("href") ?? "";
    const kerja = [
      ["/perpindahan/", () => this.pindahan.tanya(aktif)],
      ["/penghapusan/", () => this.susunan.hapus(aktif)],
      ["/simpul/baru/?induk=", () => this.baru.buka(aktif, "turunan")],
      ["/simpul/baru/?setelah=", () => this.baru.buka(aktif, "saudara")],
    ].find(([potongan]) => alamat.includes(potongan));
    if (!kerja) return;
    kejadian.preventDefault();
    kerja[1]();
  }
}
