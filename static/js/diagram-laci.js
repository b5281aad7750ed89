// A click on a box of the diagram opens its details beside the drawing, as beside the table.
import { $, KARTU } from "./pohon-dom.js";
import { Komentar } from "./pohon-komentar.js";
import { pasangPenugasan } from "./pohon-penugasan.js";
import { Rincian } from "./rincian.js";

export class LaciDiagram extends Rincian {
  constructor(bingkai, laci, lembar) {
    super(laci, lembar);
    bingkai.addEventListener("click", (kejadian) => this.klik(kejadian));
    bingkai.addEventListener("keydown", (kejadian) => {
      if (kejadian.key === "Escape" && !laci.hidden) this.tutup();
    });
    new Komentar({ pohon: bingkai, laci: this });
    pasangPenugasan(laci);
  }

  async klik(kejadian) {
    const kotak = kejadian.target.closest("a.d-kotak");
    if (!kotak || kejadian.defaultPrevented || kejadian.ctrlKey || kejadian.metaKey || kejadian.shiftKey) return;
    kejadian.preventDefault();
    this.tandai(kotak);
    const denganTombol = kejadian.detail === 0; // Enter on the focused box
    if (!(await this.muat(kotak.href.baseVal))) return;
    if (!KARTU.matches) kotak.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (denganTombol || KARTU.matches) this.fokuskan();
  }

  tandai(kotak) {
    this.kotak?.classList.remove("dipilih");
    kotak?.classList.add("dipilih");
    this.kotak = kotak;
  }

  tutup() {
    super.tutup();
    const { kotak } = this;
    this.tandai(null);
    kotak?.focus({ preventScroll: true });
  }
}
