// What the page shows follows the document: answers of own edits, and news of colleagues asked for
// while the page is seen. ``versi``: the rows are as new as this; ``kepala``: the parts above them.
import { $, suara } from "./pohon-dom.js";
import { kirim } from "./pohon-kirim.js";
import { gantiBaris, gantiTabel } from "./pohon-baris.js";
import { susunUlang, tampilkan } from "./pohon-bentuk.js";
import { Sekitar } from "./pohon-sekitar.js";

const JEDA = 15000;
const PERTAMA = 3000; // so that colleagues soon see who came
const SEGERA = 900;
const BERISI_BARIS = ["baris", "tabel", "susunan"];

export class Kabar {
  constructor({ pohon, alamat, saringan, laci, sesudahLukis }) {
    Object.assign(this, { pohon, alamat, saringan, laci, sesudahLukis, tertunda: new Map(), digambar: new Map(), sendiri: new Set() });
    this.versi = this.kepala = Number(pohon.dataset.versi);
    this.sekitar = new Sekitar(pohon, saringan);
    pohon.addEventListener("komentar", () => this.tanya());
    this.jadwalkan(PERTAMA);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.tanya();
    });
  }

  jadwalkan(jeda) {
    clearTimeout(this.nanti);
    this.nanti = setTimeout(() => this.tanya(), jeda);
  }

  // ``kotak``: boxes whose rows are wanted in any case.
  async tanya(kotak = []) {
    this.jadwalkan(JEDA);
    if (document.hidden) return;
    const pinta = kotak.length ? `&kotak=${kotak.join(",")}` : "";
    const tanya = `&sejak=${this.versi}&kepala=${this.kepala}&sekitar=${this.sekitar.tanda}${pinta}`;
    const { status, isi } = await kirim("GET", `${this.alamat.kabar}${tanya}`);
    if (status !== 200 || isi.versi < this.versi) return;
    // Own answers may have come meanwhile: then the rows here are as new already.
    if (isi.versi === this.versi && !kotak.length) for (const nama of BERISI_BARIS) delete isi[nama];
    this.terlewat = Boolean(isi.tabel ?? isi.susunan) && Boolean($(".disunting", this.pohon));
    if (this.terlewat) return; // somebody is typing: asked again when the cell is closed
    this.terima(isi);
    this.versi = this.kepala = isi.versi;
    this.sekitar.terima(isi.sekitar);
    if (isi.oleh?.length) suara(`Diperbarui: ${isi.oleh.join(", ")} baru mengubah dokumen ini.`);
  }

  // The answer of an own edit or undo; several may be on their way and answer in any order. News in
  // between are asked for: rows since ``versi``.
  terimaSendiri(isi) {
    this.terima(isi);
    this.sendiri.add(isi.riwayat);
    if (isi.tabel !== undefined) this.versi = Math.max(this.versi, isi.versi);
    while (this.sendiri.delete(this.versi + 1)) this.versi += 1;
    this.jadwalkan(SEGERA);
  }

  // Rows came that the page had started without.
  sesudahSusul() {
    this.sekitar.lukisSemua();
    this.saringan.lupakan();
    this.sesudahLukis();
  }

  terima({ versi, baris = {}, tabel, susunan, kepala, periksa, temuan, hanya_angka }) {
    if (tabel !== undefined) {
      this.digambar.clear();
      const dikenal = gantiTabel(this.pohon, tabel);
      this.sekitar.lukisSemua();
      this.saringan.sesudahSusunan([...this.pohon.induk.keys()].map(({ id }) => id).filter((id) => !dikenal.has(id)));
    }
    if (susunan) this.susunUlang(susunan, baris, versi);
    else for (const [id, html] of Object.entries(baris)) this.gambar(id, html, versi);
    if (hanya_angka !== undefined) this.pohon.toggleAttribute("data-hanya-angka", hanya_angka);
    if (kepala !== undefined) $("#keterangan").innerHTML = kepala;
    if (periksa !== undefined) {
      $("#periksa").innerHTML = periksa;
      this.saringan.tandai();
    }
    if (temuan) this.tandaiTemuan(temuan);
    this.saringan.lupakan();
    this.sesudahLukis();
  }

  // Rows come, go and move; then those that were here are drawn anew.
  susunUlang(susunan, baris, versi) {
    const { pohon } = this;
    const berfokus = pohon.contains(document.activeElement);
    const baru = susunUlang(pohon, susunan, baris);
    for (const [id, html] of Object.entries(baris)) if (!baru.has(`s${id}`)) this.gambar(id, html, versi);
    for (const id of baru.keys()) this.sekitar.lukis(document.getElementById(id));
    tampilkan(pohon, susunan.pindah, baru, berfokus);
    this.saringan.sesudahSusunan(baru.keys());
  }

  // A row that somebody is typing in waits until the cell is closed. A row that was drawn from a newer
  // answer stays.
  gambar(id, html, versi) {
    if (versi < (this.digambar.get(id) ?? 0)) return;
    this.digambar.set(id, versi);
    const kotak = document.getElementById(`s${id}`);
    const baris = kotak ? [kotak, ...this.pohon.lanjutan.get(kotak)] : [];
    if (baris.some((satu) => $(".disunting", satu))) {
      this.tertunda.set(id, [html, versi]);
      return;
    }
    gantiBaris(this.pohon, id, html);
    this.sekitar.lukis(kotak);
    this.laci.segarkan(`s${id}`);
  }

  gambarTertunda() {
    const menunggu = [...this.tertunda];
    this.tertunda.clear();
    for (const [id, isi] of menunggu) this.gambar(id, ...isi);
    if (this.terlewat) this.tanya();
  }

  tandaiTemuan(temuan) {
    for (const kotak of this.pohon.induk.keys()) {
      const kode = temuan[kotak.id.slice(1)];
      if (kode) kotak.dataset.t = kode;
      else delete kotak.dataset.t;
    }
  }
}
