// The drawer follows the table: the box that is asked for, then the one that is chosen.
import { $, KARTU } from "./pohon-dom.js";
import { Rincian } from "./rincian.js";

export class Laci extends Rincian {
  constructor(pohon, laci, lembar) {
    super(laci, lembar);
    this.pohon = pohon;
    pohon.addEventListener("rincian", ({ detail }) => {
      if (detail.tukar && !laci.hidden) this.tutup();
      else this.buka(detail.kotak, detail);
    });
    pohon.addEventListener("pilih", ({ detail }) => {
      if (!laci.hidden && !KARTU.matches) this.buka(detail, { pindahFokus: false });
    });
    pohon.addEventListener("tutup-rincian", () => {
      if (!laci.hidden) this.tutup();
    });
  }

  async buka(kotak, { pindahFokus, ulang = false }) {
    if (!(await this.muat($(".nm", kotak).href, { ulang }))) return;
    if (!KARTU.matches) keTampak(kotak.cells[1]);
    if (pindahFokus) this.fokuskan();
  }

  // The box was changed: what stands beside it is old, unless somebody is reading in there.
  segarkan(id) {
    if (this.laci.hidden || this.pohon.aktif?.id !== id) return;
    if (!this.laci.contains(document.activeElement)) this.buka(this.pohon.aktif, { ulang: true });
  }

  tutup() {
    const { pohon } = this;
    super.tutup();
    pohon.sel?.focus({ preventScroll: KARTU.matches });
    if (pohon.sel && !KARTU.matches) keTampak(pohon.sel);
  }
}

// The table gets narrower or wider and its rows higher or lower: shown again once they stand.
function keTampak(sel) {
  const gulir = () => sel.scrollIntoView({ block: "nearest", inline: "nearest" });
  requestAnimationFrame(() => {
    gulir();
    requestAnimationFrame(gulir); // rows that were skipped until now have their real height
  });
}
