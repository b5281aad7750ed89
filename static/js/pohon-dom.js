// Small things that all modules of the tree page share.
export const $ = (selektor, akar = document) => akar.querySelector(selektor);
export const $$ = (selektor, akar = document) => [...akar.querySelectorAll(selektor)];
export const KARTU = matchMedia("(max-width: 860px)");

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
