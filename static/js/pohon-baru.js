// A new box is typed where it will stand: a row that is not in the tree yet. Enter makes the box and
// opens the next row, Tab and Shift+Tab change its level, several lines are pasted as several boxes.
import { elemen, suara } from "./pohon-dom.js";
import { bacaTsv } from "./pohon-tsv.js";

export class BarisBaru {
  constructor({ pohon, aturan, susunan, saranSel }) {
    Object.assign(this, { pohon, aturan, susunan, saranSel });
  }

  get terbuka() {
    return Boolean(this.baris);
  }

  // ``apa``: saudara or turunan of ``acuan``.
  async buka(acuan, apa) {
    if (apa === "turunan" && !(await this.pohon.muat(acuan))) return;
    acuan = this.pohon.kini(acuan);
    const jenjang = apa === "saudara" ? this.aturan.jenjang(acuan) : this.aturan.anak(acuan);
    if (!jenjang) {
      suara(`Tidak ada jenjang di bawah ${this.aturan.nama(this.aturan.jenjang(acuan))}`);
      return;
    }
    const ketikan = this.kolom?.value ?? "";
    this.cabut();
    Object.assign(this, { acuan, apa });
    this.pohon.tampakkan(acuan);
    if (apa === "turunan") this.pohon.buka(acuan, true, { diam: true });
    this.pasang(jenjang, ketikan);
  }

  pasang(jenjang, ketikan) {
    const tingkat = Number(this.acuan.getAttribute("aria-level")) + (this.apa === "turunan" ? 1 : 0);
    const sebutan = `${this.aturan.nama(jenjang)} baru`;
    this.kolom = elemen("textarea", { rows: 1, value: ketikan });
    this.kolom.setAttribute("aria-label", sebutan);
    const sel = [...this.acuan.cells].map((lama) => elemen("td", { className: lama.className.split(" ")[0] }));
    for (const satu of sel) satu.setAttribute("role", "gridcell");
    sel[1].classList.add("disunting");
    sel[1].append(elemen("div", { className: "sunting" }, elemen("label", {}, elemen("span", { textContent: sebutan }), this.kolom)));
    this.baris = elemen("tr", { className: `baru lvl-${Math.min(tingkat, 8)} j-${jenjang.toLowerCase()}` }, ...sel);
    this.baris.setAttribute("role", "row");
    this.baris.setAttribute("aria-level", tingkat);
    const cabang = this.susunan.cabang(this.acuan);
    const akhir = cabang[cabang.length - 1];
    [akhir, ...this.pohon.lanjutan.get(akhir)].slice(-1)[0].after(this.baris);
    this.kolom.addEventListener("keydown", (kejadian) => this.tombol(kejadian));
    this.kolom.addEventListener("paste", (kejadian) => this.tempel(kejadian));
    const induk = this.apa === "turunan" ? this.acuan : this.pohon.induk.get(this.acuan);
    this.saranSel.pasangBaru(this.kolom, jenjang, induk, (satu) => this.ambil(satu));
    this.kolom.focus();
    this.baris.scrollIntoView({ block: "nearest" });
  }

  tombol(kejadian) {
    kejadian.stopPropagation();
    if (kejadian.isComposing) return;
    const { key } = kejadian;
    if (key === "Escape") this.tutup();
    else if (key === "Enter") this.simpan([[this.kolom.value]]);
    else if (key === "Tab" && !kejadian.shiftKey) this.masuk();
    else if (key === "Tab") this.keluar();
    else return;
    kejadian.preventDefault();
  }

  masuk() {
    if (this.apa === "saudara" && this.aturan.anak(this.acuan)) this.buka(this.acuan, "turunan");
    else suara("Tidak ada jenjang di bawahnya");
  }

  keluar() {
    const induk = this.pohon.induk.get(this.acuan);
    if (this.apa === "turunan") this.buka(this.acuan, "saudara");
    else if (induk) this.buka(induk, "saudara");
    else suara("Sudah di jenjang teratas");
  }

  tempel(kejadian) {
    const teks = kejadian.clipboardData.getData("text/plain").replace(/(\r?\n)+$/, "");
    if (!/[\n\t]/.test(teks)) return;
    kejadian.preventDefault();
    kejadian.stopPropagation();
    this.simpan(bacaTsv(teks));
  }

  // An official row: the box is made with its code and name, the rest is filled in after.
  async ambil(satu) {
    const kotak = await this.simpan([[satu.kode, satu.nama]]);
    if (kotak) this.saranSel.isi(kotak, satu);
  }

  // Answers the last box that was made.
  async simpan(daftar) {
    if (!daftar.some((baris) => baris.some((teks) => teks.trim()))) {
      this.tutup();
      return null;
    }
    this.kolom.readOnly = true;
    const { acuan, apa, baris, kolom } = this;
    baris.cells[1].classList.remove("disunting"); // the table may be drawn anew
    const akhir = await this.susunan.tambah(acuan, apa, daftar);
    if (!akhir) {
      kolom.readOnly = false;
      baris.cells[1].classList.add("disunting");
      kolom.focus();
      return null;
    }
    this.cabut();
    if (daftar.length === 1) this.buka(akhir, "saudara");
    return akhir;
  }

  cabut() {
    this.baris?.remove();
    this.baris = this.kolom = null;
  }

  tutup() {
    const { acuan } = this;
    this.cabut();
    this.pohon.fokus(acuan.cells[1]);
  }
}
