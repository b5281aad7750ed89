// The first row of an empty document: typed where it will stand. The page comes anew with its box,
// and goes on with a row below it.
import { $, KARTU, suara } from "./pohon-dom.js";
import { kirim } from "./pohon-kirim.js";
import { bacaTsv } from "./pohon-tsv.js";

const LANJUT = "baris-pertama";
const GAGAL = "Belum tersimpan: tidak ada sambungan. Coba lagi sesudah tersambung.";

export class BarisPertama {
  constructor(baris) {
    Object.assign(this, { baris, kolom: $("textarea", baris), jenjang: $("select", baris) });
    this.kolom.addEventListener("keydown", (kejadian) => this.tombol(kejadian));
    this.kolom.addEventListener("paste", (kejadian) => this.tempel(kejadian));
    $("button", baris).addEventListener("click", () => this.simpan([[this.kolom.value]]));
    if (!KARTU.matches) this.kolom.focus();
  }

  tombol(kejadian) {
    if (kejadian.key !== "Enter" || kejadian.isComposing) return;
    kejadian.preventDefault();
    this.simpan([[this.kolom.value]]);
  }

  tempel(kejadian) {
    const teks = kejadian.clipboardData.getData("text/plain").replace(/(\r?\n)+$/, "");
    if (!/[\n\t]/.test(teks)) return;
    kejadian.preventDefault();
    this.simpan(bacaTsv(teks));
  }

  async simpan(daftar) {
    if (this.kolom.readOnly || !daftar.some((satu) => satu.some((teks) => teks.trim()))) return;
    this.kolom.readOnly = true;
    const { status, isi } = await kirim("POST", this.baris.dataset.pertama, { jenjang: this.jenjang.value, daftar });
    if (status !== 200) {
      this.kolom.readOnly = false;
      this.lapor(isi.pesan ?? GAGAL);
      return;
    }
    const akhir = `s${isi.kotak[isi.kotak.length - 1]}`;
    sessionStorage.setItem(LANJUT, akhir);
    history.replaceState(history.state, "", `#${akhir}`);
    location.reload();
  }

  lapor(kata) {
    const pesan = $("[role=alert]", this.baris);
    pesan.textContent = kata;
    pesan.hidden = false;
    suara(kata);
    this.kolom.focus();
  }
}

// Once, on the page that shows the first box.
export function lanjutkanPertama(pohon) {
  const kotak = document.getElementById(sessionStorage.getItem(LANJUT) ?? "");
  sessionStorage.removeItem(LANJUT);
  if (kotak) pohon.dispatchEvent(new CustomEvent("saudara-baru", { detail: kotak }));
}
