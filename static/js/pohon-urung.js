// Undo and redo of this visit: the server turns an event round; the answer is an event again. The
// numbers of the events outlive a reload of the page, in this tab and until logout.
import { suara } from "./pohon-dom.js";
import { Langkah } from "./tunggu.js";

export class Urung {
  // ``batalkan(nomor)`` -> {status, isi}; ``terima(isi)`` draws; ``lapor(kata)`` says why not.
  constructor({ pengguna, dokumen, urungkan, ulangi, batalkan, terima, lapor, tenang }) {
    Object.assign(this, { tombol: { urungkan, ulangi }, batalkan, terima, lapor, tenang });
    this.ingatan = new Langkah(pengguna, dokumen);
    [this.lampau, this.mendatang] = this.ingatan.baca();
    this.segarkan();
    this.antre = Promise.resolve();
    urungkan.addEventListener("click", () => this.mundur());
    ulangi.addEventListener("click", () => this.maju());
  }

  catat(nomor) {
    if (!nomor) return;
    this.lampau.push(nomor);
    this.lampau.sort((a, b) => a - b); // answers come in any order, events have one
    this.mendatang = [];
    this.segarkan();
  }

  mundur() {
    return this.langkah(this.lampau, this.mendatang, "Diurungkan");
  }

  maju() {
    return this.langkah(this.mendatang, this.lampau, "Diulangi");
  }

  // One after the other, however fast the keys come.
  langkah(dari, ke, kata) {
    this.antre = this.antre.then(() => this.satu(dari, ke, kata)).finally(() => this.segarkan());
    return this.antre;
  }

  async satu(dari, ke, kata) {
    if (!(await this.tenang())) {
      this.lapor("Belum dapat diurungkan: ketikan Anda masih menunggu sambungan.");
      return;
    }
    if (!dari.length) return;
    const nomor = dari.pop();
    const { status, isi } = await this.batalkan(nomor);
    if (status === 200) {
      if (isi.riwayat) ke.push(isi.riwayat);
      this.terima(isi);
      suara(kata);
      return;
    }
    if (status === 0 || status === 401) dari.push(nomor);
    this.lapor(isi.pesan ?? "Belum dapat diurungkan; periksa sambungan lalu coba lagi.");
  }

  segarkan() {
    this.ingatan.tulis([this.lampau, this.mendatang]);
    this.tombol.urungkan.disabled = !this.lampau.length;
    this.tombol.ulangi.disabled = !this.mendatang.length;
  }
}
