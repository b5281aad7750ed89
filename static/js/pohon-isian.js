// The form inside a cell: one field, or two where a cell shows two. The cell keeps what it showed
// aside and gets it back when the form closes.
import { elemen } from "./pohon-dom.js";
import { panjang } from "./pohon-sel.js";

const SEBARIS = 34;

// A text area as high as its text; numbers are one line; words of a list are chosen.
function ketikan({ medan, nilai, pilihan }, label) {
  const kolom = pilihan
    ? daftarPilihan(pilihan, nilai)
    : panjang(medan)
      ? elemen("textarea", { rows: 1, value: nilai })
      : elemen("input", { type: "text", value: nilai, autocomplete: "off" });
  if (["target", "pagu", "klaim"].includes(medan)) kolom.inputMode = "decimal";
  kolom.setAttribute("aria-label", label);
  kolom.dataset.medan = medan;
  return kolom;
}

function daftarPilihan(pilihan, nilai) {
  const butir = pilihan.map((teks) => elemen("option", { value: teks, textContent: teks || "Belum ditentukan" }));
  const kolom = elemen("select", {}, ...butir);
  kolom.value = nilai;
  return kolom;
}

// What a key that opens a cell stands for: itself, or the first word of a list that begins with it.
function dariTombol(kolom, tombol) {
  if (kolom.tagName !== "SELECT") return tombol;
  const cocok = [...kolom.options].find(({ value }) => value.toLowerCase().startsWith(tombol.toLowerCase()));
  return cocok ? cocok.value : kolom.value;
}

function setinggi(kolom) {
  if (kolom.tagName !== "TEXTAREA") return;
  kolom.style.height = "auto";
  kolom.style.height = `${Math.max(SEBARIS, kolom.scrollHeight + 2)}px`;
}

export class IsianSel {
  // ``awal``: the key that opened it, replaces what stands there. ``tutup({ubahan, arah})``:
  // ubahan null = given up; arah: [rows, columns] to go on to.
  constructor({ sel, daftar, awal, judul, tutup }) {
    Object.assign(this, { sel, daftar, tutup, selesai: false, mengganti: awal !== undefined });
    this.semula = [...sel.childNodes];
    this.kolom = daftar.map((satu) => ketikan(satu, `${satu.label}, ${judul}`));
    const dua = daftar.length > 1;
    const bagian = this.kolom.map((kolom, ke) =>
      dua
        ? elemen("label", {}, elemen("span", { textContent: daftar[ke].label }), kolom)
        : kolom,
    );
    this.kotak = elemen("div", { className: "sunting" }, ...bagian);
    sel.replaceChildren(this.kotak);
    sel.classList.add("disunting");
    sel.tabIndex = -1; // the field is the target now
    this.kotak.addEventListener("keydown", (kejadian) => this.tombol(kejadian));
    this.kotak.addEventListener("focusout", (kejadian) => {
      if (!this.kotak.contains(kejadian.relatedTarget)) this.akhiri({ simpan: true });
    });
    this.kotak.addEventListener("input", ({ target }) => setinggi(target));
    for (const kolom of this.kolom) setinggi(kolom);
    const [utama] = this.kolom;
    utama.focus();
    if (awal === undefined) utama.select?.();
    else {
      utama.value = dariTombol(utama, awal);
      setinggi(utama);
    }
  }

  tombol(kejadian) {
    kejadian.stopPropagation();
    if (kejadian.isComposing) return;
    const { key, shiftKey } = kejadian;
    if (key === "Escape") this.akhiri({ simpan: false });
    else if (key === "Enter" && kejadian.altKey) this.barisBaru(kejadian.target);
    else if (key === "Enter") this.akhiri({ simpan: true, arah: [shiftKey ? -1 : 1, 0] });
    else if (key === "Tab" && this.kolomLain(kejadian.target, shiftKey)) return;
    else if (key === "Tab") this.akhiri({ simpan: true, arah: [0, shiftKey ? -1 : 1] });
    else if (this.mengganti && /^Arrow(Up|Down)$/.test(key) && kejadian.target.tagName === "INPUT") {
      this.akhiri({ simpan: true, arah: [key === "ArrowUp" ? -1 : 1, 0] });
    } else return;
    kejadian.preventDefault();
  }

  // Tab inside a cell with two fields: the browser moves.
  kolomLain(kolom, mundur) {
    const ke = this.kolom.indexOf(kolom) + (mundur ? -1 : 1);
    return ke >= 0 && ke < this.kolom.length;
  }

  barisBaru(kolom) {
    if (kolom.tagName !== "TEXTAREA") return;
    kolom.setRangeText("\n", kolom.selectionStart, kolom.selectionEnd, "end");
    setinggi(kolom);
  }

  akhiri({ simpan, arah }) {
    if (this.selesai) return;
    this.selesai = true;
    const ubahan = simpan
      ? this.daftar.map((satu, ke) => ({ ...satu, baru: this.kolom[ke].value.trim() }))
      : null;
    this.sel.classList.remove("disunting");
    this.sel.tabIndex = 0;
    this.sel.replaceChildren(...this.semula);
    this.tutup({ ubahan, arah });
  }
}
