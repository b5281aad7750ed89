// The grid of a quarter like a spreadsheet: Enter and arrows move, a pasted column fills down.
const kisi = document.querySelector("form.ukur");

function kolom(sel) {
  return [...kisi.querySelectorAll(`.ukur-isian[data-kolom="${sel.dataset.kolom}"]`)];
}

function semua() {
  return [...kisi.querySelectorAll(".ukur-isian")];
}

function tandai(sel) {
  sel.classList.toggle("berubah", sel.value !== sel.defaultValue);
}

function pindah(sel, langkah) {
  const daftar = semua();
  const ke = daftar[daftar.indexOf(sel) + langkah];
  if (ke) {
    ke.focus();
    ke.select();
  }
}

function tekan(kejadian) {
  const sel = kejadian.target;
  if (!sel.matches(".ukur-isian") || kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
  const arah = { Enter: kejadian.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[kejadian.key];
  if (arah) {
    kejadian.preventDefault();
    pindah(sel, arah);
  } else if (kejadian.key === "Escape") {
    sel.value = sel.defaultValue;
    tandai(sel);
  }
}

function tempel(kejadian) {
  const sel = kejadian.target;
  if (!sel.matches(".ukur-isian")) return;
  const baris = kejadian.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "").split("\n");
  if (baris.length < 2) return;
  kejadian.preventDefault();
  const daftar = kolom(sel);
  const awal = daftar.indexOf(sel);
  baris.slice(0, daftar.length - awal).forEach((teks, ke) => {
    daftar[awal + ke].value = teks.split("\t")[0].trim();
    tandai(daftar[awal + ke]);
  });
}

if (kisi) {
  let dikirim = false;
  kisi.addEventListener("keydown", tekan);
  kisi.addEventListener("paste", tempel);
  kisi.addEventListener("input", (kejadian) => tandai(kejadian.target));
  kisi.addEventListener("submit", () => {
    dikirim = true;
  });
  window.addEventListener("beforeunload", (kejadian) => {
    if (!dikirim && kisi.querySelector(".berubah")) kejadian.preventDefault();
  });
}
