// Comments in the drawer: sent without leaving the tree. Without this module, and whenever a
// request fails, the forms are sent as forms and the page of the box answers.
import { $, suara } from "./pohon-dom.js";

const DIKIRIM = {
  balasan: "Balasan dikirim", penyelesaian: "Komentar diselesaikan", pembukaan: "Komentar dibuka lagi",
};

export class Komentar {
  constructor({ pohon, laci }) {
    Object.assign(this, { pohon, laci, wadah: laci.laci, draf: new Map() });
    this.wadah.addEventListener("submit", (kejadian) => this.kirim(kejadian));
    this.wadah.addEventListener("input", ({ target }) => {
      if (target.matches(".tulis textarea")) this.draf.set(target.form.action, target.value);
    });
    this.wadah.addEventListener("terisi", () => this.pulihkan());
    pohon.addEventListener("click", (kejadian) => this.buka(kejadian));
  }

  // The count behind a name: the drawer at the comments of that box.
  async buka(kejadian) {
    const hitungan = kejadian.target.closest(".kmt");
    if (!hitungan || kejadian.ctrlKey || kejadian.metaKey || kejadian.shiftKey) return;
    kejadian.preventDefault();
    await this.laci.buka(this.pohon.kepala.get(hitungan.closest("tr")), { pindahFokus: false });
    const komentar = $("#komentar", this.wadah);
    komentar?.scrollIntoView({ block: "start" });
    komentar?.focus({ preventScroll: true });
  }

  async kirim(kejadian) {
    const form = kejadian.target;
    if (!form.closest("#komentar")) return;
    kejadian.preventDefault();
    const isi = { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" } };
    const jawaban = await fetch(form.action, isi).catch(() => null);
    if (!jawaban || ![200, 422].includes(jawaban.status)) {
      form.submit();
      return;
    }
    const html = await jawaban.text();
    if (jawaban.ok) this.draf.delete(form.action);
    if (!form.isConnected) return; // another box is shown by now
    $("#komentar", this.wadah).outerHTML = html;
    this.pulihkan();
    const salah = $("[role=alert]", this.wadah);
    suara(salah ? salah.textContent : DIKIRIM[form.action.split("/").at(-2)] ?? "Komentar dikirim");
    const tujuan = $(".tulis [aria-invalid]", this.wadah) ?? $("#komentar", this.wadah);
    tujuan.focus();
    if (jawaban.ok) this.pohon.dispatchEvent(new CustomEvent("komentar"));
  }

  // What was typed and not sent stands in its form again, however often the drawer is drawn.
  pulihkan() {
    for (const form of this.wadah.querySelectorAll(".tulis")) {
      const draf = this.draf.get(form.action);
      if (!draf || form.elements.teks.value) continue;
      form.elements.teks.value = draf;
      if (form.closest("details")) form.closest("details").open = true;
    }
  }
}
