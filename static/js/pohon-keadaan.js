// The states of cells as they are seen and said: sent, saved, conflict, refused, waiting; and the
// line beside the tools that says it for the whole page.
import { elemen } from "./pohon-dom.js";
import { lukis, selDari } from "./pohon-sel.js";

const LAMA_TERSIMPAN = 2000;
const KELAS = ["sel--kirim", "sel--tersimpan", "sel--bentrok", "sel--salah", "sel--tunggu"];
const jam = () => new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });

function keadaan({ op, kelompok }, putus) {
  if (op.galat) return "kini" in op.galat ? "bentrok" : "salah";
  if (putus || kelompok.keadaan === "tahan") return "tunggu";
  return "kirim";
}

export class Keadaan {
  constructor({ pohon, antrean, garis, tahun, tanpaSel }) {
    Object.assign(this, { pohon, antrean, garis, tahun, tanpaSel, saat: "", bertanda: [] });
    antrean.addEventListener("ubah", () => this.lukisSemua());
  }

  // Every field that waits, as typed and marked; rows drawn anew lose both.
  lukisSemua() {
    for (const sel of this.bertanda) this.bersihkan(sel);
    this.bertanda = [];
    for (const butir of this.antrean.ops) {
      const sel = selDari(this.pohon, butir.op, this.tahun);
      if (!sel || sel.classList.contains("disunting")) continue;
      lukis(sel, butir.op);
      this.tandai(sel, keadaan(butir, this.antrean.putus), butir.op.galat);
    }
    this.tulisGaris();
  }

  bersihkan(sel) {
    sel.classList.remove(...KELAS);
    sel.removeAttribute("aria-invalid");
    sel.removeAttribute("title");
  }

  tandai(sel, nama, galat) {
    this.bertanda.push(sel);
    sel.classList.remove("sel--tersimpan");
    sel.classList.add(`sel--${nama}`);
    if (!galat) return;
    sel.setAttribute("aria-invalid", "true");
    sel.title = kalimat(galat);
  }

  tersimpan(ops) {
    this.saat = jam();
    for (const op of ops) {
      const sel = selDari(this.pohon, op, this.tahun);
      if (!sel || KELAS.some((kelas) => sel.classList.contains(kelas))) continue;
      sel.classList.add("sel--tersimpan");
      setTimeout(() => sel.classList.remove("sel--tersimpan"), LAMA_TERSIMPAN);
    }
    this.tulisGaris();
  }

  // What the active cell has to say, if anything.
  sebab(sel) {
    const butir = this.antrean.ops.find(({ op }) => op.galat && selDari(this.pohon, op, this.tahun) === sel);
    return butir ? { ...butir, kalimat: kalimat(butir.op.galat) } : null;
  }

  tulisGaris() {
    const { ops, putus, tersimpan } = this.antrean;
    const galat = ops.filter(({ op }) => op.galat).length;
    const menunggu = ops.length - galat;
    let kata = this.saat ? `Tersimpan ${this.saat}` : "Semua tersimpan";
    let nama = "baik";
    if (putus) {
      nama = "putus";
      const di = tersimpan ? "disimpan di peramban ini" : "ada di halaman ini saja; jangan ditutup";
      kata = putus === "sesi" ? `Sesi berakhir. ${ops.length} ketikan ${di}. ` : `Tanpa sambungan. ${ops.length} ketikan ${di}.`;
    } else if (galat) {
      nama = "galat";
      const sisa = menunggu ? `; ${menunggu} sel lain menunggunya` : "";
      kata = `${galat} sel perlu keputusan Anda${sisa}. `;
    } else if (menunggu) {
      nama = "kirim";
      kata = "Menyimpan…";
    }
    this.garis.dataset.keadaan = nama;
    if (this.garis.dataset.kata === kata) return;
    this.garis.dataset.kata = kata;
    this.garis.replaceChildren(kata, ...this.lanjutan(putus, galat));
  }

  lanjutan(putus, galat) {
    if (putus === "sesi") return [elemen("a", { href: "/masuk/", target: "_blank", rel: "noopener", textContent: "Masuk lagi" })];
    if (galat) return [elemen("button", { type: "button", className: "tautan", textContent: "Tampilkan", onclick: () => this.keGalat() })];
    return [];
  }

  // To the next refused cell after the active one; one without a cell is told.
  async keGalat() {
    const galat = this.antrean.ops.filter(({ op }) => op.galat);
    const letak = () => galat.map(({ op }) => selDari(this.pohon, op, this.tahun));
    if (letak().includes(null)) await this.pohon.muat();
    const sel = letak();
    const ke = (sel.indexOf(this.pohon.sel) + 1) % sel.length;
    if (!sel[ke]) {
      this.tanpaSel(galat[ke]);
      return;
    }
    this.pohon.tampakkan(this.pohon.kepala.get(sel[ke].parentNode));
    this.pohon.fokus(sel[ke]);
  }
}

export function kalimat(galat) {
  if (!("kini" in galat)) return galat.pesan;
  const siapa = galat.oleh ? `${galat.oleh}, ${galat.kapan}` : "orang lain";
  return `Sudah diubah ${siapa} menjadi “${galat.kini || "kosong"}”. Tekan Enter untuk memilih.`;
}
