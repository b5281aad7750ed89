// What may hang under what, as the server says it in data-aturan: {level: [name, parents…]}.
const AKAR = "AKAR";

export class Aturan {
  constructor(pohon) {
    this.pohon = pohon;
    this.tabel = JSON.parse(pohon.dataset.aturan ?? "{}");
  }

  // The level of a box; null is the document itself.
  jenjang(kotak) {
    if (!kotak) return AKAR;
    return [...kotak.classList].find((kelas) => kelas.startsWith("j-")).slice(2).toUpperCase();
  }

  nama(jenjang) {
    return jenjang === AKAR ? "dokumen" : this.tabel[jenjang]?.[0] ?? jenjang;
  }

  boleh(jenjang, induk) {
    return (this.tabel[jenjang] ?? []).slice(1).includes(this.jenjang(induk));
  }

  // The level of a new child; "" when nothing may hang there.
  anak(kotak) {
    return Object.keys(this.tabel).find((jenjang) => this.boleh(jenjang, kotak)) ?? "";
  }

  kalimat(jenjang) {
    const induk = (this.tabel[jenjang] ?? []).slice(1).map((satu) => this.nama(satu));
    return `${this.nama(jenjang)} hanya dapat berada di bawah ${induk.join(" atau ")}.`;
  }
}
