// Small things that all modules of the tree page share.
export const $ = (selektor, akar = document) => akar.querySelector(selektor);
export const $$ = (selektor, akar = document) => [...akar.querySelectorAll(selektor)];
export const KARTU = matchMedia("(max-width: 860px)");

// A cell whose column the reader has not left out of the table.
export function tampak(sel) {
  return getComputedStyle(sel.closest("table").tHead.rows[0].cells[sel.cellIndex]).display !== "none";
}

// The next cell of the row to the right (1) or the left (-1) that is shown.
export function samping(sel, arah) {
  const { cells } = sel.parentNode;
  for (let ke = sel.cellIndex + arah; cells[ke]; ke += arah) if (tampak(cells[ke])) return cells[ke];
  return undefined;
}

export const kecil = (teks) => teks.toLocaleLowerCase("id");

// Said by screen readers. The same words twice would be silent: a second one gets a hard space.
export function suara(teks) {
  const tempat = $("#suara");
  tempat.textContent = tempat.textContent === teks ? `${teks}\u00a0` : teks;
}

export function elemen(nama, isi = {}, ...anak) {
  const baru = Object.assign(document.createElement(nama), isi);
  baru.append(...anak);
  return baru;
}
