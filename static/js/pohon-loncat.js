import { $, tampak } from "./pohon-dom.js";

// Ctrl and an arrow: to the edge of the filled or of the empty cells, as spreadsheets do.
export function loncatan(pohon, key, sel) {
  const arah = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[key];
  if (!arah) return null;
  const baris = pohon.baris();
  const kolom = [...sel.parentNode.cells].filter(tampak).map((s) => s.cellIndex);
  const di = (y, x) => baris[y]?.cells[kolom[x]];
  const isi = (s) => Boolean(s && s.textContent.trim() && !$("i", s));
  let [y, x] = [baris.indexOf(sel.parentNode) + arah[0], kolom.indexOf(sel.cellIndex) + arah[1]];
  if (!di(y, x)) return sel;
  const berisi = isi(di(y, x)) && isi(sel);
  while (di(y + arah[0], x + arah[1])) {
    if (berisi ? !isi(di(y + arah[0], x + arah[1])) : isi(di(y, x))) break;
    y += arah[0];
    x += arah[1];
  }
  return di(y, x);
}
