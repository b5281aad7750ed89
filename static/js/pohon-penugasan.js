// Who answers for a box, in the drawer: sent without leaving the tree. What nobody expects is left
// to the form itself, and the page of the box answers.
import { $, suara } from "./pohon-dom.js";
import { tanda } from "./pohon-kirim.js";

export function pasangPenugasan(wadah) {
  wadah.addEventListener("submit", async (kejadian) => {
    const form = kejadian.target;
    if (!form.closest("#penugasan")) return;
    kejadian.preventDefault();
    const body = new FormData(form);
    body.delete("csrfmiddlewaretoken"); // older than the cookie after a new login
    const headers = { "X-Requested-With": "fetch", "X-CSRFToken": tanda() };
    const jawaban = await fetch(form.action, { method: "POST", body, headers }).catch(() => null);
    if (![200, 422].includes(jawaban?.status)) {
      form.submit();
      return;
    }
    const html = await jawaban.text();
    if (!form.isConnected) return; // another box is shown by now
    $("#penugasan", wadah).outerHTML = html;
    const salah = $("#penugasan [role=alert]", wadah);
    suara(salah ? salah.textContent : "Penugasan disimpan");
    $("#penugasan", wadah).focus();
  });
}
