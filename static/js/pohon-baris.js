// Puts rows that the server has drawn anew in place of the old ones: same elements, so that the
// index, the focus and what is open stay as they are.
import { $, $$ } from "./pohon-dom.js";

const TETAP = new Set(["id", "hidden", "aria-expanded", "aria-selected", "data-j"]);

function uraikan(html) {
  const cetakan = document.createElement("template");
  cetakan.innerHTML = `<table>${html}</table>`;
  return cetakan.content;
}

function samakan(lama, baru) {
  const aktif = lama.contains(document.activeElement)
    ? document.activeElement.closest("td")?.cellIndex
    : undefined;
  for (const { name } of [...lama.attributes]) {
    if (!TETAP.has(name) && !baru.hasAttribute(name)) lama.removeAttribute(name);
  }
  const dipilih = lama.classList.contains("dipilih");
  for (const { name, value } of baru.attributes) if (!TETAP.has(name)) lama.setAttribute(name, value);
  lama.classList.toggle("dipilih", dipilih);
  if (!baru.hasAttribute("aria-expanded")) lama.removeAttribute("aria-expanded");
  else if (!lama.hasAttribute("aria-expanded")) lama.setAttribute("aria-expanded", "true");
  const tab = [...lama.cells].findIndex((sel) => sel.tabIndex === 0);
  lama.replaceChildren(...baru.cells);
  return { aktif, tab };
}

export function gantiBaris(pohon, id, html) {
  const kotak = document.getElementById(`s${id}`);
  if (!kotak) return;
  const [kepala, ...lanjutan] = uraikan(html).querySelectorAll("tr");
  const lama = [kotak, ...pohon.lanjutan.get(kotak)];
  const baru = [kepala, ...lanjutan];
  const banyak = lama.length;
  const fokus = baru.map((satu, ke) => {
    if (lama[ke]) return { baris: lama[ke], ...samakan(lama[ke], satu) };
    satu.hidden = kotak.hidden;
    satu.dataset.j = kotak.dataset.j;
    lama[ke - 1].after(satu);
    lama[ke] = satu;
    return { baris: satu };
  });
  for (const lebih of lama.slice(baru.length)) lebih.remove();
  if (banyak !== baru.length) pohon.susun();
  for (const baris of lama) if (baris.dataset.i) pohon.perIndikator.set(baris.dataset.i, baris);
  for (const { baris, aktif, tab } of fokus) {
    if (tab >= 0) pohon.pasangTab(baris.cells[tab]);
    if (aktif !== undefined) baris.cells[aktif].focus({ preventScroll: true });
  }
}

// The shape changed: all rows come anew; what was open, hidden or focused is found again by id.
export function gantiTabel(pohon, html) {
  const tabel = $("table", pohon);
  const tertutup = new Set();
  const dikenal = new Set();
  for (const kotak of pohon.induk.keys()) {
    dikenal.add(kotak.id);
    if (kotak.getAttribute("aria-expanded") === "false") tertutup.add(kotak.id);
  }
  const letak = pohon.sel && { id: pohon.kepala.get(pohon.sel.parentNode)?.id, ke: pohon.sel.cellIndex };
  const berfokus = pohon.contains(document.activeElement);
  for (const lama of $$("tbody", tabel)) lama.remove();
  tabel.append(...uraikan(html).querySelectorAll("tbody"));
  pohon.aktif = null;
  pohon.susun();
  for (const id of tertutup) {
    const kotak = document.getElementById(id);
    if (kotak) pohon.buka(kotak, false, { diam: true });
  }
  pohon.ukurKelompok();
  const kotak = (letak && document.getElementById(letak.id)) || pohon.baris()[0];
  if (!kotak) return dikenal;
  pohon.pasangTab(kotak.cells[letak?.ke ?? 1]);
  if (berfokus) pohon.sel.focus({ preventScroll: true });
  return dikenal;
}
