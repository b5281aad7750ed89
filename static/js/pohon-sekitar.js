// What stands around the document: who else is here, and how many comments of each box are open.
// The server lays the counts over the rows of a page; rows that are drawn anew get them here.
import { $, elemen } from "./pohon-dom.js";

const KOMENTAR = "KOMENTAR";

export class Sekitar {
  constructor(pohon, saringan) {
    Object.assign(this, { pohon, saringan, tempat: $("#sekitar") });
    this.tanda = this.tempat.dataset.tanda;
    this.komentar = JSON.parse(this.tempat.dataset.komentar);
  }

  terima({ tanda, html, komentar }) {
    if (tanda === this.tanda) return;
    Object.assign(this, { tanda, komentar });
    this.tempat.innerHTML = html;
    this.lukisSemua();
    if (this.saringan.kode.has(KOMENTAR) && !Object.keys(komentar).length) this.saringan.tukar(KOMENTAR);
    else this.saringan.tandai();
  }

  lukisSemua() {
    for (const kotak of this.pohon.induk.keys()) this.lukis(kotak);
  }

  lukis(kotak) {
    const banyak = this.komentar[kotak?.id.slice(1)];
    const ada = kotak && $(".kmt", kotak);
    if (!banyak) ada?.remove();
    else if (ada?.textContent !== String(banyak)) {
      ada?.remove();
      const nama = $(".nm", kotak);
      const isi = { className: "kmt", href: `${nama.href}#komentar`, textContent: banyak };
      nama.after(" ", elemen("a", { ...isi, ariaLabel: `${banyak} komentar terbuka` }));
    }
  }
}
