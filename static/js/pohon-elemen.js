// <kinerja-pohon>: ARIA treegrid over the table that the server sent: index of boxes, opening and
// closing, arrow keys. What else the page does listens to its events: pilih, rincian,
// tutup-rincian, tanpa-saringan.
import { $$, elemen, KARTU, samping, suara, tampak } from "./pohon-dom.js";

export class KinerjaPohon extends HTMLElement {
  connectedCallback() {
    // Above 0: the page started with the rows down to this step only (pohon-muat.js has the rest).
    this.sebagian = "sebagian" in this.dataset ? Number(this.dataset.buka) : 0;
    this.susun();
    if (!this.induk.size) return;
    if (this.dataset.buka) this.bukaSampai(Number(this.dataset.buka));
    delete this.dataset.buka;
    this.tepi = [elemen("span", { tabIndex: -1 }), elemen("span", { tabIndex: -1 })];
    this.prepend(this.tepi[0]);
    this.append(this.tepi[1]);
    this.addEventListener("click", (k) => this.klik(k));
    this.addEventListener("keydown", (k) => this.tombol(k));
    this.addEventListener("focusin", (k) => this.pilih(k.target.closest("td")));
    this.pasangTab(this.baris()[0].cells[1]);
    addEventListener("beforeprint", () => this.sebelumCetak());
    addEventListener("afterprint", () => this.sesudahCetak());
  }

  susun() {
    this.kepala = new Map(); // row -> the row of its box (indicator rows follow their box)
    this.induk = new Map(); // box -> box above
    this.anak = new Map(); // box -> boxes below
    this.lanjutan = new Map(); // box -> its further indicator rows
    this.perIndikator = new Map(); // indicator -> its row
    const jalur = [];
    let akhir = null;
    for (const baris of $$("tbody > tr:not(.baru)", this)) {
      if (baris.dataset.i) this.perIndikator.set(baris.dataset.i, baris);
      if (baris.classList.contains("lanjutan")) {
        this.kepala.set(baris, akhir);
        this.lanjutan.get(akhir).push(baris);
        continue;
      }
      const tingkat = Number(baris.getAttribute("aria-level"));
      jalur.length = tingkat - 1;
      const atas = jalur.length ? jalur[jalur.length - 1] : null;
      jalur.push(baris);
      akhir = baris;
      this.kepala.set(baris, baris);
      this.lanjutan.set(baris, []);
      this.anak.set(baris, []);
      this.induk.set(baris, atas ?? null);
      if (atas) this.anak.get(atas).push(baris);
    }
  }

  baris() {
    return [...this.kepala.keys()].filter((baris) => !baris.hidden);
  }

  // --- showing and hiding -------------------------------------------------------------------

  tampilkan(kotak, ya) {
    kotak.hidden = !ya;
    for (const baris of this.lanjutan.get(kotak)) baris.hidden = !ya;
  }

  terbuka(kotak) {
    return kotak.getAttribute("aria-expanded") === "true";
  }

  // Has the box rows below it that are not here yet?
  belum(kotak) {
    return this.sebagian > 0 && kotak.hasAttribute("aria-expanded") && !this.anak.get(kotak).length;
  }

  // The row of a box as it is now: news may have brought the table anew.
  kini(kotak) {
    return kotak && document.getElementById(kotak.id);
  }

  // Resolves once the rows below a box, or all rows, are here; answers whether they are.
  async muat(kotak) {
    return this.sebagian && (!kotak || this.belum(kotak)) ? this.pemuat.muat(kotak?.id.slice(1)) : true;
  }

  buka(kotak, ya, { diam = false } = {}) {
    if (!kotak.hasAttribute("aria-expanded")) return;
    if (ya && this.belum(kotak)) {
      this.muat(kotak).then((ada) => ada && this.buka(this.kini(kotak), true, { diam }));
      return;
    }
    kotak.setAttribute("aria-expanded", String(ya));
    const turun = (atas, tampak) => {
      for (const bawah of this.anak.get(atas)) {
        this.tampilkan(bawah, tampak);
        turun(bawah, tampak && this.terbuka(bawah));
      }
    };
    turun(kotak, ya);
    if (diam) return;
    this.ukurKelompok();
    suara(ya ? "Terbuka" : "Tertutup");
  }

  async bukaSampai(langkah) {
    if (this.sebagian && langkah > this.sebagian && !(await this.muat())) return;
    this.dispatchEvent(new CustomEvent("tanpa-saringan"));
    for (const kotak of this.induk.keys()) {
      this.tampilkan(kotak, Number(kotak.dataset.j) <= langkah);
      if (kotak.hasAttribute("aria-expanded")) {
        const tampak = this.anak.get(kotak).some((k) => Number(k.dataset.j) <= langkah);
        kotak.setAttribute("aria-expanded", String(tampak));
      }
    }
    this.ukurKelompok();
    for (const tombol of $$("[data-sampai]")) {
      tombol.setAttribute("aria-pressed", String(Number(tombol.dataset.sampai) === langkah));
    }
  }

  // The height that content-visibility reserves follows the number of rows that are open.
  ukurKelompok() {
    for (const kelompok of $$("tbody", this)) {
      const banyak = [...kelompok.rows].filter((baris) => !baris.hidden).length;
      kelompok.hidden = banyak === 0;
      kelompok.className = `g${Math.max(1, Math.min(4, Math.ceil(banyak / 10)))}`;
    }
  }

  sebelumCetak() {
    this.pemuat?.sekarang();
    this.tertutup = [...this.induk.keys()].filter((k) => k.hidden);
    if (this.menyaring) return;
    for (const kotak of this.tertutup) this.tampilkan(kotak, true);
    this.ukurKelompok();
  }

  sesudahCetak() {
    for (const kotak of this.tertutup ?? []) this.tampilkan(kotak, false);
    this.ukurKelompok();
  }

  // --- cells and keys -----------------------------------------------------------------------

  pasangTab(sel) {
    if (this.sel) this.sel.tabIndex = -1;
    this.sel = sel;
    if (sel && !sel.classList.contains("disunting")) sel.tabIndex = 0;
  }

  fokus(sel) {
    if (!sel) return;
    this.pasangTab(sel);
    sel.focus({ preventScroll: true });
    sel.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  pilih(sel) {
    const kotak = sel && this.kepala.get(sel.parentNode);
    if (!kotak) return;
    if (sel !== this.sel) this.pasangTab(sel);
    if (kotak === this.aktif) return;
    this.aktif?.classList.remove("dipilih");
    this.aktif = kotak;
    kotak.classList.add("dipilih");
    this.dispatchEvent(new CustomEvent("pilih", { detail: kotak }));
  }

  klik(kejadian) {
    const sel = kejadian.target.closest("td");
    const kotak = sel && this.kepala.get(sel.parentNode);
    if (!kotak || kejadian.target.closest(".sunting")) return;
    if (kejadian.ctrlKey || kejadian.metaKey || kejadian.shiftKey) return;
    if (kejadian.target.closest(".sendi")) {
      this.buka(kotak, !this.terbuka(kotak));
    } else if (kejadian.target.closest(".nm")) {
      kejadian.preventDefault();
      this.rincian(kotak, KARTU.matches);
    }
    if (!KARTU.matches) this.fokus(sel);
  }

  tombol(kejadian) {
    const sel = kejadian.target.closest("td");
    if (!sel || kejadian.altKey) return;
    // One stop for Tab: the browser goes on from the edge of the table, past the links in its rows.
    if (kejadian.key === "Tab" && kejadian.target === sel) this.tepi[kejadian.shiftKey ? 0 : 1].focus({ preventScroll: true });
    const gerak = this.gerak(kejadian, sel, this.kepala.get(sel.parentNode));
    if (gerak === undefined) return;
    kejadian.preventDefault();
    if (gerak) this.fokus(gerak);
  }

  // The cell to go to, null when the key did something else, undefined when it is not ours.
  gerak(kejadian, sel, kotak) {
    const { key } = kejadian;
    const kolomPohon = sel.cellIndex < 2;
    if (key.startsWith("Arrow")) return this.panah(key, sel, kotak, kolomPohon);
    if (key === "Home" || key === "End") return this.ujung(kejadian, sel);
    if (key === "PageDown" || key === "PageUp") return this.loncat(sel, key === "PageDown" ? 1 : -1);
    if (key === "Enter" || key === " ") return this.tekan(kejadian, kotak);
    if (key === "Escape") this.dispatchEvent(new CustomEvent("tutup-rincian"));
    if (kejadian.ctrlKey || kejadian.metaKey) return undefined;
    if (key === "+" || key === "-") return this.buka(kotak, key === "+") ?? null;
    if (sel.cellIndex === 1 && /^[1-5]$/.test(key)) return this.tekanJenjang(Number(key), sel);
    return undefined;
  }

  panah(key, sel, kotak, kolomPohon) {
    const baris = sel.parentNode;
    if (key === "ArrowDown") return this.tetangga(sel, 1);
    if (key === "ArrowUp") return this.tetangga(sel, -1);
    const bisa = kolomPohon && kotak.hasAttribute("aria-expanded");
    if (key === "ArrowRight") {
      if (bisa && !this.terbuka(kotak)) return this.buka(kotak, true) ?? null;
      return samping(sel, 1) ?? null;
    }
    const kiri = samping(sel, -1);
    if (kiri) return kiri;
    if (bisa && this.terbuka(kotak)) return this.buka(kotak, false) ?? null;
    return this.induk.get(kotak)?.cells[sel.cellIndex] ?? null;
  }

  tetangga(sel, selisih) {
    const daftar = this.baris();
    const baris = daftar[daftar.indexOf(sel.parentNode) + selisih];
    return baris?.cells[sel.cellIndex] ?? null;
  }

  ujung(kejadian, sel) {
    const daftar = kejadian.ctrlKey ? this.baris() : [sel.parentNode];
    const baris = kejadian.key === "Home" ? daftar[0] : daftar[daftar.length - 1];
    if (kejadian.ctrlKey) return baris.cells[sel.cellIndex];
    const terlihat = [...baris.cells].filter(tampak);
    return terlihat[kejadian.key === "Home" ? 0 : terlihat.length - 1];
  }

  loncat(sel, arah) {
    const daftar = this.baris();
    const halaman = Math.max(1, Math.floor(this.clientHeight / 60));
    const ke = daftar.indexOf(sel.parentNode) + arah * halaman;
    return daftar[Math.max(0, Math.min(daftar.length - 1, ke))].cells[sel.cellIndex];
  }

  tekan(kejadian, kotak) {
    this.rincian(kotak, kejadian.key === "Enter", kejadian.key === " ");
    return null;
  }

  // Asks for the details of a box; ``tukar`` closes them when they are open.
  rincian(kotak, pindahFokus, tukar = false) {
    const detail = { kotak, pindahFokus, tukar };
    this.dispatchEvent(new CustomEvent("rincian", { detail }));
  }

  tekanJenjang(urutan, sel) {
    const tombol = $$("[data-sampai]")[urutan - 1];
    if (!tombol) return undefined;
    this.sampai(tombol).then(() => this.fokus(this.keAtasSampaiTampak(sel)));
    return null;
  }

  async sampai(tombol) {
    await this.bukaSampai(Number(tombol.dataset.sampai));
    suara(`Dibuka sampai ${tombol.textContent}`);
  }

  keAtasSampaiTampak(sel) {
    let kotak = this.kepala.get(sel.parentNode);
    while (kotak.hidden) kotak = this.induk.get(kotak);
    return kotak.cells[sel.cellIndex];
  }

  // A box named in the address is opened, focused and shown.
  async keAlamat(pengenal) {
    const cari = () => this.kepala.get(document.getElementById(pengenal));
    if (!cari() && this.sebagian && /^s\d+$/.test(pengenal)) await this.pemuat.muat(pengenal.slice(1));
    const kotak = cari();
    if (!kotak) return;
    this.tampakkan(kotak);
    this.fokus(kotak.cells[1]);
    kotak.scrollIntoView({ block: "center" });
  }

  // Opens everything above a box.
  tampakkan(kotak) {
    const jalur = [];
    for (let atas = this.induk.get(kotak); atas; atas = this.induk.get(atas)) jalur.unshift(atas);
    const tertutup = jalur.filter((atas) => !this.terbuka(atas));
    for (const atas of tertutup) this.buka(atas, true, { diam: true });
    const tersaring = [...jalur, kotak].filter((satu) => satu.hidden);
    for (const satu of tersaring) this.tampilkan(satu, true);
    if (tertutup.length || tersaring.length) this.ukurKelompok();
  }
}
