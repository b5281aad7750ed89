// Comments in the drawer: sent without leaving the tree. What could not be sent stays in its form
// with the reason; what nobody expects is left to the form itself, and the page of the box answers.
import { $, elemen, suara } from "./pohon-dom.js";
import { tanda } from "./pohon-kirim.js";

const DIKIRIM = {
  balasan: "Balasan dikirim", penyelesaian: "Komentar diselesaikan", pembukaan: "Komentar dibuka lagi",
};
const GAGAL = {
  0: "Sambungan terputus. Tulisan Anda tetap di sini; kirim lagi sesudah tersambung.",
  401: "Sesi Anda berakhir. Masuk lagi di tab lain, lalu kirim lagi; tulisan Anda tetap di sini.",
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
    addEventListener("beforeunload", (kejadian) => {
      if ([...this.draf.values()].some((teks) => teks.trim())) kejadian.preventDefault();
    });
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
    const body = new FormData(form);
    body.delete("csrfmiddlewaretoken"); // older than the cookie after a new login
    const headers = { "X-Requested-With": "fetch", "X-CSRFToken": tanda() };
    const jawaban = await fetch(form.action, { method: "POST", body, headers }).catch(() => null);
    const status = jawaban?.status ?? 0;
    if (status in GAGAL) {
      this.lapor(form, GAGAL[status]);
      return;
    }
    if (![200, 422].includes(status)) {
      this.draf.clear();
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

  lapor(form, kata) {
    $("[role=alert]", form)?.remove();
    form.prepend(elemen("p", { className: "pesan pesan--error", role: "alert", textContent: kata }));
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
