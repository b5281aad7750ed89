// Puts rows that the server has drawn anew in place of the old ones: same elements, so that the
// index, the focus and what is open stay as they are.
import { $, $$ } from "./pohon-dom.js";

const TETAP = new Set(["id", "hidden", "aria-expanded", "aria-selected", "data-j"]);

export function uraikan(html) {
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

const PER_KELOMPOK = 40; // as the server groups them: content-visibility works per <tbody>

// Rows after another one. Many rows become groups of their own and cut the group that they come into.
export function sisipkan(setelah, baris) {
  const kelompok = setelah.parentNode;
  if (kelompok.rows.length + baris.length <= 1.5 * PER_KELOMPOK) {
    setelah.after(...baris);
    return;
  }
  const ikut = new Set(baris); // some may come from further down the same group
  const sisa = [...kelompok.rows].slice(setelah.sectionRowIndex + 1).filter((satu) => !ikut.has(satu));
  let akhir = kelompok;
  for (const isi of [...perKelompok(baris), sisa]) {
    if (!isi.length) continue;
    const baru = kelompok.cloneNode(false);
    baru.append(...isi);
    akhir.after(baru);
    akhir = baru;
  }
}

function perKelompok(baris) {
  const hasil = [];
  for (const satu of baris) {
    const akhir = hasil[hasil.length - 1];
    const lanjut = satu.classList.contains("lanjutan");
    if (akhir && (akhir.length < PER_KELOMPOK || lanjut)) akhir.push(satu);
    else hasil.push([satu]);
  }
  return hasil;
}

// Branches that the page started without: hidden and closed, until somebody opens them. Rows that
// are here already (somebody moved them here) stay; the others come where they belong.
export function susulkan(pohon, html) {
  for (const cabang of uraikan(html).querySelectorAll("tbody")) {
    const kotak = document.getElementById(`s${cabang.dataset.di}`);
    if (kotak) susulkanCabang(pohon, kotak, [...cabang.rows]);
  }
  pohon.susun();
  pohon.ukurKelompok();
}

function susulkanCabang(pohon, kotak, baris) {
  let akhir = [kotak, ...pohon.lanjutan.get(kotak)].slice(-1)[0];
  let baru = [];
  let ada = false;
  const taruh = () => {
    if (baru.length) sisipkan(akhir, baru);
    baru = [];
  };
  for (const satu of baris) {
    if (satu.id) ada = document.getElementById(satu.id);
    if (ada && satu.id) {
      taruh();
      akhir = [ada, ...pohon.lanjutan.get(ada)].slice(-1)[0];
    }
    if (ada) continue;
    satu.hidden = true;
    if (satu.hasAttribute("aria-expanded")) satu.setAttribute("aria-expanded", "false");
    baru.push(satu);
  }
  taruh();
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
  const { sebagian } = pohon;
  pohon.sebagian = 0; // all rows come
  const letak = pohon.sel && { id: pohon.kepala.get(pohon.sel.parentNode)?.id, ke: pohon.sel.cellIndex };
  const berfokus = pohon.contains(document.activeElement);
  for (const lama of $$("tbody", tabel)) lama.remove();
  tabel.append(...uraikan(html).querySelectorAll("tbody"));
  pohon.aktif = null;
  pohon.susun();
  for (const kotak of pohon.induk.keys()) {
    const baru = sebagian && !dikenal.has(kotak.id);
    if (baru || tertutup.has(kotak.id)) pohon.buka(kotak, false, { diam: true });
  }
  pohon.ukurKelompok();
  const kotak = (letak && document.getElementById(letak.id)) || pohon.baris()[0];
  if (!kotak) return dikenal;
  pohon.pasangTab(kotak.cells[letak?.ke ?? 1]);
  if (berfokus) pohon.sel.focus({ preventScroll: true });
  return dikenal;
}
