// The road of typed text to the server. A box has one request on its way at most; what is typed into
// its rows meanwhile stands behind and starts from what was sent, so that nobody conflicts with himself.
// Boxes don't wait for each other: a few requests are on their way at once. Nothing leaves the queue
// before the server has it or the writer gives it up; until then it is kept in the browser.
//
// A group is what was typed together: {ops, cara, tanya, keadaan}; tanya: year and stage of the page,
// keadaan: antre, kirim, tahan (refused:
// ``galat`` of an op says why: {kini, oleh, kapan} or {pesan}). Events: ubah, tersimpan, ditolak.
import { kunci } from "./pohon-sel.js";

const SEKALIGUS = 3;
const PUTUS = new Set([0, 502, 503, 504]);
const JEDA_AWAL = 3000;
const JEDA_AKHIR = 30000;
const JEDA_SESI = 15000;
const TANPA_SEBAB = {
  403: "Anda tidak berwenang mengubah sel ini.",
  404: "Kotak atau indikator ini sudah dihapus orang lain; salin ketikan Anda ke tempat lain.",
  413: "Terlalu banyak sekaligus; tempel sebagian demi sebagian.",
};
const GAGAL = "Server gagal menyimpan. Buka sel ini lalu tekan Enter untuk mencoba lagi.";

export class Antrean extends EventTarget {
  // ``boks(op)`` names the box that an op writes to.
  constructor({ tunggu, tanya, kirim, boks }) {
    super();
    Object.assign(this, { tunggu, tanya, kirim, boks, kelompok: [], putus: "", jeda: JEDA_AWAL });
    addEventListener("online", () => this.coba());
    addEventListener("focus", () => this.putus && this.coba());
  }

  // What an earlier visit left behind.
  pulihkan() {
    this.kelompok = this.tunggu.baca().map((satu) => ({
      ...satu,
      keadaan: satu.ops.some((op) => op.galat) ? "tahan" : "antre",
    }));
    this.berubah();
    this.jalan();
    return this.kelompok.flatMap(({ ops }) => ops);
  }

  get ops() {
    return this.kelompok.flatMap((kelompok) => kelompok.ops.map((op) => ({ op, kelompok })));
  }

  // The newest entry for a field.
  cari(nama) {
    return this.ops.reverse().find(({ op }) => kunci(op) === nama) ?? null;
  }

  masukkan(ops, cara = "") {
    const baru = [];
    for (const op of ops) {
      const ada = this.cari(kunci(op));
      if (!ada) baru.push(op);
      else if (ada.kelompok.keadaan === "kirim") baru.push({ ...op, lama: ada.op.baru });
      else this.ganti(ada, op.baru);
    }
    if (baru.length) this.kelompok.push({ ops: baru, cara, tanya: this.tanya, keadaan: "antre" });
    this.lepas();
  }

  ganti({ op, kelompok }, baru) {
    op.baru = baru;
    delete op.galat;
    if (baru.trim() === op.lama.trim()) this.cabut(op, kelompok);
  }

  // After a conflict: write over what the colleague wrote.
  pakaiMilikSaya({ op }) {
    op.lama = op.galat.kini;
    delete op.galat;
    this.lepas();
  }

  // Give up what was typed into one field.
  buang({ op, kelompok }) {
    this.cabut(op, kelompok);
    this.lepas();
  }

  cabut(op, kelompok) {
    kelompok.ops = kelompok.ops.filter((lain) => lain !== op);
    this.kelompok = this.kelompok.filter((satu) => satu.ops.length);
  }

  // Groups with nothing wrong in them any more go on.
  lepas() {
    for (const satu of this.kelompok) {
      if (satu.keadaan === "tahan" && !satu.ops.some((op) => op.galat)) satu.keadaan = "antre";
    }
    this.berubah();
    this.jalan();
  }

  coba() {
    clearTimeout(this.nanti);
    this.jalan();
  }

  jalan() {
    const berikut = this.yangDapat();
    if (!berikut.length) return;
    for (const satu of berikut) satu.keadaan = "kirim";
    this.berubah();
    for (const satu of berikut) this.kirim(satu).then((hasil) => this.terima(satu, hasil));
  }

  // Groups that may go now, in order: no box of theirs has something before them. Without a
  // connection one tries for all.
  yangDapat() {
    const paling = this.putus ? 1 : SEKALIGUS;
    let jalan = this.kelompok.filter(({ keadaan }) => keadaan === "kirim").length;
    const terpakai = new Set();
    const hasil = [];
    for (const satu of this.kelompok.filter(({ keadaan }) => keadaan !== "tahan")) {
      const milik = satu.ops.map(this.boks);
      const bebas = satu.keadaan === "antre" && !milik.some((nama) => terpakai.has(nama));
      for (const nama of milik) terpakai.add(nama);
      if (!bebas || jalan >= paling) continue;
      hasil.push(satu);
      jalan += 1;
    }
    return hasil;
  }

  terima(kelompok, { status, isi }) {
    if (PUTUS.has(status) || status === 401) {
      this.tunda(kelompok, status === 401 ? "sesi" : "sambungan");
      return;
    }
    Object.assign(this, { putus: "", jeda: JEDA_AWAL });
    if (status === 200) {
      this.kelompok = this.kelompok.filter((satu) => satu !== kelompok);
      this.berubah();
      this.dispatchEvent(new CustomEvent("tersimpan", { detail: { ...kelompok, isi } }));
    } else {
      this.tolak(kelompok, status, isi);
    }
    this.jalan();
  }

  tunda(kelompok, sebab) {
    kelompok.keadaan = "antre";
    this.putus = sebab;
    this.berubah();
    clearTimeout(this.nanti);
    this.nanti = setTimeout(() => this.jalan(), sebab === "sesi" ? JEDA_SESI : this.jeda);
    const lain = this.kelompok.some((satu) => satu.keadaan === "kirim");
    if (!lain) this.jeda = Math.min(JEDA_AKHIR, this.jeda * 2);
  }

  tolak(kelompok, status, isi) {
    const sel = isi.sel ?? {};
    const umum = isi.pesan || TANPA_SEBAB[status] || GAGAL;
    const bernama = Object.keys(sel).length > 0;
    kelompok.ops.forEach((op, ke) => {
      if (sel[ke]) op.galat = sel[ke];
      else if (!bernama) op.galat = { pesan: umum };
    });
    kelompok.keadaan = "tahan";
    for (const op of kelompok.ops.filter((satu) => satu.galat)) this.gantikan(op, kelompok);
    this.berubah();
    this.dispatchEvent(new CustomEvent("ditolak", { detail: kelompok }));
  }

  // A refused field that was typed again meanwhile: the newer text takes its place.
  gantikan(op, kelompok) {
    const baru = this.cari(kunci(op));
    if (baru.op === op) return;
    baru.op.lama = op.lama;
    this.cabut(op, kelompok);
  }

  berubah() {
    const isi = this.kelompok.map(({ ops, cara, tanya }) => ({ ops, cara, tanya }));
    this.tersimpan = this.tunggu.tulis(isi);
    this.dispatchEvent(new CustomEvent("ubah"));
  }

  // Resolves when nothing is waiting to be sent; refused fields and a lost connection don't wait.
  async tenang() {
    while (!this.putus && this.kelompok.some((satu) => satu.keadaan !== "tahan")) {
      await new Promise((selesai) => this.addEventListener("ubah", selesai, { once: true }));
    }
    return !this.putus;
  }
}
