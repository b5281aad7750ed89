// The diagram page: zoom, which is remembered, and pan by dragging. Without this module the frame
// scrolls at full size.
import { $, $$ } from "./pohon-dom.js";
import { LaciDiagram } from "./diagram-laci.js";
import { kirim } from "./pohon-kirim.js";

const TERKECIL = 0.1;
const TERBESAR = 3;
const AWAL_TERKECIL = 0.75; // a page starts readable, even where not all of it fits
const LANGKAH = 1.25;
const INGAT_SESUDAH = 800;

class Diagram {
  constructor(bingkai) {
    this.bingkai = bingkai;
    this.gambar = $("svg", bingkai);
    const { width, height } = this.gambar.viewBox.baseVal;
    Object.assign(this, { lebar: width, tinggi: height, skala: 1 });
    bingkai.addEventListener("wheel", (kejadian) => this.roda(kejadian), { passive: false });
    bingkai.addEventListener("pointerdown", (kejadian) => this.mulaiSeret(kejadian));
    bingkai.addEventListener("touchstart", (kejadian) => this.mulaiCubit(kejadian), { passive: true });
    bingkai.addEventListener("touchmove", (kejadian) => this.cubit(kejadian), { passive: false });
    addEventListener("keydown", (kejadian) => this.tombol(kejadian));
    for (const tombol of $$("[data-besar]")) {
      tombol.addEventListener("click", () => this.langkah(Number(tombol.dataset.besar)));
    }
    this.perbesar(this.awal());
    this.tampakkan();
    bingkai.dataset.siap = "";
  }

  // The scale at which all of it is seen; nothing is blown up for that.
  get muat() {
    const { clientWidth, clientHeight } = this.bingkai;
    return Math.min(1, clientWidth / this.lebar, (clientHeight - 4) / this.tinggi);
  }

  // As it was left, else readable.
  awal() {
    const { skala } = this.bingkai.dataset;
    if (skala === undefined) return Math.max(AWAL_TERKECIL, this.muat);
    return Number(skala) / 100 || this.muat;
  }

  // The branch button that the address names, else the first box.
  tampakkan() {
    const { bingkai } = this;
    const tombol = location.hash && bingkai.querySelector(`.d-lipat[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (tombol) {
      tombol.scrollIntoView({ block: "center", inline: "center" });
      tombol.focus({ preventScroll: true });
      return;
    }
    const { left, width: lebarKotak } = $(".d-kotak", bingkai).getBoundingClientRect();
    const tengah = left + lebarKotak / 2 - bingkai.getBoundingClientRect().left;
    bingkai.scrollTo(bingkai.scrollLeft + tengah - bingkai.clientWidth / 2, 0);
  }

  // A drawing that belongs to no document (the map of positions) is not remembered.
  ingat(persen) {
    const { dokumen } = this.bingkai.dataset;
    if (!dokumen) return;
    clearTimeout(this.nanti);
    const alamat = `/pohon/${dokumen}/diagram/perbesaran/${persen}/`;
    this.nanti = setTimeout(() => kirim("POST", alamat, {}), INGAT_SESUDAH);
  }

  // -1 smaller, 1 larger, 0 all of it.
  langkah(arah) {
    this.perbesar(arah ? this.skala * LANGKAH ** arah : this.muat);
    this.ingat(arah ? Math.round(this.skala * 100) : 0);
  }

  // What is seen at (x, y) of the frame, by default its middle, stays there.
  perbesar(skala, x = this.bingkai.clientWidth / 2, y = this.bingkai.clientHeight / 2) {
    const { bingkai, gambar } = this;
    const baru = Math.min(TERBESAR, Math.max(Math.min(TERKECIL, this.muat), skala));
    const kali = baru / this.skala;
    const [kiri, atas] = [(bingkai.scrollLeft + x) * kali - x, (bingkai.scrollTop + y) * kali - y];
    this.skala = baru;
    gambar.setAttribute("width", this.lebar * baru);
    gambar.setAttribute("height", this.tinggi * baru);
    bingkai.scrollTo(kiri, atas);
    $("#skala").textContent = `${Math.round(baru * 100)}%`;
  }

  titik({ clientX, clientY }) {
    const { left, top } = this.bingkai.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  // Ctrl and the wheel; a pinch on a touchpad comes as the same.
  roda(kejadian) {
    if (!kejadian.ctrlKey && !kejadian.metaKey) return;
    kejadian.preventDefault();
    this.perbesar(this.skala * Math.exp(-kejadian.deltaY / 300), ...this.titik(kejadian));
    this.ingat(Math.round(this.skala * 100));
  }

  tombol(kejadian) {
    const { key } = kejadian;
    if (kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey || kejadian.target.closest("input, select, textarea")) return;
    const arah = { "+": 1, "=": 1, "-": -1, 0: 0 }[key];
    if (arah === undefined) return;
    kejadian.preventDefault();
    this.langkah(arah);
  }

  // Fingers scroll by themselves; a mouse drags.
  mulaiSeret(kejadian) {
    if (kejadian.button !== 0 || kejadian.pointerType === "touch") return;
    const { bingkai } = this;
    const [x, y] = [bingkai.scrollLeft + kejadian.clientX, bingkai.scrollTop + kejadian.clientY];
    let menyeret = false;
    const gerak = ({ clientX, clientY }) => {
      menyeret ||= Math.hypot(clientX - kejadian.clientX, clientY - kejadian.clientY) > 4;
      if (!menyeret) return;
      bingkai.classList.add("menyeret");
      bingkai.scrollTo(x - clientX, y - clientY);
    };
    const usai = () => {
      removeEventListener("pointermove", gerak);
      bingkai.classList.remove("menyeret");
      if (menyeret) bingkai.addEventListener("click", (k) => k.preventDefault(), { once: true, capture: true });
      setTimeout(() => bingkai.removeEventListener("dragstart", tahan));
    };
    const tahan = (k) => k.preventDefault(); // a link would be dragged itself
    bingkai.addEventListener("dragstart", tahan);
    addEventListener("pointermove", gerak);
    addEventListener("pointerup", usai, { once: true });
    addEventListener("pointercancel", usai, { once: true });
  }

  mulaiCubit({ touches }) {
    if (touches.length === 2) this.cubitan = { jarak: jarak(touches), skala: this.skala };
  }

  cubit(kejadian) {
    const { touches } = kejadian;
    if (touches.length !== 2 || !this.cubitan) return;
    kejadian.preventDefault();
    const [a, b] = touches;
    const tengah = { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
    this.perbesar((this.cubitan.skala * jarak(touches)) / this.cubitan.jarak, ...this.titik(tengah));
    this.ingat(Math.round(this.skala * 100));
  }
}

const jarak = ([a, b]) => Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));

const bingkai = $("#diagram");
if (bingkai) {
  new Diagram(bingkai);
  const laci = $("#rinci");
  if (laci) new LaciDiagram(bingkai, laci, $(".lembar"));
}
for (const pilihan of $$("[data-kirim]")) {
  pilihan.addEventListener("change", () => pilihan.form.submit());
}
