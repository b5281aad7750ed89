// Blocks of cells as spreadsheets put them on the clipboard: rows by line, cells by tab; a cell with
// a tab, a line break or a quotation mark stands in quotation marks.
const PERLU_KUTIP = /[\t\n\r"]/;

export function tulisTsv(baris) {
  const sel = (teks) => (PERLU_KUTIP.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks);
  return baris.map((satu) => satu.map(sel).join("\t")).join("\r\n");
}

export function bacaTsv(teks) {
  const hasil = [];
  let baris = [];
  const pola = /(?:"((?:[^"]|"")*)"(?=[\t\n\r]|$)|([^\t\n\r]*))(\t|\r\n|\n|\r|$)/y;
  for (;;) {
    const awal = pola.lastIndex;
    const cocok = pola.exec(teks);
    baris.push(cocok[1] === undefined ? cocok[2] : cocok[1].replaceAll('""', '"'));
    if (cocok[3] === "\t") continue;
    hasil.push(baris);
    baris = [];
    if (pola.lastIndex >= teks.length || pola.lastIndex === awal) break;
  }
  return hasil;
}
