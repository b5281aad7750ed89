// The shape changed: rows come, go and move, the others stay the elements they are. The server says
// which boxes are below which (``urutan``, by box, 0: the document), which are new or elsewhere
// (``pindah``), and at which step of "open to" each level shows (``langkah``).
import { $$ } from "./pohon-dom.js";
import { sisipkan, uraikan } from "./pohon-baris.js";

const milik = (pohon, kotak) => [kotak, ...(pohon.lanjutan.get(kotak) ?? [])];

// ``baris``: the drawn rows of changed boxes. Answers what came, by id; ``tampilkan`` comes after the
// other rows have been drawn anew.
export function susunUlang(pohon, { urutan, pindah, langkah }, baris) {
  const baru = barisBaru(urutan, pindah, baris);
  const tujuan = urutkan(pohon, urutan, baru);
  for (const kotak of [...pohon.induk.keys()]) {
    if (!tujuan.has(kotak.id)) milik(pohon, kotak).forEach((satu) => satu.remove());
  }
  const diangkat = new Set(baru.keys());
  for (const id of pindah) angkat(pohon, document.getElementById(`s${id}`), diangkat);
  pasang(pohon, tujuan, baru, diangkat);
  tingkatkan(pohon, tujuan, baru, langkah);
  pohon.susun();
  return baru;
}

// What came or moved is seen when everything above it is open. Focus and the active cell, which go
// with the element, are found again.
export function tampilkan(pohon, pindah, baru, berfokus) {
  const turun = (kotak, ya) => {
    pohon.tampilkan(kotak, ya);
    for (const bawah of pohon.anak.get(kotak)) turun(bawah, ya && pohon.terbuka(kotak));
  };
  for (const id of new Set([...pindah.map((satu) => `s${satu}`), ...baru.keys()])) {
    const kotak = document.getElementById(id);
    if (!kotak) continue;
    if (baru.has(id) && pohon.belum(kotak)) kotak.setAttribute("aria-expanded", "false");
    const atas = pohon.induk.get(kotak);
    turun(kotak, !atas || (!atas.hidden && pohon.terbuka(atas)));
  }
  pohon.ukurKelompok();
  if (!pohon.aktif?.isConnected) pohon.aktif = null;
  if (!pohon.sel?.isConnected) pohon.pasangTab(pohon.baris()[0]?.cells[pohon.sel?.cellIndex > 0 ? pohon.sel.cellIndex : 1]);
  if (berfokus && !pohon.contains(document.activeElement)) pohon.sel?.focus({ preventScroll: true });
}

// Rows of boxes that are not on the page, by id.
function barisBaru(urutan, pindah, baris) {
  const hasil = new Map();
  const calon = new Set([...Object.values(urutan).flat(), ...pindah]);
  for (const id of calon) {
    if (baris[id] === undefined || document.getElementById(`s${id}`)) continue;
    hasil.set(`s${id}`, [...uraikan(baris[id]).querySelectorAll("tr")]);
  }
  return hasil;
}

// The boxes of the page as they will stand, in order: id -> level. Below a box whose rows are not
// loaded nothing is put; the rows come when it is opened.
function urutkan(pohon, urutan, baru) {
  const hasil = new Map();
  const anak = (kotak, id) => {
    if (urutan[id] === undefined) return kotak ? pohon.anak.get(kotak).map((satu) => satu.id) : [];
    if (kotak && pohon.belum(kotak)) return [];
    return urutan[id].map((satu) => `s${satu}`);
  };
  const turun = (id, tingkat) => {
    const kotak = document.getElementById(id);
    if (hasil.has(id) || (!kotak && !baru.has(id))) return;
    hasil.set(id, tingkat);
    for (const satu of anak(kotak, id.slice(1))) turun(satu, tingkat + 1);
  };
  const akar = [...pohon.induk].filter(([, atas]) => !atas).map(([kotak]) => kotak.id);
  for (const id of urutan[0]?.map((satu) => `s${satu}`) ?? akar) turun(id, 1);
  return hasil;
}

// A moved branch leaves its place, to be put down again.
function angkat(pohon, kotak, diangkat) {
  if (!kotak || diangkat.has(kotak.id)) return;
  diangkat.add(kotak.id);
  for (const satu of pohon.anak.get(kotak)) angkat(pohon, satu, diangkat);
}

function pasang(pohon, tujuan, baru, diangkat) {
  const kosong = $$("tbody", pohon)[0];
  let akhir = null;
  let menunggu = [];
  const taruh = () => {
    if (!menunggu.length) return;
    if (akhir) sisipkan(akhir, menunggu);
    else kosong.prepend(...menunggu);
    menunggu = [];
  };
  for (const id of tujuan.keys()) {
    const kotak = document.getElementById(id);
    const baris = baru.get(id) ?? milik(pohon, kotak);
    if (diangkat.has(id)) {
      menunggu.push(...baris);
      continue;
    }
    taruh();
    akhir = baris[baris.length - 1];
  }
  taruh();
  for (const kelompok of $$("tbody", pohon)) if (!kelompok.rows.length && kelompok !== kosong) kelompok.remove();
}

// Levels and steps as they are now; a branch keeps its rows when it gets deeper.
function tingkatkan(pohon, tujuan, baru, langkah) {
  for (const [id, tingkat] of tujuan) {
    const kotak = baru.get(id)?.[0] ?? document.getElementById(id);
    const jenjang = [...kotak.classList].find((kelas) => kelas.startsWith("j-")).slice(2).toUpperCase();
    const j = String(langkah[jenjang] ?? tingkat);
    if (kotak.getAttribute("aria-level") === String(tingkat) && kotak.dataset.j === j) continue;
    for (const satu of baru.get(id) ?? milik(pohon, kotak)) {
      const lama = Math.min(8, Number(satu.getAttribute("aria-level")));
      satu.classList.replace(`lvl-${lama}`, `lvl-${Math.min(8, tingkat)}`);
      satu.setAttribute("aria-level", tingkat);
      satu.dataset.j = j;
    }
  }
}
