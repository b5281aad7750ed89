// A block of cells: selected by Shift and arrows, by dragging or Shift and click; copied and pasted
// as spreadsheets do, filled down, emptied. What is done to a block is one step.
import { samping, suara, tampak } from "./pohon-dom.js";
import { isianBlok } from "./pohon-sel.js";
import { bacaTsv, tulisTsv } from "./pohon-tsv.js";

const PANAH = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

export class Blok {
  // ``catat(daftar, cara)``: daftar of {sel, satu, baru}. The corners are rows and columns, for the
  // cells of a row may be drawn anew.
  constructor({ pohon, catat }) {
    Object.assign(this, { pohon, catat, jangkar: null, ujung: null, terwarnai: [] });
    pohon.addEventListener("pointerdown", (kejadian) => this.mulaiSeret(kejadian));
    pohon.addEventListener("copy", (kejadian) => this.salin(kejadian));
    pohon.addEventListener("paste", (kejadian) => this.tempel(kejadian));
  }

  get luas() {
    return this.sel().length > 1;
  }

  // The selected cells by rows; without a block the active cell.
  petak() {
    const { pohon } = this;
    const aktif = pohon.sel;
    if (!this.jangkar || !this.ujung) return aktif ? [[aktif]] : [];
    const baris = pohon.baris();
    const sudut = [this.jangkar, this.ujung];
    const [y0, y1] = sudut.map((s) => baris.indexOf(s.baris)).sort((a, b) => a - b);
    const [x0, x1] = sudut.map((s) => s.ke).sort((a, b) => a - b);
    if (y0 < 0) return aktif ? [[aktif]] : [];
    return baris.slice(y0, y1 + 1).map((satu) => [...satu.cells].slice(x0, x1 + 1).filter(tampak));
  }

  sel() {
    return this.petak().flat();
  }

  lepas() {
    if (!this.jangkar) return;
    this.jangkar = this.ujung = null;
    this.warnai();
  }

  pilih(awal, akhir) {
    [this.jangkar, this.ujung] = [awal, akhir].map((s) => ({ baris: s.parentNode, ke: s.cellIndex }));
    this.warnai();
  }

  get awal() {
    return this.jangkar ? this.jangkar.baris.cells[this.jangkar.ke] : this.pohon.sel;
  }

  sampai(ujung) {
    this.pilih(this.awal, ujung);
    const petak = this.petak();
    suara(`${petak.length} baris, ${petak[0].length} kolom dipilih`);
  }

  warnai() {
    for (const sel of this.terwarnai) {
      sel.classList.remove("terpilih");
      sel.removeAttribute("aria-selected");
    }
    this.terwarnai = this.jangkar ? this.sel() : [];
    for (const sel of this.terwarnai) {
      sel.classList.add("terpilih");
      sel.setAttribute("aria-selected", "true");
    }
  }

  // Shift and an arrow: the block grows from the active cell. Answers whether the key was ours.
  panah(kejadian) {
    const arah = PANAH[kejadian.key];
    if (!arah || !kejadian.shiftKey || kejadian.altKey) return false;
    const { baris: di, ke } = this.ujung ?? { baris: this.pohon.sel.parentNode, ke: this.pohon.sel.cellIndex };
    const baris = this.pohon.baris();
    const kini = baris[baris.indexOf(di) + arah[0]]?.cells[ke];
    const sel = arah[1] && kini ? samping(kini, arah[1]) : kini;
    if (sel) {
      this.sampai(sel);
      sel.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    return true;
  }

  mulaiSeret(kejadian) {
    const sel = kejadian.target.closest("td");
    if (!sel || kejadian.button !== 0 || kejadian.pointerType === "touch") return;
    if (kejadian.target.closest(".sunting, .sendi, a, button")) return;
    if (kejadian.shiftKey) {
      kejadian.preventDefault();
      this.sampai(sel);
      return;
    }
    this.lepas();
    let akhir = sel;
    const gerak = ({ clientX, clientY }) => {
      const di = document.elementFromPoint(clientX, clientY)?.closest("td");
      if (!di || !this.pohon.contains(di) || di === akhir) return;
      akhir = di;
      getSelection().removeAllRanges();
      this.pohon.pasangTab(sel);
      this.sampai(di);
    };
    const usai = () => {
      removeEventListener("pointermove", gerak);
      if (this.jangkar) this.pohon.fokus(this.awal);
    };
    addEventListener("pointermove", gerak);
    addEventListener("pointerup", usai, { once: true });
    addEventListener("pointercancel", usai, { once: true });
  }

  salin(kejadian) {
    if (kejadian.target.closest(".sunting") || !this.pohon.sel) return;
    const isi = this.petak().map((baris) => baris.map((sel) => isianBlok(sel)?.nilai ?? sel.textContent.trim()));
    kejadian.clipboardData.setData("text/plain", tulisTsv(isi));
    kejadian.preventDefault();
    const banyak = isi.flat().length;
    suara(banyak > 1 ? `${banyak} sel disalin` : "Sel disalin");
  }

  tempel(kejadian) {
    if (kejadian.target.closest(".sunting") || !this.pohon.sel) return;
    kejadian.preventDefault();
    const teks = kejadian.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    this.taruh(bacaTsv(teks));
  }

  taruh(isi) {
    const satu = isi.length === 1 && isi[0].length === 1;
    if (satu && this.luas) {
      this.ubah(this.sel().map((sel) => [sel, isi[0][0]]), "tempel");
      return;
    }
    const [[awal]] = this.petak();
    const baris = this.pohon.baris();
    const mulai = baris.indexOf(awal.parentNode);
    const kolom = [...awal.parentNode.cells].slice(awal.cellIndex).filter(tampak).map((s) => s.cellIndex);
    const tujuan = isi.flatMap((deret, y) =>
      deret.map((teks, x) => [baris[mulai + y]?.cells[kolom[x]], teks]),
    );
    this.ubah(tujuan, "tempel");
    const [akhir] = tujuan[tujuan.length - 1];
    if (!satu && akhir) this.pilih(awal, akhir);
  }

  // The first row of the block into the rows below it; without a block, the cell above.
  isiBawah() {
    let petak = this.petak();
    if (petak.length === 1) {
      const baris = this.pohon.baris();
      const atas = baris[baris.indexOf(petak[0][0].parentNode) - 1];
      if (!atas) return;
      petak = [petak[0].map((sel) => atas.cells[sel.cellIndex]), ...petak];
    }
    const [sumber, ...bawah] = petak;
    const teks = sumber.map((sel) => isianBlok(sel)?.nilai ?? "");
    this.ubah(bawah.flatMap((deret) => deret.map((sel, ke) => [sel, teks[ke]])), "isi_bawah");
  }

  kosongkan() {
    this.ubah(this.sel().map((sel) => [sel, ""]), "kosongkan");
  }

  ubah(daftar, cara) {
    const dapat = [];
    let tetap = 0;
    for (const [sel, teks] of daftar) {
      const satu = sel && isianBlok(sel);
      if (!satu) tetap += teks === "" ? 0 : 1;
      else if (satu.nilai.trim() !== teks.trim()) dapat.push({ sel, satu, baru: teks.trim() });
    }
    if (dapat.length) this.catat(dapat, cara);
    const sisa = tetap ? ` ${tetap} sel tidak dapat diisi di sini.` : "";
    suara(`${dapat.length} sel diubah.${sisa}`);
    return tetap;
  }
}
