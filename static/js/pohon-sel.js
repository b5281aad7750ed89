// What a cell of the tree holds: its fields, their text as typed, whom they belong to. The marks
// come from kinerja/baris.py (data-i, data-f, data-m, data-s, data-d, data-l, data-nomor).
import { $, $$ } from "./pohon-dom.js";

const NAMA = {
  kode: "Kode",
  nomor: "Nomor tercetak",
  nama: "Nama",
  kinerja: "Kalimat kinerja",
  peran: "Peran",
  teks: "Indikator",
  satuan: "Satuan",
  target: "Target",
  pagu: "Pagu",
  klaim: "Pagu tertulis",
};
const BERKODE = ["j-program", "j-kegiatan", "j-sub_kegiatan"];
const BERTAHUN = new Set(["target", "pagu", "klaim"]);
const PANJANG = new Set(["nama", "kinerja", "teks"]);

const berkode = (sel) => BERKODE.some((kelas) => sel.parentNode.classList.contains(kelas));
const teks = (unsur) => unsur?.textContent ?? "";
const lanjutan = (sel) => sel.parentNode.classList.contains("lanjutan");

// The printed text of a value cell: without the invitation to fill it.
function tercetak(sel) {
  if ($("i", sel)) return "";
  return sel.classList.contains("pagu") ? teks($(".v", sel)) : sel.textContent;
}

function dua(sel, utama, kedua, isi) {
  const urut = sel.dataset.f === kedua ? [kedua, utama] : [utama, kedua];
  return urut.filter((medan) => isi[medan] || medan === urut[0] || berkode(sel)).map((medan) => ({
    medan,
    nilai: isi[medan] ?? "",
  }));
}

const PEMBACA = {
  kode(sel) {
    const nomor = sel.dataset.f === "nomor";
    const isi = nomor
      ? { nomor: sel.textContent }
      : { kode: sel.textContent, nomor: sel.dataset.nomor };
    return dua(sel, "kode", "nomor", isi);
  },
  uraian(sel) {
    const utama = teks($(".nm", sel));
    const isi = sel.dataset.f === "kinerja"
      ? { kinerja: utama }
      : { nama: utama, kinerja: teks($(".ur", sel)) };
    return dua(sel, "nama", "kinerja", isi);
  },
  ind: (sel) => [{ medan: "teks", nilai: teks($(".indt", sel)) }],
  sat: (sel) => [{ medan: "satuan", nilai: sel.textContent }],
  peran: (sel) => [{ medan: "peran", nilai: sel.textContent, pilihan: peran(sel) }],
  pagu(sel) {
    const medan = sel.dataset.f;
    if (medan === "dana") return dana(sel);
    if (medan !== "pagu" && medan !== "klaim") return [];
    const cetak = medan === "pagu" ? tercetak(sel) : "";
    return [{ medan, nilai: sel.dataset.m ?? cetak }];
  },
  n: (sel) => [{ medan: "target", nilai: sel.dataset.m ?? tercetak(sel) }],
};

// The words of roles, which the page names.
const peran = (sel) => ["", ...JSON.parse(sel.closest("kinerja-pohon").dataset.peran ?? "[]")];

// Several sources of money in one year: a field for each.
function dana(sel) {
  return JSON.parse(sel.dataset.d).map(([sumber_dana, nilai]) => ({
    medan: "pagu", nilai, sumber_dana, label: `Pagu ${sumber_dana || "tanpa sumber dana"}`,
  }));
}

const jenisSel = (sel) => Object.keys(PEMBACA).find((kelas) => sel.classList.contains(kelas));

// The fields of a cell, the one that typing and pasting mean first; [] when it is only read.
export function isian(sel) {
  const jenis = jenisSel(sel);
  if (!("i" in sel.parentNode.dataset) || !jenis) return [];
  if (lanjutan(sel) && ["kode", "uraian", "pagu", "peran"].includes(jenis)) return [];
  const daftar = PEMBACA[jenis](sel).map((satu) => ({ label: NAMA[satu.medan], ...satu }));
  return hanyaAngka(sel) ? daftar.filter(({ medan }) => angka(sel, medan)) : daftar;
}

// The one field that a block of cells means; none where a cell holds several of a kind.
export const isianBlok = (sel) => (sel.dataset.f === "dana" ? undefined : isian(sel)[0]);

// An approved document: numbers only, and no first indicator.
const hanyaAngka = (sel) => "hanyaAngka" in sel.closest("kinerja-pohon").dataset;
const angka = (sel, medan) => BERTAHUN.has(medan) && (medan !== "target" || sel.parentNode.dataset.i !== "");

export const panjang = (medan) => PANJANG.has(medan);

// Why a cell of somebody who may edit takes nothing here.
export function alasanTetap(sel) {
  if (!("i" in sel.parentNode.dataset)) return "Baris ini hanya dapat dibaca.";
  if (hanyaAngka(sel)) return "Terkunci karena dokumen sudah disetujui. Target dan pagu tetap dapat diisi; yang lain diubah dengan membuka perubahan di halaman Status.";
  return "Sel ini tidak diisi di sini.";
}

// One edited field as it is sent; ``tahun`` is the year of the page.
export function suntingan(sel, kotak, { medan, nilai, sumber_dana }, baru, tahun) {
  const milikIndikator = ["teks", "satuan", "target"].includes(medan);
  const { i } = sel.parentNode.dataset;
  const hasil = { medan, lama: nilai, baru };
  if (milikIndikator && i) hasil.indikator = Number(i);
  else hasil.simpul = Number(kotak.id.slice(1));
  if (BERTAHUN.has(medan)) hasil.tahun = medan === "target" ? Number(sel.dataset.l) : tahun;
  if (medan === "pagu") hasil.sumber_dana = sumber_dana ?? sel.dataset.s ?? "";
  return hasil;
}

// Names one field of one row, whatever was typed into it.
export function kunci({ simpul, indikator, medan, tahun = "", sumber_dana = "" }) {
  return [indikator ? `i${indikator}` : `s${simpul}`, medan, tahun, sumber_dana].join(":");
}

// The cell in which an edited field stands now; null when its row is gone.
export function selDari(pohon, op, tahunHalaman) {
  const baris = op.indikator
    ? pohon.perIndikator.get(String(op.indikator))
    : document.getElementById(`s${op.simpul}`);
  if (!baris) return null;
  if (op.medan === "target") return $(`td.n[data-l="${op.tahun}"]`, baris);
  if (BERTAHUN.has(op.medan)) return op.tahun === tahunHalaman ? $("td.pagu", baris) : null;
  const kelas = { kode: "kode", nomor: "kode", nama: "uraian", kinerja: "uraian", teks: "ind", peran: "peran" };
  return $(`td.${kelas[op.medan] ?? "sat"}`, baris);
}

// Shows what was typed before the server has drawn it.
export function lukis(sel, { medan, baru, sumber_dana }) {
  if (medan === "nama" || medan === "kinerja") return lukisUraian(sel, medan, baru);
  if (medan === "teks") {
    sel.replaceChildren(bagian("indt", baru));
  } else if (medan === "nomor" && sel.dataset.f !== "nomor") {
    sel.dataset.nomor = baru;
  } else if (medan === "pagu" || medan === "klaim") {
    lukisUang(sel, medan, baru, sumber_dana);
  } else {
    if (medan === "target") sel.dataset.m = baru;
    sel.textContent = baru;
  }
  return undefined;
}

function lukisUraian(sel, medan, baru) {
  const utama = (sel.dataset.f ?? "nama") === medan;
  const ada = $(utama ? ".nm" : ".ur", sel);
  if (ada) ada.textContent = baru;
  else $(".teks", sel).append(bagian("ur", baru));
}

const bagian = (className, textContent) =>
  Object.assign(document.createElement("span"), { className, textContent });

// A pagu is the whole cell; a claim stands below the sum.
function lukisUang(sel, medan, baru, sumber_dana) {
  if (sel.dataset.f === "dana") {
    const isi = JSON.parse(sel.dataset.d).map(([nama, nilai]) => [nama, nama === sumber_dana ? baru : nilai]);
    sel.dataset.d = JSON.stringify(isi); // the sum above waits for the server
    return;
  }
  sel.dataset.m = baru;
  if (medan === "pagu") {
    sel.replaceChildren(bagian("v", baru));
    return;
  }
  for (const lama of $$(".beda", sel)) if (lama.textContent.startsWith("tertulis ")) lama.remove();
  if (baru) sel.append(bagian("beda", `tertulis ${baru}`));
}

// "Target 2025, Penyediaan Permakanan"
export function judul(kotak, op) {
  const nama = teks($(".nm", kotak)).slice(0, 80);
  return `${NAMA[op.medan]}${op.tahun ? ` ${op.tahun}` : ""}, ${nama}`;
}
