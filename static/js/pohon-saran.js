// A list of proposals under a field while somebody types: arrow keys choose, Enter takes, Esc
// closes it. It lies over the page, for a row would cut it off.
import { elemen, suara } from "./pohon-dom.js";
import { kirim } from "./pohon-kirim.js";

const TUNDA = 140;
const PALING_SEDIKIT = 2;
let urutan = 0;

export class Saran {
  // ``alamat(teks)`` -> address of the proposals; ``pilih(saran)`` takes one.
  constructor({ kolom, alamat, pilih }) {
    Object.assign(this, { kolom, alamat, pilih, daftar: [], aktif: -1 });
    urutan += 1;
    this.kotak = elemen("ul", { className: "saran", id: `saran-${urutan}`, hidden: true });
    this.kotak.setAttribute("role", "listbox");
    this.kotak.setAttribute("aria-label", "Saran");
    document.querySelector("main").append(this.kotak);
    kolom.setAttribute("aria-autocomplete", "list");
    kolom.setAttribute("aria-controls", this.kotak.id);
    this.satuBaris = kolom.tagName === "INPUT"; // a text area may not be called a combobox
    if (this.satuBaris) kolom.setAttribute("role", "combobox");
    this.sebutTerbuka(false);
    kolom.addEventListener("input", () => this.tunda());
    kolom.addEventListener("keydown", (kejadian) => this.tombol(kejadian), { capture: true });
    kolom.addEventListener("blur", () => this.buang());
    this.kotak.addEventListener("pointerdown", (kejadian) => {
      kejadian.preventDefault(); // the field keeps the focus
      const butir = kejadian.target.closest("li");
      if (butir) this.ambil(Number(butir.dataset.ke));
    });
  }

  tunda() {
    clearTimeout(this.nanti);
    this.nanti = setTimeout(() => this.tanya(), TUNDA);
  }

  async tanya() {
    const teks = this.kolom.value.trim();
    if (teks.length < PALING_SEDIKIT) {
      this.tutup();
      return;
    }
    const { status, isi } = await kirim("GET", this.alamat(teks));
    if (status !== 200 || teks !== this.kolom.value.trim() || document.activeElement !== this.kolom) return;
    this.tampilkan(isi.saran.filter((satu) => satu.satuan !== teks || satu.nama));
  }

  tampilkan(daftar) {
    Object.assign(this, { daftar, aktif: -1 });
    this.kotak.replaceChildren(...daftar.map((satu, ke) => this.butir(satu, ke)));
    this.kotak.hidden = !daftar.length;
    this.sebutTerbuka(daftar.length > 0);
    this.kolom.removeAttribute("aria-activedescendant");
    if (!daftar.length) return;
    const { left, bottom, width } = this.kolom.getBoundingClientRect();
    Object.assign(this.kotak.style, { left: `${left}px`, top: `${bottom + 2}px`, minWidth: `${width}px` });
    suara(`${daftar.length} saran; panah bawah untuk memilih`);
  }

  butir(satu, ke) {
    const butir = elemen("li", { id: `${this.kotak.id}-${ke}` });
    butir.setAttribute("role", "option");
    butir.setAttribute("aria-selected", "false");
    butir.dataset.ke = ke;
    if (satu.nama) butir.append(elemen("small", { textContent: satu.kode }), ` ${satu.nama}`);
    else butir.append(satu.satuan);
    return butir;
  }

  tombol(kejadian) {
    if (this.kotak.hidden || kejadian.isComposing) return;
    const { key } = kejadian;
    if (key === "ArrowDown" || key === "ArrowUp") this.gerak(key === "ArrowDown" ? 1 : -1);
    else if (key === "Enter" && this.aktif >= 0) this.ambil(this.aktif);
    else if (key === "Escape") this.tutup();
    else return;
    kejadian.preventDefault();
    kejadian.stopImmediatePropagation();
  }

  gerak(arah) {
    const banyak = this.daftar.length;
    this.aktif = (this.aktif + arah + banyak + (this.aktif < 0 && arah < 0 ? 1 : 0)) % banyak;
    for (const butir of this.kotak.children) butir.setAttribute("aria-selected", String(Number(butir.dataset.ke) === this.aktif));
    const butir = this.kotak.children[this.aktif];
    butir.scrollIntoView({ block: "nearest" });
    this.kolom.setAttribute("aria-activedescendant", butir.id);
  }

  ambil(ke) {
    const satu = this.daftar[ke];
    this.tutup();
    this.pilih(satu, this.kolom);
  }

  tutup() {
    clearTimeout(this.nanti);
    this.kotak.hidden = true;
    this.kolom.removeAttribute("aria-activedescendant");
    this.sebutTerbuka(false);
  }

  sebutTerbuka(ya) {
    if (this.satuBaris) this.kolom.setAttribute("aria-expanded", String(ya));
  }

  buang() {
    clearTimeout(this.nanti);
    this.kotak.remove();
  }
}
