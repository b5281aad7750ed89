// The shape of the tree: moving, adding, copying and deleting branches. The server decides; here
// stands where a branch would go, and what is said about it.
import { $, suara } from "./pohon-dom.js";
import { kirim } from "./pohon-kirim.js";

const TANPA_SAMBUNGAN = "Susunan belum dapat diubah: tunggu sampai ketikan Anda terkirim.";

export const nama = (kotak) => $(".nm", kotak).textContent.slice(0, 60);
export const AKHIR = "akhir"; // after the last child, whether or not its row is here
const nomor = (kotak) => (kotak ? Number(kotak.id.slice(1)) : null);

export class Susunan {
  // ``tenang()``, ``terima(isi)``, ``lapor(kata)``, ``alamat(id, apa)``: of the editor.
  constructor({ pohon, aturan, editor }) {
    Object.assign(this, { pohon, aturan, editor, dialog: $("#hapuskan") });
  }

  dapat(kotak) {
    return Boolean(kotak) && "i" in kotak.dataset && !("hanyaAngka" in this.pohon.dataset);
  }

  saudara(kotak) {
    const induk = this.pohon.induk.get(kotak);
    if (induk) return this.pohon.anak.get(induk);
    return [...this.pohon.induk.keys()].filter((satu) => !this.pohon.induk.get(satu));
  }

  anakAkhir(kotak, induk) {
    const anak = induk ? this.pohon.anak.get(induk) : this.saudara([...this.pohon.induk.keys()][0]);
    return anak.filter((satu) => satu !== kotak).slice(-1)[0] ?? null;
  }

  cabang(kotak) {
    return [kotak, ...this.pohon.anak.get(kotak).flatMap((satu) => this.cabang(satu))];
  }

  // Up and down among siblings, left out of the parent, right into the sibling above.
  geser(kotak, arah) {
    const tempat = this.tempat(kotak, arah);
    return tempat ? this.pindah(kotak, tempat.induk, tempat.setelah) : suara("Sudah di ujung");
  }

  // Where an arrow leads; null at the edge.
  tempat(kotak, arah) {
    const { induk: atas } = this.pohon;
    const saudara = this.saudara(kotak);
    const ke = saudara.indexOf(kotak);
    const induk = atas.get(kotak) ?? null;
    if (arah === "ArrowUp" && ke > 0) return { induk, setelah: saudara[ke - 2] ?? null };
    if (arah === "ArrowDown" && ke < saudara.length - 1) return { induk, setelah: saudara[ke + 1] };
    if (arah === "ArrowLeft" && induk) return { induk: atas.get(induk) ?? null, setelah: induk };
    if (arah === "ArrowRight" && ke > 0) return { induk: saudara[ke - 1], setelah: AKHIR };
    return null;
  }

  // Under ``induk`` (null: the document), after ``setelah`` (null: first, AKHIR: last).
  async pindah(kotak, induk, setelah) {
    if (!this.aturan.boleh(this.aturan.jenjang(kotak), induk ?? null)) {
      this.editor.lapor(this.aturan.kalimat(this.aturan.jenjang(kotak)));
      return;
    }
    if (induk && !(await this.pohon.muat(induk))) return;
    [kotak, induk] = [this.pohon.kini(kotak), this.pohon.kini(induk)];
    if (setelah !== AKHIR) setelah = this.pohon.kini(setelah);
    const { id } = kotak;
    const kolom = this.pohon.sel?.cellIndex ?? 1;
    const sebutan = nama(kotak);
    const isi = { induk: nomor(induk), setelah: nomor(setelah === AKHIR ? this.anakAkhir(kotak, induk) : setelah) };
    if (!(await this.lakukan(nomor(kotak), "letak", isi))) return;
    const baru = document.getElementById(id);
    this.keKotak(baru, kolom);
    const saudara = this.saudara(baru);
    const di = this.pohon.induk.get(baru);
    const tempat = di ? `di bawah “${nama(di)}”` : "langsung di bawah dokumen";
    suara(`“${sebutan}” dipindahkan ${tempat}, urutan ${saudara.indexOf(baru) + 1} dari ${saudara.length}`);
  }

  async gandakan(kotak) {
    const isi = await this.lakukan(nomor(kotak), "penggandaan", {});
    if (!isi) return;
    this.keKotak(document.getElementById(`s${isi.kotak[0]}`));
    this.editor.lapor("Cabang digandakan tanpa pagu; kode kotak teratasnya dikosongkan.");
  }

  async hapus(kotak) {
    const { status, isi } = await kirim("GET", this.editor.alamat(nomor(kotak), "cabang"));
    if (status !== 200) {
      this.editor.lapor(isi.pesan ?? TANPA_SAMBUNGAN);
      return;
    }
    const ikut = isi.hitungan.length ? ` beserta ${isi.hitungan.join(", ")}` : "";
    $('[data-isi="apa"]', this.dialog).textContent = `“${nama(kotak)}”${ikut}.`;
    const baris = [...isi.kaitan, ...isi.contoh, ...(isi.sisa > 0 ? [`dan ${isi.sisa} lagi`] : [])];
    $("[data-daftar]", this.dialog).replaceChildren(
      ...baris.map((textContent) => Object.assign(document.createElement("li"), { textContent })),
    );
    this.dialog.returnValue = "";
    this.dialog.onclose = () => this.sesudahTanya(kotak);
    this.dialog.showModal();
  }

  async sesudahTanya(kotak) {
    const tinggal = this.saudara(kotak).find((satu) => satu !== kotak) ?? this.pohon.induk.get(kotak);
    const id = tinggal?.id;
    if (this.dialog.returnValue !== "hapus") {
      this.pohon.sel?.focus({ preventScroll: true });
      return;
    }
    const sebutan = nama(kotak);
    if (!(await this.lakukan(nomor(kotak), "pencabutan", {}))) return;
    this.keKotak(document.getElementById(id));
    suara(`“${sebutan}” dihapus`);
  }

  // ``apa``: saudara or turunan of ``acuan``; ``daftar``: [kode?, text] of each new box.
  async tambah(acuan, apa, daftar) {
    const isi = await this.lakukan(nomor(acuan), apa, { daftar });
    if (!isi) return null;
    const baru = isi.kotak.map((pk) => document.getElementById(`s${pk}`));
    const akhir = baru[baru.length - 1];
    this.keKotak(akhir);
    suara(baru.length > 1 ? `${baru.length} kotak ditambahkan` : `“${nama(akhir)}” ditambahkan`);
    return akhir;
  }

  keKotak(kotak, kolom = 1) {
    if (!kotak) return;
    this.pohon.tampakkan(kotak);
    this.pohon.fokus(kotak.cells[kolom]);
  }

  // After everything typed before; answers the server's object, or null when it was refused.
  async lakukan(id, apa, kiriman) {
    if (!(await this.editor.tenang())) {
      this.editor.lapor(TANPA_SAMBUNGAN);
      return null;
    }
    const { status, isi } = await kirim("POST", this.editor.alamat(id, apa), kiriman);
    if (status !== 200) {
      this.editor.lapor(isi.pesan ?? TANPA_SAMBUNGAN);
      return null;
    }
    this.editor.terima(isi);
    return isi;
  }
}
