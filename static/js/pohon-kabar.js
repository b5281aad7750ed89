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

export class Kabar {
  constructor({ pohon, alamat, saringan, laci, sesudahLukis }) {
    Object.assign(this, { pohon, alamat, saringan, laci, sesudahLukis, tertunda: new Map() });
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
    this.terlewat = Boolean(isi.tabel ?? isi.susunan) && Boolean($(".disunting", this.pohon));
    if (this.terlewat) return; // somebody is typing: asked again when the cell is closed
    this.terima(isi);
    this.versi = this.kepala = isi.versi;
    this.sekitar.terima(isi.sekitar);
    if (isi.oleh?.length) suara(`Diperbarui: ${isi.oleh.join(", ")} baru mengubah dokumen ini.`);
  }

  // The answer of an own edit or undo. News in between are asked for: rows since ``versi``.
  terimaSendiri(isi) {
    this.terima(isi);
    if (isi.tabel !== undefined || isi.riwayat === this.versi + 1) this.versi = isi.versi;
    this.jadwalkan(SEGERA);
  }

  // Rows came that the page had started without.
  sesudahSusul() {
    this.sekitar.lukisSemua();
    this.saringan.lupakan();
    this.sesudahLukis();
  }

  terima({ baris = {}, tabel, susunan, kepala, periksa, temuan }) {
    if (tabel !== undefined) {
      const dikenal = gantiTabel(this.pohon, tabel);
      this.sekitar.lukisSemua();
      this.saringan.sesudahSusunan([...this.pohon.induk.keys()].map(({ id }) => id).filter((id) => !dikenal.has(id)));
    }
    if (susunan) this.susunUlang(susunan, baris);
    else for (const [id, html] of Object.entries(baris)) this.gambar(id, html);
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
  susunUlang(susunan, baris) {
    const { pohon } = this;
    const berfokus = pohon.contains(document.activeElement);
    const baru = susunUlang(pohon, susunan, baris);
    for (const [id, html] of Object.entries(baris)) if (!baru.has(`s${id}`)) this.gambar(id, html);
    for (const id of baru.keys()) this.sekitar.lukis(document.getElementById(id));
    tampilkan(pohon, susunan.pindah, baru, berfokus);
    this.saringan.sesudahSusunan(baru.keys());
  }

  // A row that somebody is typing in waits until the cell is closed.
  gambar(id, html) {
    const kotak = document.getElementById(`s${id}`);
    const baris = kotak ? [kotak, ...this.pohon.lanjutan.get(kotak)] : [];
    if (baris.some((satu) => $(".disunting", satu))) {
      this.tertunda.set(id, html);
      return;
    }
    gantiBaris(this.pohon, id, html);
    this.sekitar.lukis(kotak);
    this.laci.segarkan(`s${id}`);
  }

  gambarTertunda() {
    const menunggu = [...this.tertunda];
    this.tertunda.clear();
    for (const [id, html] of menunggu) this.gambar(id, html);
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
