// Behaviour of the frame around every page: theme button, menus, focus on the error summary.
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
document.querySelector(".ringkasan-galat")?.focus();
