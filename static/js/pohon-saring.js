// Search and finding filters over the rows that are there, with their ancestors kept.
import { $, $$, KARTU, kecil, suara } from "./pohon-dom.js";

const DISOROT = ".kode, .nm, .ur, .indt";

export class Saringan {
  constructor(pohon, kolomCari) {
    this.pohon = pohon;
    this.kolomCari = kolomCari;
    this.cari = "";
    this.kode = "";
    this.teks = new Map(); // box -> lower-cased text, filled when first searched
    pohon.addEventListener("tanpa-saringan", () => {
      if (this.menyaring) this.kosongkan();
    });
    pohon.addEventListener("click", (kejadian) => {
      if (!kejadian.target.closest("[data-hapus-saring]")) return;
      this.kosongkan();
      kolomCari.focus();
    });
  }

  get menyaring() {
    return Boolean(this.cari || this.kode);
  }

  kosongkan() {
    this.kolomCari.value = "";
    this.saring({ cari: "", kode: "" });
  }

  // Rows were drawn anew: what was remembered of their text is old.
  lupakan() {
    this.teks.clear();
  }

  async saring(perubahan) {
    Object.assign(this, perubahan);
    const { pohon } = this;
    if (this.menyaring && pohon.sebagian && !(await pohon.muat())) return;
    const { kode } = this;
    const cari = kecil(this.cari.trim());
    pohon.menyaring = this.menyaring;
    this.hapusSorotan();
    this.tandai();
    const cocok = [...pohon.induk.keys()].filter((k) => this.cocok(k, cari, kode));
    const tampak = new Set();
    for (const kotak of cocok) {
      for (let atas = kotak; atas && !tampak.has(atas); atas = pohon.induk.get(atas)) tampak.add(atas);
    }
    for (const kotak of pohon.induk.keys()) {
      pohon.tampilkan(kotak, tampak.has(kotak));
      if (!kotak.hasAttribute("aria-expanded")) continue;
      const terbuka = pohon.anak.get(kotak).some((bawah) => tampak.has(bawah));
      kotak.setAttribute("aria-expanded", String(terbuka));
    }
    pohon.ukurKelompok();
    if (cari) cocok.forEach((kotak) => this.sorot(kotak, cari));
    $("[data-nihil]", pohon).hidden = cocok.length > 0;
    if (pohon.sel?.parentNode.hidden) pohon.pasangTab(pohon.baris()[0]?.cells[1]);
    suara(cari || kode ? `${cocok.length} kotak cocok` : "Semua kotak ditampilkan");
  }

  // Which filter of the findings bar is on.
  tandai() {
    $("[data-banyak-temuan]").textContent = $$("#periksa li").length;
    for (const tautan of $$("[data-saring]")) {
      if (tautan.dataset.saring === this.kode) tautan.setAttribute("aria-current", "true");
      else tautan.removeAttribute("aria-current");
    }
  }

  cocok(kotak, cari, kode) {
    if (kode === "KOMENTAR" ? !$(".kmt", kotak) : kode && !(kotak.dataset.t ?? "").split(" ").includes(kode)) return false;
    if (!cari) return true;
    if (!this.teks.has(kotak)) {
      this.teks.set(kotak, kecil(this.bagian(kotak).map((b) => b.textContent).join("\n")));
    }
    return this.teks.get(kotak).includes(cari);
  }

  bagian(kotak) {
    return [kotak, ...this.pohon.lanjutan.get(kotak)].flatMap((b) => $$(DISOROT, b));
  }

  sorot(kotak, cari) {
    for (const bagian of this.bagian(kotak)) {
      const letak = kecil(bagian.textContent).indexOf(cari);
      if (letak < 0 || !bagian.firstChild) continue;
      const jangkauan = document.createRange();
      jangkauan.setStart(bagian.firstChild, letak);
      jangkauan.setEnd(bagian.firstChild, letak + cari.length);
      jangkauan.surroundContents(document.createElement("mark"));
    }
  }

  hapusSorotan() {
    for (const sorotan of $$("mark", this.pohon)) {
      const wadah = sorotan.parentNode;
      sorotan.replaceWith(...sorotan.childNodes);
      wadah.normalize();
    }
  }
}

// Links and search of a whole page; one that the server filtered holds only some rows.
export function pasangSaringan(saringan) {
  const { kolomCari, pohon } = saringan;
  document.addEventListener("click", (kejadian) => {
    const tautan = kejadian.target.closest("[data-saring]");
    if (!tautan || kejadian.ctrlKey || kejadian.metaKey) return;
    kejadian.preventDefault();
    const { saring } = tautan.dataset;
    saringan.saring({ kode: saringan.kode === saring ? "" : saring });
  });
  let tunda = 0;
  kolomCari.addEventListener("input", () => {
    clearTimeout(tunda);
    tunda = setTimeout(() => saringan.saring({ cari: kolomCari.value }), 120);
  });
  kolomCari.form.addEventListener("submit", (kejadian) => {
    if (document.activeElement === kolomCari) kejadian.preventDefault();
  });
  kolomCari.addEventListener("keydown", (kejadian) => {
    if (kejadian.key === "Escape") {
      kolomCari.value = "";
      saringan.saring({ cari: "" });
    } else if (kejadian.key === "ArrowDown" || kejadian.key === "Enter") {
      kejadian.preventDefault();
      pohon.fokus(pohon.baris()[0]?.cells[1]);
    }
  });
}

// On a phone the findings are one line that opens; elsewhere they stand open.
export function pasangLipatan(lipatan) {
  const atur = () => {
    lipatan.open = !KARTU.matches;
    lipatan.dataset.siap = "";
  };
  KARTU.addEventListener("change", atur);
  atur();
}
