// The editor of the tree page: cells open and close, what was typed goes to the queue, answers are
// drawn. Readers get only the news.
import { $, KARTU, samping, suara } from "./pohon-dom.js";
import { Antrean } from "./pohon-antrean.js";
import { Blok } from "./pohon-blok.js";
import { IsianSel } from "./pohon-isian.js";
import { Kabar } from "./pohon-kabar.js";
import { Keadaan, kalimat } from "./pohon-keadaan.js";
import { kirim } from "./pohon-kirim.js";
import { Konflik } from "./pohon-konflik.js";
import { loncatan } from "./pohon-loncat.js";
import { Pemuat } from "./pohon-muat.js";
import { Perintah } from "./pohon-perintah.js";
import { SaranSel } from "./pohon-saran-sel.js";
import { alasanTetap, isian, judul, kunci, selDari, suntingan } from "./pohon-sel.js";
import { Tunggu } from "./tunggu.js";
import { Urung } from "./pohon-urung.js";

function alamat({ dokumen, tahun, tahap }) {
  const tanya = `?tahun=${tahun}${tahap ? `&tahap=${encodeURIComponent(tahap)}` : ""}`;
  return {
    tanya,
    suntingan: (milik) => `/pohon/${dokumen}/suntingan/${milik}`,
    pembatalan: `/pohon/${dokumen}/pembatalan/${tanya}`,
    baris: `/pohon/${dokumen}/baris/${tanya}`,
    kabar: `/pohon/${dokumen}/kabar/${tanya}`,
    saran: `/pohon/${dokumen}/saran/`,
    cabang: (id, apa) => `/simpul/${id}/${apa}/${tanya}`,
    sel: (op, milik) => (op.indikator ? `/indikator/${op.indikator}/${milik}` : `/simpul/${op.simpul}/${milik}`),
  };
}

export function pasangSunting({ pohon, saringan, laci }) {
  if (!pohon.induk.size) return;
  const menuju = alamat(pohon.dataset);
  if (!$("#simpan")) {
    const pembaca = { pohon, alamat: menuju, saringan, laci, sesudahLukis: () => {} };
    new Pemuat({ pohon, alamat: menuju.baris, kabar: new Kabar(pembaca) });
    return;
  }
  new Penyunting({ pohon, saringan, laci, menuju });
}

class Penyunting {
  constructor({ pohon, saringan, laci, menuju }) {
    const { pengguna, dokumen, tahun } = pohon.dataset;
    Object.assign(this, { pohon, menuju, tahun: Number(tahun) });
    this.antrean = new Antrean({
      tunggu: new Tunggu(pengguna, dokumen),
      tanya: menuju.tanya,
      kirim: (kelompok) => this.kirimKelompok(kelompok),
      boks: (op) => this.boks(op),
    });
    this.keadaan = new Keadaan({
      pohon,
      antrean: this.antrean,
      garis: $("#simpan"),
      tahun: this.tahun,
      tanpaSel: (butir) => this.laporTanpaSel(butir),
    });
    const sesudahLukis = () => {
      this.blok.warnai();
      this.keadaan.lukisSemua();
    };
    this.kabar = new Kabar({ pohon, alamat: menuju, saringan, laci, sesudahLukis });
    new Pemuat({ pohon, alamat: menuju.baris, kabar: this.kabar });
    this.blok = new Blok({ pohon, catat: (daftar, cara) => this.catat(daftar, cara) });
    this.konflik = new Konflik({
      dialog: $("#konflik"),
      pohon,
      letak: (op) => this.letak(op),
      putuskan: (...isi) => this.putuskan(...isi),
    });
    this.urung = new Urung({
      pengguna,
      dokumen,
      urungkan: $("#urungkan"),
      ulangi: $("#ulangi"),
      batalkan: (nomor) => kirim("POST", menuju.pembatalan, { nomor }),
      terima: (isi) => this.kabar.terimaSendiri(isi),
      lapor: (kata) => this.lapor(kata),
      tenang: () => this.antrean.tenang(),
    });
    this.saranSel = new SaranSel({
      pohon,
      alamat: menuju.saran,
      catat: (daftar, cara) => this.catat(daftar, cara),
      tutup: () => this.isian?.akhiri({ simpan: false }),
    });
    this.pasangSusunan(laci);
    this.dengar();
    this.antrean.pulihkan();
  }

  pasangSusunan(laci) {
    const editor = {
      alamat: this.menuju.cabang,
      lapor: (kata) => this.lapor(kata),
      tenang: () => this.antrean.tenang(),
      terima: (isi) => {
        this.kabar.terimaSendiri(isi);
        this.urung.catat(isi.riwayat);
      },
    };
    this.susunan = new Perintah({ pohon: this.pohon, laci, editor, saranSel: this.saranSel });
  }

  dengar() {
    const { antrean, pohon } = this;
    antrean.addEventListener("tersimpan", ({ detail }) => this.sesudahSimpan(detail));
    antrean.addEventListener("ditolak", ({ detail }) => this.sesudahTolak(detail));
    pohon.addEventListener("keydown", (kejadian) => this.tombol(kejadian), { capture: true });
    pohon.addEventListener("click", (kejadian) => this.klik(kejadian), { capture: true });
    pohon.addEventListener("focusin", ({ target }) => this.sebutSebab(target.closest("td")));
    addEventListener("beforeunload", (kejadian) => {
      if (!antrean.ops.length || antrean.tersimpan) return;
      kejadian.preventDefault();
      kejadian.returnValue = ""; // older browsers ask only then
    });
  }

  // --- opening and closing cells ------------------------------------------------------------

  // Answers whether the cell opened; without a way to edit it says why.
  buka(sel, awal) {
    const daftar = isian(sel);
    if (!daftar.length) {
      if ("i" in sel.parentNode.dataset) this.lapor(alasanTetap(sel));
      return false;
    }
    const sebab = this.keadaan.sebab(sel);
    if (sebab && "kini" in sebab.op.galat && awal === undefined) {
      this.konflik.tanya([sebab]);
      return true;
    }
    this.blok.lepas();
    const kotak = this.pohon.kepala.get(sel.parentNode);
    this.isian = new IsianSel({
      sel, daftar, awal,
      judul: $(".nm", kotak).textContent.slice(0, 80),
      tutup: (hasil) => this.tutup(sel, hasil),
    });
    this.saranSel.pasang(this.isian, sel, kotak);
    return true;
  }

  tutup(sel, { ubahan, arah }) {
    this.isian = null;
    const [baris, ke] = [sel.parentNode, sel.cellIndex];
    if (ubahan) {
      const kotak = this.pohon.kepala.get(sel.parentNode);
      const tertahan = (satu) => this.antrean.cari(kunci(suntingan(sel, kotak, satu, "", this.tahun)));
      const ubah = ubahan.filter((satu) => satu.baru !== satu.nilai.trim() || tertahan(satu)?.op.galat);
      if (ubah.length) this.catat(ubah.map((satu) => ({ sel, satu, baru: satu.baru })));
    }
    this.kabar.gambarTertunda();
    this.keadaan.lukisSemua();
    const kini = baris.cells[ke]; // the row may have been drawn anew
    if (arah?.[0] === 1 && this.terakhir(kini)) {
      this.pohon.dispatchEvent(new CustomEvent("saudara-baru", { detail: this.pohon.kepala.get(baris) }));
    } else if (arah) this.pohon.fokus(this.tetangga(kini, arah) ?? kini);
    else if (!ubahan) this.pohon.fokus(kini);
  }

  // The last cell of the last box under its parent: Enter there asks for the next box.
  terakhir(sel) {
    const kotak = this.pohon.kepala.get(sel.parentNode);
    const saudara = this.susunan.susunan.saudara(kotak);
    return !sel.nextElementSibling && saudara[saudara.length - 1] === kotak;
  }

  tetangga(sel, [bawah, kanan]) {
    if (bawah) return this.pohon.tetangga(sel, bawah);
    return samping(sel, kanan);
  }

  klik(kejadian) {
    const sel = kejadian.target.closest("td");
    if (!sel || kejadian.target.closest(".sunting")) return;
    if (kejadian.shiftKey || this.blok.luas) {
      kejadian.stopPropagation();
      return;
    }
    if (kejadian.target.closest("a, .sendi, button") || kejadian.ctrlKey || kejadian.metaKey) return;
    if (!isian(sel).length || (sel !== document.activeElement && !KARTU.matches)) return;
    kejadian.stopPropagation();
    this.buka(sel);
  }

  // --- keys ---------------------------------------------------------------------------------

  tombol(kejadian) {
    const sel = kejadian.target.closest("td");
    if (!sel || kejadian.target.closest(".sunting")) return;
    if (!this.perintah(kejadian, sel) && !this.ketik(kejadian, sel)) {
      if (!kejadian.shiftKey && /^(Arrow|Home|End|Page|Escape)/.test(kejadian.key)) this.blok.lepas();
      return;
    }
    kejadian.preventDefault();
    kejadian.stopPropagation();
  }

  // Keys with a meaning of their own; answers whether this was one.
  perintah(kejadian, sel) {
    const { key } = kejadian;
    if (kejadian.ctrlKey || kejadian.metaKey) return this.denganCtrl(kejadian, sel);
    if (kejadian.altKey) return false;
    if (this.blok.panah(kejadian)) return true;
    if (key === "F2") {
      this.buka(sel); // or says why not
      return true;
    }
    if (key === "Enter") return isian(sel).length > 0 && this.buka(sel);
    if (key === "Delete" || key === "Backspace") {
      this.blok.kosongkan();
      return true;
    }
    return false;
  }

  denganCtrl(kejadian, sel) {
    const huruf = kejadian.key.toLowerCase();
    const tujuan = loncatan(this.pohon, kejadian.key, sel);
    if (tujuan) this.pohon.fokus(tujuan);
    else if (huruf === "z" && !kejadian.shiftKey) this.urung.mundur();
    else if (huruf === "y" || huruf === "z") this.urung.maju();
    else if (huruf === "d") this.blok.isiBawah();
    else return false;
    if (tujuan) this.blok.lepas();
    return true;
  }

  // A letter or digit opens the cell and replaces what stands there.
  ketik(kejadian, sel) {
    const { key } = kejadian;
    if (key.length !== 1 || key === " " || key === "/" || kejadian.ctrlKey || kejadian.altKey || kejadian.metaKey) return false;
    if (key === "+" || key === "-") return false; // open and close
    if (sel.cellIndex === 1 && /^[1-5]$/.test(key)) return false; // open to a level
    return isian(sel).length > 0 && this.buka(sel, sel.dataset.f === "dana" ? undefined : key);
  }

  // --- to the server and back ---------------------------------------------------------------

  catat(daftar, cara) {
    const ops = daftar.map(({ sel, satu, baru }) =>
      suntingan(sel, this.pohon.kepala.get(sel.parentNode), satu, baru, this.tahun),
    );
    this.antrean.masukkan(ops, cara);
  }

  // ``tanya``: year and stage of the page it was typed on, which may have been another visit.
  kirimKelompok({ ops, cara, tanya }) {
    const isi = ops.map(({ galat, ...op }) => op);
    if (isi.length === 1) return kirim("PATCH", this.menuju.sel(isi[0], tanya), isi[0]);
    return kirim("POST", this.menuju.suntingan(tanya), { suntingan: isi, cara });
  }

  sesudahSimpan({ ops, tanya, isi }) {
    if (tanya === this.menuju.tanya) this.kabar.terimaSendiri(isi);
    else this.kabar.tanya(Object.keys(isi.baris ?? {}));
    this.urung.catat(isi.riwayat);
    this.keadaan.tersimpan(ops);
    suara(ops.length > 1 ? `${ops.length} sel tersimpan` : "Tersimpan");
  }

  sesudahTolak({ ops }) {
    const salah = ops.filter((op) => op.galat);
    if (!salah.length) return;
    const bentrok = salah.filter((op) => "kini" in op.galat);
    if (bentrok.length && !this.isian) {
      this.konflik.tanya(this.antrean.ops.filter(({ op }) => bentrok.includes(op)));
      return;
    }
    const [pertama] = salah;
    const sel = this.letak(pertama);
    const nama = sel ? `${judul(this.pohon.kepala.get(sel.parentNode), pertama)}: ` : "";
    this.lapor(`${nama}${kalimat(pertama.galat)}${salah.length > 1 ? ` (dan ${salah.length - 1} sel lain)` : ""}`);
  }

  putuskan(butir, pilihan) {
    if (pilihan === "saya") this.antrean.pakaiMilikSaya(butir);
    else this.lepaskan(butir);
  }

  boks({ simpul, indikator }) {
    if (!indikator) return `s${simpul}`;
    const baris = this.pohon.perIndikator.get(String(indikator));
    return this.pohon.kepala.get(baris)?.id ?? `i${indikator}`;
  }

  letak(op) {
    return selDari(this.pohon, op, this.tahun);
  }

  // The typed text is given up: the row comes anew.
  lepaskan(butir) {
    const sel = this.letak(butir.op);
    const kotak = sel && this.pohon.kepala.get(sel.parentNode);
    this.antrean.buang(butir);
    if (kotak) this.kabar.tanya([kotak.id.slice(1)]);
  }

  // --- what is said -------------------------------------------------------------------------

  sebutSebab(sel) {
    const sebab = sel && this.keadaan.sebab(sel);
    $("#pesan-sel").hidden = true;
    if (sebab) this.lapor(sebab.kalimat, sebab);
  }

  // The row of a refused text is not on this page: deleted, or of another year.
  laporTanpaSel(butir) {
    const { op } = butir;
    this.lapor(`Selnya tidak ada di halaman ini. Ketikan Anda: “${op.baru}”. ${kalimat(op.galat)}`, butir);
  }

  // Says it and keeps it in sight until the next cell; a refused text can be given up here.
  lapor(kata, butir = null) {
    const pesan = $("#pesan-sel");
    $("[data-isi]", pesan).textContent = kata;
    const buang = $("button", pesan);
    buang.hidden = !butir;
    buang.onclick = () => {
      pesan.hidden = true;
      this.lepaskan(butir);
    };
    pesan.hidden = false;
    suara(kata);
  }
}
