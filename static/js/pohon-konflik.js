// Two people, one field: both values, who wrote and when; the writer decides, or leaves it marked.
import { $ } from "./pohon-dom.js";
import { judul } from "./pohon-sel.js";

export class Konflik {
  // ``letak(op)`` -> its cell now; ``putuskan(butir, "saya" or "rekan")``.
  constructor({ dialog, pohon, letak, putuskan }) {
    Object.assign(this, { dialog, pohon, letak, putuskan, daftar: [] });
    dialog.addEventListener("close", () => this.tutup());
  }

  get terbuka() {
    return this.dialog.open;
  }

  // ``daftar``: {op, kelompok}. Asked one after the other.
  tanya(daftar) {
    if (this.terbuka) return;
    this.daftar = daftar;
    this.berikut();
  }

  berikut() {
    this.kini = this.daftar.shift();
    if (!this.kini) return;
    const { op } = this.kini;
    const sel = this.letak(op);
    const isi = {
      letak: sel ? judul(this.pohon.kepala.get(sel.parentNode), op) : "",
      saya: op.baru || "kosong",
      rekan: op.galat.kini || "kosong",
      oleh: op.galat.oleh ? `${op.galat.oleh} · ${op.galat.kapan}` : "Rekan",
      sisa: this.daftar.length ? `Masih ada ${this.daftar.length} lagi sesudah ini.` : "",
    };
    for (const [nama, kata] of Object.entries(isi)) $(`[data-isi="${nama}"]`, this.dialog).textContent = kata;
    this.dialog.returnValue = "";
    this.dialog.showModal();
  }

  tutup() {
    const { op } = this.kini;
    const pilihan = this.dialog.returnValue;
    if (pilihan) this.putuskan(this.kini, pilihan);
    else this.daftar = [];
    const sel = this.letak(op);
    if (sel) this.pohon.fokus(sel);
    this.berikut();
  }
}
