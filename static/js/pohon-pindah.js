// "Pindahkan ke…": legal parents only, found by typing, with what moves along. And the same by
// dragging the chip of a level; the ghost says what letting go would do, or why it can't be.
import { $, $$, elemen, kecil } from "./pohon-dom.js";
import { kirim } from "./pohon-kirim.js";
import { AKHIR, nama } from "./pohon-susunan.js";

const CALON = 40;
const MULAI_SERET = 5;

export class Pindahan {
  constructor({ pohon, aturan, susunan }) {
    Object.assign(this, { pohon, aturan, susunan, dialog: $("#pindahkan") });
    this.kolom = $("[data-cari]", this.dialog);
    this.kolom.addEventListener("input", () => this.isi());
    this.dialog.addEventListener("close", () => this.pohon.sel?.focus({ preventScroll: true }));
    pohon.addEventListener("pointerdown", (kejadian) => this.mulaiSeret(kejadian));
  }

  // --- dialog -------------------------------------------------------------------------------

  async tanya(kotak) {
    if (!(await this.pohon.muat())) return; // any box may be a parent
    kotak = this.pohon.kini(kotak);
    this.kotak = kotak;
    const cabang = this.susunan.cabang(kotak);
    const indikator = cabang.flatMap((satu) => [satu, ...this.pohon.lanjutan.get(satu)]).filter((b) => b.dataset.i).length;
    const pagu = $(".pagu .v", kotak)?.textContent;
    const ikut = [
      cabang.length > 1 ? `${cabang.length - 1} kotak di bawahnya` : "",
      indikator ? `${indikator} indikator dengan targetnya` : "",
      pagu ? `pagu ${pagu}` : "",
    ].filter(Boolean);
    $('[data-isi="apa"]', this.dialog).textContent = `“${nama(kotak)}”${ikut.length ? ` beserta ${ikut.join(", ")}` : ""}.`;
    const dalam = new Set(cabang);
    const jenjang = this.aturan.jenjang(kotak);
    this.calon = [...this.pohon.induk.keys()].filter((satu) => !dalam.has(satu) && this.aturan.boleh(jenjang, satu));
    if (this.aturan.boleh(jenjang, null)) this.calon.unshift(null);
    this.kolom.value = "";
    this.isi();
    this.dialog.showModal();
    this.kolom.focus();
    this.sebutKaitan(kotak);
  }

  // What other records say about the branch; the server knows them.
  async sebutKaitan(kotak) {
    const daftar = $("[data-kaitan]", this.dialog);
    daftar.hidden = true;
    const { isi } = await kirim("GET", this.susunan.editor.alamat(kotak.id.slice(1), "cabang"));
    if (kotak !== this.kotak || !isi.kaitan?.length) return;
    daftar.replaceChildren(...isi.kaitan.map((textContent) => elemen("li", { textContent })));
    daftar.hidden = false;
  }

  sebut(calon) {
    if (!calon) return "Langsung di bawah dokumen";
    const kode = $("td.kode", calon).textContent.trim();
    return `${this.aturan.nama(this.aturan.jenjang(calon))}: ${kode ? `${kode} ` : ""}${nama(calon)}`;
  }

  isi() {
    const cari = kecil(this.kolom.value.trim());
    const cocok = this.calon.filter((satu) => kecil(this.sebut(satu)).includes(cari));
    const baris = cocok.slice(0, CALON).map((satu) => {
      const kini = (satu ?? null) === (this.pohon.induk.get(this.kotak) ?? null);
      const tombol = elemen("button", { type: "button", textContent: this.sebut(satu) + (kini ? " (induk sekarang)" : "") });
      tombol.addEventListener("click", () => this.pilih(satu));
      return elemen("li", {}, tombol);
    });
    $("[data-daftar]", this.dialog).replaceChildren(...baris);
    const sisa = cocok.length - baris.length;
    $('[data-isi="sisa"]', this.dialog).textContent = sisa > 0 ? `${sisa} lagi; ketik untuk mempersempit.` : `${cocok.length} induk`;
  }

  pilih(induk) {
    this.dialog.close();
    this.susunan.pindah(this.kotak, induk, AKHIR);
  }

  // --- dragging -----------------------------------------------------------------------------

  mulaiSeret(kejadian) {
    const cip = kejadian.target.closest(".cip");
    const kotak = cip && this.pohon.kepala.get(cip.closest("tr"));
    if (!kotak || kejadian.button !== 0 || kejadian.pointerType === "touch" || !this.susunan.dapat(kotak)) return;
    kejadian.preventDefault();
    const { clientX, clientY } = kejadian;
    const seret = { kotak, dalam: new Set(this.susunan.cabang(kotak)) };
    const gerak = (lain) => {
      const jauh = Math.hypot(lain.clientX - clientX, lain.clientY - clientY);
      if (jauh > MULAI_SERET || seret.bayangan) this.seret(seret, lain);
    };
    const usai = (lain) => {
      removeEventListener("pointermove", gerak);
      removeEventListener("keydown", batal, true);
      removeEventListener("pointerup", usai);
      removeEventListener("pointercancel", usai);
      this.lepas(seret, lain.type === "pointerup");
    };
    const batal = (lain) => {
      if (lain.key === "Escape") usai(lain);
    };
    addEventListener("pointermove", gerak);
    addEventListener("pointerup", usai);
    addEventListener("pointercancel", usai);
    addEventListener("keydown", batal, true);
  }

  seret(seret, { clientX, clientY }) {
    seret.bayangan ??= this.buatBayangan(seret);
    seret.bayangan.style.left = `${clientX + 14}px`;
    seret.bayangan.style.top = `${clientY + 10}px`;
    this.tandai(null);
    const baris = document.elementFromPoint(clientX, clientY)?.closest("kinerja-pohon tbody tr");
    const kena = baris && this.pohon.kepala.get(baris);
    seret.tujuan = kena && !seret.dalam.has(kena) ? this.tujuan(seret.kotak, kena, clientY) : null;
    seret.bayangan.classList.toggle("bayangan--tolak", !seret.tujuan);
    seret.bayangan.textContent = seret.tujuan
      ? `${nama(seret.kotak)} → ${seret.tujuan.kata} “${nama(kena)}”`
      : this.aturan.kalimat(this.aturan.jenjang(seret.kotak));
    this.tandai(seret.tujuan);
  }

  // Where letting go over a box would put the branch; null where no rule allows it.
  tujuan(kotak, kena, y) {
    const jenjang = this.aturan.jenjang(kotak);
    const induk = this.pohon.induk.get(kena) ?? null;
    const { top, height } = kena.getBoundingClientRect();
    const bagian = (y - top) / height;
    const sejajar = this.aturan.jenjang(kena) === jenjang && this.aturan.boleh(jenjang, induk);
    const masuk = this.aturan.boleh(jenjang, kena);
    if (masuk && (!sejajar || (bagian > 0.3 && bagian < 0.7))) {
      return { kena, kata: "ke dalam", induk: kena, setelah: AKHIR };
    }
    if (!sejajar) return null;
    const saudara = this.susunan.saudara(kena).filter((satu) => satu !== kotak);
    if (bagian >= 0.5) return { kena, kata: "sesudah", induk, setelah: kena };
    return { kena, kata: "sebelum", induk, setelah: saudara[saudara.indexOf(kena) - 1] ?? null };
  }

  buatBayangan({ dalam }) {
    for (const kotak of dalam) kotak.classList.add("diseret");
    const bayangan = elemen("div", { className: "bayangan" });
    bayangan.setAttribute("role", "status");
    document.body.append(bayangan);
    return bayangan;
  }

  tandai(tujuan) {
    for (const lama of $$(".tujuan-seret", this.pohon)) lama.classList.remove("tujuan-seret", "ke-dalam", "sebelum", "sesudah");
    tujuan?.kena.classList.add("tujuan-seret", tujuan.kata.replace(" ", "-"));
  }

  lepas({ kotak, dalam, bayangan, tujuan }, jadi) {
    bayangan?.remove();
    this.tandai(null);
    for (const satu of dalam) satu.classList.remove("diseret");
    if (jadi && tujuan) this.susunan.pindah(kotak, tujuan.induk, tujuan.setelah);
  }
}
