// Search and finding filters over the rows that are there, with their ancestors kept. What only the
// server can tell (mine, changed since, labels) it has marked on the rows: data-c.
import { $, $$, KARTU, kecil, suara } from "./pohon-dom.js";
import { kirim } from "./pohon-kirim.js";

const DISOROT = ".kode, .nm, .ur, .indt";
const DARI_SERVER = ["milik", "sejak", "tanggal", "label"];
const BERKOMENTAR = "dengan komentar terbuka";

export class Saringan {
  constructor(pohon, kolomCari) {
    Object.assign(this, { pohon, kolomCari, garis: $("#saring-aktif"), baru: new Set() });
    this.cari = kolomCari.value.trim();
    this.kode = new Set(this.garis.dataset.temuan.split(" ").filter(Boolean));
    this.boleh = "tersaring" in pohon.dataset ? new Set($$("tr[data-c]", pohon).map((b) => b.id)) : null;
    this.teks = new Map(); // box -> lower-cased text, filled when first searched
    pohon.addEventListener("tanpa-saringan", () => {
      if (this.menyaring) this.kosongkan();
    });
    document.addEventListener("click", (kejadian) => {
      const tautan = kejadian.target.closest("[data-hapus-saring]");
      if (!tautan || kejadian.ctrlKey || kejadian.metaKey) return;
      kejadian.preventDefault();
      this.kosongkan();
      kolomCari.focus();
    });
    if (this.menyaring && pohon.induk.size) this.terapkan();
  }

  get menyaring() {
    return Boolean(this.cari || this.kode.size || this.boleh);
  }

  kosongkan() {
    this.kolomCari.value = "";
    this.boleh = null;
    this.saring({ cari: "", kode: new Set() });
  }

  // One finding more, or less where it is on.
  tukar(kode) {
    const baru = new Set(this.kode);
    if (!baru.delete(kode)) baru.add(kode);
    this.saring({ kode: baru });
  }

  // Rows were drawn anew: what was remembered of their text is old.
  lupakan() {
    this.teks.clear();
  }

  // The shape changed. Boxes that were not there before are shown, whatever is asked.
  sesudahSusunan(baru) {
    if (!this.menyaring) return;
    for (const id of baru) this.baru.add(id);
    this.lupakan();
    this.terapkan();
  }

  async saring(perubahan) {
    Object.assign(this, perubahan);
    if (this.menyaring && this.pohon.sebagian && !(await this.pohon.muat())) return;
    this.baru.clear();
    const banyak = this.terapkan();
    this.tulisAlamat();
    if (!("cari" in perubahan) || "kode" in perubahan) this.ingat();
    suara(this.menyaring ? `${banyak} kotak cocok` : "Semua kotak ditampilkan");
  }

  // Answers how many boxes match.
  terapkan() {
    const { pohon } = this;
    const cari = kecil(this.cari.trim());
    pohon.menyaring = this.menyaring;
    this.hapusSorotan();
    this.tandai();
    const cocok = [...pohon.induk.keys()].filter((k) => this.cocok(k, cari));
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
    this.tulis(cocok.length);
    return cocok.length;
  }

  // Which filters of the findings bar and of the panel are on.
  tandai() {
    $("[data-banyak-temuan]").textContent = $$("#periksa li").length;
    for (const tautan of $$("[data-saring]")) {
      if (this.kode.has(tautan.dataset.saring)) tautan.setAttribute("aria-current", "true");
      else tautan.removeAttribute("aria-current");
    }
    for (const centang of $$(".pilih-saring [name=temuan]")) centang.checked = this.kode.has(centang.value);
    if (this.boleh) return;
    for (const centang of $$(".pilih-saring :is([name=milik], [name=label])")) centang.checked = false;
    for (const isian of $$(".pilih-saring :is([name=sejak], [name=tanggal])")) isian.value = "";
  }

  // What is asked, in words.
  tulis(banyak) {
    const { garis } = this;
    const kata = [
      this.boleh ? garis.dataset.tetap : "",
      ...[...this.kode].map((kode) => this.kata(kode)),
      this.cari.trim() ? `yang memuat “${this.cari.trim()}”` : "",
    ];
    garis.hidden = !this.menyaring;
    $("[data-isi]", garis).textContent = `Hanya kotak ${kata.filter(Boolean).join(", ")}: ${banyak} dari ${this.pohon.induk.size}.`;
  }

  kata(kode) {
    if (kode === "KOMENTAR") return BERKOMENTAR;
    const tautan = $(`#periksa [data-saring="${kode}"]`);
    return tautan ? tautan.textContent.replace(/^\d+ /, "") : "dengan temuan yang sudah tidak ada";
  }

  // The page is found again as it is filtered.
  tulisAlamat() {
    const alamat = new URL(location.href);
    const tanya = alamat.searchParams;
    for (const nama of ["cari", "temuan", ...(this.boleh ? [] : DARI_SERVER)]) tanya.delete(nama);
    if (this.cari.trim()) tanya.set("cari", this.cari.trim());
    for (const kode of this.kode) tanya.append("temuan", kode);
    for (const [nama, isi] of [...tanya]) if (!isi) tanya.delete(nama);
    tanya.set("saring", "1");
    history.replaceState(history.state, "", alamat);
  }

  ingat() {
    kirim("POST", `/pohon/${this.pohon.dataset.dokumen}/saringan/${location.search}`, {});
  }

  cocok(kotak, cari) {
    if (this.baru.has(kotak.id)) return true;
    if (this.boleh && !this.boleh.has(kotak.id)) return false;
    const ada = (kotak.dataset.t ?? "").split(" ");
    for (const kode of this.kode) {
      if (kode === "KOMENTAR" ? !$(".kmt", kotak) : !ada.includes(kode)) return false;
    }
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

// The links of the findings bar and the search field.
export function pasangSaringan(saringan) {
  const { kolomCari, pohon } = saringan;
  document.addEventListener("click", (kejadian) => {
    const tautan = kejadian.target.closest("[data-saring]");
    if (!tautan || kejadian.ctrlKey || kejadian.metaKey) return;
    kejadian.preventDefault();
    saringan.tukar(tautan.dataset.saring);
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
