// Which fields propose something, and what taking a proposal fills: an official row gives its code
// and name, and sentence, indicator and unit where the box has none yet.
import { $ } from "./pohon-dom.js";
import { Saran } from "./pohon-saran.js";
import { isian } from "./pohon-sel.js";

const BERNOMENKLATUR = new Set(["PROGRAM", "KEGIATAN", "SUB_KEGIATAN"]);

const jenjang = (kotak) => [...kotak.classList].find((k) => k.startsWith("j-")).slice(2).toUpperCase();
const kode = (kotak) => (kotak && kotak.dataset.i !== undefined ? $("td.kode", kotak).textContent.trim() : "");

export class SaranSel {
  constructor({ pohon, alamat, catat, tutup }) {
    Object.assign(this, { pohon, dasar: alamat, catat, tutup });
  }

  alamat(medan, tingkat, induk) {
    const milik = BERNOMENKLATUR.has(induk && jenjang(induk)) ? kode(induk) : "";
    const tanya = new URLSearchParams({ medan, jenjang: tingkat, induk: milik });
    return (teks) => `${this.dasar}?${tanya}&cari=${encodeURIComponent(teks)}`;
  }

  // Fields of an open cell.
  pasang(isianSel, sel, kotak) {
    for (const kolom of isianSel.kolom) {
      const { medan } = kolom.dataset;
      if (medan === "satuan") {
        new Saran({ kolom, alamat: this.alamat(medan, "", null), pilih: (satu) => this.tulis(kolom, satu.satuan) });
      } else if ((medan === "kode" || medan === "nama") && BERNOMENKLATUR.has(jenjang(kotak))) {
        const alamat = this.alamat(medan, jenjang(kotak), this.pohon.induk.get(kotak));
        new Saran({ kolom, alamat, pilih: (satu) => this.pakai(kotak, satu) });
      }
    }
  }

  // The field of a box that is not there yet.
  pasangBaru(kolom, tingkat, induk, pilih) {
    if (BERNOMENKLATUR.has(tingkat)) new Saran({ kolom, alamat: this.alamat("nama", tingkat, induk), pilih });
  }

  tulis(kolom, teks) {
    kolom.value = teks;
    kolom.setSelectionRange(teks.length, teks.length);
  }

  pakai(kotak, satu) {
    this.tutup();
    this.isi(kotak, satu);
  }

  isi(kotak, satu) {
    const [kolomKode, uraian, ind, sat] = kotak.cells;
    const kosong = kotak.dataset.i === "";
    const daftar = [
      ...this.ubah(kolomKode, "kode", satu.kode, true),
      ...this.ubah(uraian, "nama", satu.nama, true),
      ...this.ubah(uraian, "kinerja", satu.kinerja, false),
      ...(kosong && satu.indikator ? this.ubah(ind, "teks", satu.indikator, true) : []),
      ...(kosong && satu.indikator ? this.ubah(sat, "satuan", satu.satuan, true) : []),
    ];
    if (daftar.length) this.catat(daftar, "nomenklatur");
  }

  // What stands there already is kept unless the official text takes its place.
  ubah(sel, medan, baru, ganti) {
    const satu = isian(sel).find((butir) => butir.medan === medan);
    if (!satu || !baru || satu.nilai.trim() === baru.trim() || (satu.nilai.trim() && !ganti)) return [];
    return [{ sel, satu, baru: baru.trim() }];
  }
}
