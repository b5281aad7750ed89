// Behaviour of the frame around every page: theme button, menus, focus on the error summary, the
// question before typed text that waits in this browser is thrown away at logout.
import { banyakTunggu, buangLangkah, buangTunggu } from "./tunggu.js";

const akar = document.documentElement;

function gantiTema() {
  const lembar = document.getElementById("lembar-gelap");
  const baru = matchMedia(lembar.media).matches ? "terang" : "gelap";
  akar.dataset.theme = baru;
  lembar.media = baru === "gelap" ? "screen" : "not all";
  try {
    localStorage.setItem("tema", baru);
  } catch {
    // Private windows may refuse storage; the choice then lasts for this page.
  }
}

function tutupMenu(kecuali) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== kecuali) menu.open = false;
  }
}

document.addEventListener("click", (kejadian) => {
  if (kejadian.target.closest("[data-ganti-tema]")) gantiTema();
  tutupMenu(kejadian.target.closest("details.menu"));
});
document.addEventListener("keydown", (kejadian) => {
  const menu = kejadian.key === "Escape" && kejadian.target.closest?.("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.querySelector("[data-keluar]")?.addEventListener("submit", (kejadian) => {
  const pengguna = kejadian.target.dataset.keluar;
  const banyak = banyakTunggu(pengguna);
  const tanya = `${banyak} ketikan Anda belum terkirim dan hilang bila Anda keluar. Tetap keluar?`;
  if (banyak && !confirm(tanya)) {
    kejadian.preventDefault();
    return;
  }
  if (banyak) buangTunggu(pengguna);
  buangLangkah(pengguna);
});
document.querySelector(".ringkasan-galat")?.focus();
