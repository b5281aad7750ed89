// Typed text that the server has not taken yet, kept in the browser by user and document.
const AWALAN = "kinerja:tunggu:";

export class Tunggu {
  constructor(pengguna, dokumen) {
    this.nama = `${AWALAN}${pengguna}:${dokumen}`;
  }

  baca() {
    try {
      return JSON.parse(localStorage.getItem(this.nama) ?? "[]");
    } catch {
      return []; // storage refused, or written by something else
    }
  }

  tulis(kelompok) {
    try {
      if (kelompok.length) localStorage.setItem(this.nama, JSON.stringify(kelompok));
      else localStorage.removeItem(this.nama);
      return true;
    } catch {
      return false; // a private window or a full disk: what is typed lives as long as the page
    }
  }
}

const milik = (pengguna) =>
  Object.keys(localStorage).filter((nama) => nama.startsWith(`${AWALAN}${pengguna}:`));

// How many typed fields of a user wait in this browser, all documents together.
export function banyakTunggu(pengguna) {
  try {
    return milik(pengguna)
      .flatMap((nama) => JSON.parse(localStorage.getItem(nama)))
      .reduce((jumlah, kelompok) => jumlah + kelompok.ops.length, 0);
  } catch {
    return 0;
  }
}

export function buangTunggu(pengguna) {
  for (const nama of milik(pengguna)) localStorage.removeItem(nama);
}

// The events of this visit that can be undone and redone, by user and document; for this tab only.
const LANGKAH = "kinerja:langkah:";
const PALING_BANYAK = 200;

export class Langkah {
  constructor(pengguna, dokumen) {
    this.nama = `${LANGKAH}${pengguna}:${dokumen}`;
  }

  baca() {
    try {
      const [lampau, mendatang] = JSON.parse(sessionStorage.getItem(this.nama));
      return [[...lampau], [...mendatang]];
    } catch {
      return [[], []]; // nothing kept, or storage refused
    }
  }

  tulis(langkah) {
    try {
      const isi = langkah.map((satu) => satu.slice(-PALING_BANYAK));
      sessionStorage.setItem(this.nama, JSON.stringify(isi));
    } catch {
      // then undo lasts as long as the page
    }
  }
}

export function buangLangkah(pengguna) {
  const milik = Object.keys(sessionStorage).filter((nama) => nama.startsWith(`${LANGKAH}${pengguna}:`));
  for (const nama of milik) sessionStorage.removeItem(nama);
}
