// The import: the right half of the upload form, dropping a file, decisions without losing one's
// place. Everything works without this file too.
function pilihTujuan(formulir) {
  const tujuan = formulir.querySelector("input[name='tujuan']:checked")?.value;
  for (const bagian of formulir.querySelectorAll("[data-tujuan]")) {
    bagian.hidden = Boolean(tujuan) && bagian.dataset.tujuan !== tujuan;
  }
}

function terimaSeretan(medan) {
  for (const jenis of ["dragenter", "dragover"]) {
    medan.addEventListener(jenis, () => medan.classList.add("di-atas"));
  }
  for (const jenis of ["dragleave", "drop"]) {
    medan.addEventListener(jenis, () => medan.classList.remove("di-atas"));
  }
}

const unggah = document.querySelector("[data-formulir-unggah]");
if (unggah) {
  pilihTujuan(unggah);
  unggah.addEventListener("change", () => pilihTujuan(unggah));
  unggah.addEventListener("submit", () => {
    unggah.querySelector("[data-sedang-unggah]").hidden = false;
  });
  terimaSeretan(unggah.querySelector("[data-unggah]"));
}

// A decision replaces the preview in place: scroll position stays, a status line says what is left.
// The keyboard goes on to the card that took the place of the decided one.
function fokuskan(baru, urutan) {
  const kartu = [...baru.querySelectorAll(".impor-kartu li.kartu")];
  const galat = baru.querySelector(".ringkasan-galat");
  const berikut = urutan < 0 ? null : kartu[Math.min(urutan, kartu.length - 1)];
  const fokus = galat || berikut || baru.querySelector(".impor-terapkan p");
  if (fokus === berikut) fokus.setAttribute("aria-describedby", "sisa-putusan");
  fokus.tabIndex = -1;
  fokus.focus({ preventScroll: !galat && !berikut });
}

async function kirim(formulir) {
  const semula = [...document.querySelectorAll(".impor-kartu li.kartu")];
  const urutan = semula.indexOf(formulir.closest("li.kartu"));
  const isi = new FormData(formulir);
  const jawaban = await fetch(formulir.action, {
    method: "POST", body: isi, headers: { "X-Requested-With": "fetch" },
  });
  const teks = await jawaban.text();
  const baru = new DOMParser().parseFromString(teks, "text/html").getElementById("pratinjau");
  if (jawaban.status === 401 || !baru) {
    formulir.submit();
    return;
  }
  const tinggi = window.scrollY;
  document.getElementById("pratinjau").replaceWith(baru);
  window.scrollTo(0, tinggi);
  fokuskan(baru, urutan);
}

document.addEventListener("submit", (kejadian) => {
  const formulir = kejadian.target;
  if (!formulir.closest("#pratinjau") || !/\/(keputusan|usul)\//.test(formulir.action)) return;
  kejadian.preventDefault();
  kirim(formulir);
});
