// Blocking and tiny: applies a chosen theme before the first paint. Without a choice (or without
// JavaScript) the media query on the link to gelap.css follows the system.
(function () {
  var akar = document.documentElement;
  var pilihan = null;
  try { pilihan = localStorage.getItem("tema"); } catch (tanpaPenyimpanan) { /* private window */ }
  akar.classList.add("js");
  if (pilihan !== "gelap" && pilihan !== "terang") return;
  akar.dataset.theme = pilihan;
  document.getElementById("lembar-gelap").media = pilihan === "gelap" ? "screen" : "not all";
})();
