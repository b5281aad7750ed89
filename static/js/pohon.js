// <kinerja-pohon>: ARIA treegrid over the table that the server sent. Reading only: arrow keys,
// open to level, search, finding filters, drawer. Without this module every row is shown and the
// same search and filters work as plain links.
const $ = (selektor, akar = document) => akar.querySelector(selektor);
const $$ = (selektor, akar = document) => [...akar.querySelectorAll(selektor)];
const KARTU = matchMedia("(max-width: 860px)");
const DISOROT = ".kode, .nm, .ur, .indt";

const kecil = (teks) => teks.toLocaleLowerCase("id");

class KinerjaPohon extends HTMLElement {
  connectedCallback() {
    this.kepala = new Map(); // row -> the row of its box (indicator rows follow their box)
    this.induk = new Map(); // box -> box above
    this.anak = new Map(); // box -> boxes below
    this.lanjutan = new Map(); // box -> its further indicator rows
    this.teks = new Map(); // box -> lower-cased text, filled when first searched
    this.saringan = { cari: "", kode: "" };
    this.susun();
    if (!this.induk.size) return;
    if (this.dataset.buka) this.bukaSampai(Number(this.dataset.buka));
    delete this.dataset.buka;
    this.addEventListener("click", (k) => this.klik(k));
    this.addEventListener("keydown", (k) => this.tombol(k));
    this.addEventListener("focusin", (k) => this.pilih(k.target.closest("td")));
    this.pasangTab(this.baris()[0].cells[1]);
    addEventListener("beforeprint", () => this.sebelumCetak());
    addEventListener("afterprint", () => this.sesudahCetak());
  }

  susun() {
    const jalur = [];
    let akhir = null;
    for (const baris of $$("tbody > tr", this)) {
      if (baris.classList.contains("lanjutan")) {
        this.kepala.set(baris, akhir);
        this.lanjutan.get(akhir).push(baris);
        continue;
      }
      const tingkat = Number(baris.getAttribute("aria-level"));
      jalur.length = tingkat - 1;
      const atas = jalur.length ? jalur[jalur.length - 1] : null;
      jalur.push(baris);
      akhir = baris;
      this.kepala.set(baris, baris);
      this.lanjutan.set(baris, []);
      this.anak.set(baris, []);
      this.induk.set(baris, atas ?? null);
      if (atas) this.anak.get(atas).push(baris);
    }
  }

  baris() {
    return [...this.kepala.keys()].filter((baris) => !baris.hidden);
  }

  // --- showing and hiding -------------------------------------------------------------------

  tampilkan(kotak, ya) {
    kotak.hidden = !ya;
    for (const baris of this.lanjutan.get(kotak)) baris.hidden = !ya;
  }

  terbuka(kotak) {
    return kotak.getAttribute("aria-expanded") === "true";
  }

  buka(kotak, ya) {
    if (!kotak.hasAttribute("aria-expanded")) return;
    kotak.setAttribute("aria-expanded", String(ya));
    const turun = (atas, tampak) => {
      for (const bawah of this.anak.get(atas)) {
        this.tampilkan(bawah, tampak);
        turun(bawah, tampak && this.terbuka(bawah));
      }
    };
    turun(kotak, ya);
    this.ukurKelompok();
    suara(ya ? "Terbuka" : "Tertutup");
  }

  bukaSampai(langkah) {
    if (this.saringan.cari || this.saringan.kode) {
      cari.value = "";
      this.saring({ cari: "", kode: "" });
    }
    for (const kotak of this.induk.keys()) {
      this.tampilkan(kotak, Number(kotak.dataset.j) <= langkah);
      if (kotak.hasAttribute("aria-expanded")) {
        const tampak = this.anak.get(kotak).some((k) => Number(k.dataset.j) <= langkah);
        kotak.setAttribute("aria-expanded", String(tampak));
      }
    }
    this.ukurKelompok();
    for (const tombol of $$("[data-sampai]")) {
      tombol.setAttribute("aria-pressed", String(Number(tombol.dataset.sampai) === langkah));
    }
  }

  // The height that content-visibility reserves follows the number of rows that are open.
  ukurKelompok() {
    for (const kelompok of $$("tbody", this)) {
      const banyak = [...kelompok.rows].filter((baris) => !baris.hidden).length;
      kelompok.hidden = banyak === 0;
      kelompok.className = `g${Math.max(1, Math.min(4, Math.ceil(banyak / 10)))}`;
    }
  }

  sebelumCetak() {
    this.tertutup = [...this.induk.keys()].filter((k) => k.hidden);
    if (this.saringan.cari || this.saringan.kode) return;
    for (const kotak of this.tertutup) this.tampilkan(kotak, true);
    this.ukurKelompok();
  }

  sesudahCetak() {
    for (const kotak of this.tertutup ?? []) this.tampilkan(kotak, false);
    this.ukurKelompok();
  }

  // --- search and finding filters -----------------------------------------------------------

  saring(perubahan) {
    Object.assign(this.saringan, perubahan);
    const cari = kecil(this.saringan.cari.trim());
    const { kode } = this.saringan;
    this.hapusSorotan();
    for (const tautan of $$("[data-saring]")) {
      if (tautan.dataset.saring === kode) tautan.setAttribute("aria-current", "true");
      else tautan.removeAttribute("aria-current");
    }
    const cocok = [...this.induk.keys()].filter((k) => this.cocok(k, cari, kode));
    const tampak = new Set();
    for (const kotak of cocok) {
      for (let atas = kotak; atas && !tampak.has(atas); atas = this.induk.get(atas)) tampak.add(atas);
    }
    for (const kotak of this.induk.keys()) {
      this.tampilkan(kotak, tampak.has(kotak));
      if (!kotak.hasAttribute("aria-expanded")) continue;
      const terbuka = this.anak.get(kotak).some((bawah) => tampak.has(bawah));
      kotak.setAttribute("aria-expanded", String(terbuka));
    }
    this.ukurKelompok();
    if (cari) cocok.forEach((kotak) => this.sorot(kotak, cari));
    $("[data-nihil]", this).hidden = cocok.length > 0;
    this.laporSaringan(cocok.length, cari || kode);
  }

  laporSaringan(banyak, menyaring) {
    if (this.sel?.parentNode.hidden) this.pasangTab(this.baris()[0]?.cells[1]);
    suara(menyaring ? `${banyak} kotak cocok` : "Semua kotak ditampilkan");
  }

  cocok(kotak, cari, kode) {
    if (kode && !(kotak.dataset.t ?? "").split(" ").includes(kode)) return false;
    if (!cari) return true;
    if (!this.teks.has(kotak)) {
      const bagian = [kotak, ...this.lanjutan.get(kotak)].flatMap((b) => $$(DISOROT, b));
      this.teks.set(kotak, kecil(bagian.map((b) => b.textContent).join("\n")));
    }
    return this.teks.get(kotak).includes(cari);
  }

  sorot(kotak, cari) {
    for (const bagian of [kotak, ...this.lanjutan.get(kotak)].flatMap((b) => $$(DISOROT, b))) {
      const letak = kecil(bagian.textContent).indexOf(cari);
      if (letak < 0 || !bagian.firstChild) continue;
      const jangkauan = document.createRange();
      jangkauan.setStart(bagian.firstChild, letak);
      jangkauan.setEnd(bagian.firstChild, letak + cari.length);
      jangkauan.surroundContents(document.createElement("mark"));
    }
  }

  hapusSorotan() {
    for (const sorotan of $$("mark", this)) {
      const wadah = sorotan.parentNode;
      sorotan.replaceWith(...sorotan.childNodes);
      wadah.normalize();
    }
  }

  // --- cells and keys -----------------------------------------------------------------------

  pasangTab(sel) {
    if (this.sel) this.sel.tabIndex = -1;
    this.sel = sel;
    if (sel) sel.tabIndex = 0;
  }

  fokus(sel) {
    if (!sel) return;
    this.pasangTab(sel);
    sel.focus({ preventScroll: true });
    sel.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  pilih(sel) {
    if (!sel || !this.contains(sel)) return;
    if (sel !== this.sel) this.pasangTab(sel);
    const kotak = this.kepala.get(sel.parentNode);
    if (kotak === this.aktif) return;
    this.aktif?.classList.remove("dipilih");
    this.aktif = kotak;
    kotak.classList.add("dipilih");
    if (!laci.hidden && !KARTU.matches) bukaLaci(kotak, { pindahFokus: false });
  }

  klik(kejadian) {
    const sel = kejadian.target.closest("td");
    if (kejadian.target.closest("[data-hapus-saring]")) hapusSaringan(this);
    if (!sel || kejadian.ctrlKey || kejadian.metaKey || kejadian.shiftKey) return;
    const kotak = this.kepala.get(sel.parentNode);
    if (kejadian.target.closest(".sendi")) {
      this.buka(kotak, !this.terbuka(kotak));
    } else if (kejadian.target.closest(".nm")) {
      kejadian.preventDefault();
      bukaLaci(kotak, { pindahFokus: KARTU.matches });
    }
    if (!KARTU.matches) this.fokus(sel);
  }

  tombol(kejadian) {
    const sel = kejadian.target.closest("td");
    if (!sel || kejadian.altKey) return;
    const gerak = this.gerak(kejadian, sel, this.kepala.get(sel.parentNode));
    if (gerak === undefined) return;
    kejadian.preventDefault();
    if (gerak) this.fokus(gerak);
  }

  // The cell to go to, null when the key did something else, undefined when it is not ours.
  gerak(kejadian, sel, kotak) {
    const { key } = kejadian;
    const kolomPohon = sel.cellIndex < 2;
    if (key.startsWith("Arrow")) return this.panah(key, sel, kotak, kolomPohon);
    if (key === "Home" || key === "End") return this.ujung(kejadian, sel);
    if (key === "PageDown" || key === "PageUp") return this.loncat(sel, key === "PageDown" ? 1 : -1);
    if (key === "Enter" || key === " ") return this.tekan(kejadian, kotak);
    if (key === "Escape" && !laci.hidden) return tutupLaci() ?? null;
    if (kejadian.ctrlKey || kejadian.metaKey) return undefined;
    if (key === "+" || key === "-") return this.buka(kotak, key === "+") ?? null;
    if (kolomPohon && /^[1-5]$/.test(key)) return this.tekanJenjang(Number(key), sel);
    return undefined;
  }

  panah(key, sel, kotak, kolomPohon) {
    const baris = sel.parentNode;
    if (key === "ArrowDown") return this.tetangga(sel, 1);
    if (key === "ArrowUp") return this.tetangga(sel, -1);
    const bisa = kolomPohon && kotak.hasAttribute("aria-expanded");
    if (key === "ArrowRight") {
      if (bisa && !this.terbuka(kotak)) return this.buka(kotak, true) ?? null;
      return baris.cells[sel.cellIndex + 1] ?? null;
    }
    if (sel.cellIndex > 0) return baris.cells[sel.cellIndex - 1];
    if (bisa && this.terbuka(kotak)) return this.buka(kotak, false) ?? null;
    return this.induk.get(kotak)?.cells[0] ?? null;
  }

  tetangga(sel, selisih) {
    const daftar = this.baris();
    const baris = daftar[daftar.indexOf(sel.parentNode) + selisih];
    return baris?.cells[sel.cellIndex] ?? null;
  }

  ujung(kejadian, sel) {
    const daftar = kejadian.ctrlKey ? this.baris() : [sel.parentNode];
    const baris = kejadian.key === "Home" ? daftar[0] : daftar[daftar.length - 1];
    if (kejadian.ctrlKey) return baris.cells[sel.cellIndex];
    return baris.cells[kejadian.key === "Home" ? 0 : baris.cells.length - 1];
  }

  loncat(sel, arah) {
    const daftar = this.baris();
    const halaman = Math.max(1, Math.floor(this.clientHeight / 60));
    const ke = daftar.indexOf(sel.parentNode) + arah * halaman;
    return daftar[Math.max(0, Math.min(daftar.length - 1, ke))].cells[sel.cellIndex];
  }

  tekan(kejadian, kotak) {
    if (kejadian.key === " " && !laci.hidden) tutupLaci();
    else bukaLaci(kotak, { pindahFokus: kejadian.key === "Enter" });
    return null;
  }

  tekanJenjang(urutan, sel) {
    const tombol = $$("[data-sampai]")[urutan - 1];
    if (!tombol) return undefined;
    this.bukaSampai(Number(tombol.dataset.sampai));
    suara(`Dibuka sampai ${tombol.textContent}`);
    return this.keAtasSampaiTampak(sel);
  }

  keAtasSampaiTampak(sel) {
    let kotak = this.kepala.get(sel.parentNode);
    while (kotak.hidden) kotak = this.induk.get(kotak);
    return kotak.cells[sel.cellIndex];
  }

  // A box named in the address is opened, focused and shown.
  keAlamat(pengenal) {
    const kotak = pengenal && this.kepala.get(document.getElementById(pengenal));
    if (!kotak) return;
    const jalur = [];
    for (let atas = this.induk.get(kotak); atas; atas = this.induk.get(atas)) jalur.unshift(atas);
    for (const atas of jalur) this.buka(atas, true);
    this.fokus(kotak.cells[1]);
    kotak.scrollIntoView({ block: "center" });
  }
}

// --- drawer ---------------------------------------------------------------------------------

const laci = $("#rinci");
const lembar = $(".lembar");
let diminta = "";

const suara = (teks) => {
  $("#suara").textContent = teks;
};

// The table gets narrower or wider and its rows higher or lower: shown again once they stand.
function keTampak(sel) {
  const gulir = () => sel.scrollIntoView({ block: "nearest", inline: "nearest" });
  requestAnimationFrame(() => {
    gulir();
    requestAnimationFrame(gulir); // rows that were skipped until now have their real height
  });
}

async function bukaLaci(kotak, { pindahFokus }) {
  const { href } = $(".nm", kotak);
  if (href === diminta && !laci.hidden) return;
  diminta = href;
  const jawaban = await fetch(href, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  if (!jawaban?.ok) {
    location.href = href; // signed out or offline: the page of its own says what is the matter
    return;
  }
  const isi = await jawaban.text();
  if (href !== diminta) return;
  laci.innerHTML = isi;
  laci.hidden = false;
  lembar.classList.add("ada-rinci");
  if (!KARTU.matches) keTampak(kotak.cells[1]);
  suara("Rincian terbuka");
  if (pindahFokus) $(KARTU.matches ? "[data-tutup]" : ".rinci-isi", laci).focus();
}

function tutupLaci() {
  diminta = "";
  laci.hidden = true;
  laci.replaceChildren();
  lembar.classList.remove("ada-rinci");
  pohon.sel?.focus({ preventScroll: KARTU.matches });
  if (pohon.sel && !KARTU.matches) keTampak(pohon.sel);
  suara("Rincian tertutup");
}

// --- the tools above the table --------------------------------------------------------------

customElements.define("kinerja-pohon", KinerjaPohon);
const pohon = $("kinerja-pohon");
const cari = $("#cari");

function hapusSaringan(elemen) {
  cari.value = "";
  elemen.saring({ cari: "", kode: "" });
  cari.focus();
}

laci.addEventListener("click", (kejadian) => {
  if (kejadian.target.closest("[data-tutup]")) tutupLaci();
});
laci.addEventListener("keydown", (kejadian) => {
  if (kejadian.key === "Escape") tutupLaci();
});
for (const tombol of $$("[data-sampai]")) {
  tombol.addEventListener("click", () => {
    pohon.bukaSampai(Number(tombol.dataset.sampai));
    suara(`Dibuka sampai ${tombol.textContent}`);
  });
}
// A page that the server filtered holds only some rows: its links and search stay plain.
if (!new URLSearchParams(location.search).get("temuan") && !cari.defaultValue) {
  for (const tautan of $$("[data-saring]")) {
    tautan.addEventListener("click", (kejadian) => {
      if (kejadian.ctrlKey || kejadian.metaKey) return;
      kejadian.preventDefault();
      const { saring } = tautan.dataset;
      pohon.saring({ kode: pohon.saringan.kode === saring ? "" : saring });
    });
  }
  let tunda = 0;
  cari.addEventListener("input", () => {
    clearTimeout(tunda);
    tunda = setTimeout(() => pohon.saring({ cari: cari.value }), 120);
  });
  cari.form.addEventListener("submit", (kejadian) => {
    if (document.activeElement === cari) kejadian.preventDefault();
  });
  cari.addEventListener("keydown", (kejadian) => {
    if (kejadian.key === "Escape") {
      cari.value = "";
      pohon.saring({ cari: "" });
    } else if (kejadian.key === "ArrowDown" || kejadian.key === "Enter") {
      kejadian.preventDefault();
      pohon.fokus(pohon.baris()[0]?.cells[1]);
    }
  });
}
$("[data-bantu]").addEventListener("click", () => $("#bantuan").showModal());
for (const pilihan of $$("[data-kirim]")) {
  pilihan.addEventListener("change", () => pilihan.form.submit());
}
addEventListener("keydown", (kejadian) => {
  const mengetik = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (kejadian.key !== "/" || mengetik || kejadian.ctrlKey || kejadian.metaKey) return;
  kejadian.preventDefault();
  cari.focus();
  cari.select();
});
// After the browser's own jump to the fragment, which takes the focus away.
addEventListener("load", () => setTimeout(() => pohon.keAlamat(location.hash.slice(1))));
