// Copy the text of a read-only field; without the clipboard it is selected for Ctrl+C.
for (const tombol of document.querySelectorAll("[data-salin]")) {
  tombol.addEventListener("click", async () => {
    const isian = document.getElementById(tombol.dataset.salin);
    const kabar = document.querySelector("[data-kabar]");
    isian.select();
    try {
      await navigator.clipboard.writeText(isian.value);
      kabar.textContent = "Tersalin.";
    } catch {
      kabar.textContent = "Tekan Ctrl+C untuk menyalin.";
    }
  });
}
