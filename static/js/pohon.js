// The tree page: puts its parts together. Without this module search, filters, details and forms are
// plain links.
import { $, $$ } from "./pohon-dom.js";
import { KinerjaPohon } from "./pohon-elemen.js";
import { Komentar } from "./pohon-komentar.js";
import { Laci } from "./pohon-laci.js";
import { pasangPenugasan } from "./pohon-penugasan.js";
import { BarisPertama, lanjutkanPertama } from "./pohon-pertama.js";
import { Saringan, pasangLipatan, pasangSaringan } from "./pohon-saring.js";
import { pasangSunting } from "./pohon-sunting.js";

customElements.define("kinerja-pohon", KinerjaPohon);
const pohon = $("kinerja-pohon");
const cari = $("#cari");
const saringan = new Saringan(pohon, cari);
const laci = new Laci(pohon, $("#rinci"), $(".lembar"));

pasangSaringan(saringan);
pasangLipatan($(".lipat"));
new Komentar({ pohon, laci });
pasangPenugasan(laci.laci);
pasangSunting({ pohon, saringan, laci });
const pertama = $("[data-pertama]");
if (pertama) new BarisPertama(pertama);

for (const tombol of $$("[data-sampai]")) {
  tombol.addEventListener("click", () => pohon.sampai(tombol));
}
$("[data-bantu]").addEventListener("click", () => $("#bantuan").showModal());
for (const pilihan of $$("[data-kirim]")) {
  pilihan.addEventListener("change", () => pilihan.form.submit());
}
addEventListener("keydown", (kejadian) => {
  const mengetik = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (kejadian.key !== "/" || mengetik || kejadian.ctrlKey || kejadian.metaKey) return;
  kejadian.preventDefault();
  cari.focus();
  cari.select();
});
// After the browser's own jump to the fragment, which takes the focus away.
addEventListener("load", () => setTimeout(async () => {
  await pohon.keAlamat(location.hash.slice(1));
  lanjutkanPertama(pohon);
}));
