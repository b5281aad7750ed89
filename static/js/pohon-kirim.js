// Requests of the editor. A failure of the network is status 0; everything else is the server's.
const KUKI = /(?:^|; )csrftoken=([^;]+)/;

// The cookie is newer than the page when somebody has logged in again meanwhile.
export function tanda() {
  return KUKI.exec(document.cookie)?.[1]
    ?? document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

export async function kirim(cara, alamat, isi) {
  const headers = { "X-Requested-With": "fetch", Accept: "application/json" };
  if (isi !== undefined) Object.assign(headers, { "X-CSRFToken": tanda(), "Content-Type": "application/json" });
  let jawaban;
  try {
    jawaban = await fetch(alamat, {
      method: cara,
      headers,
      body: isi === undefined ? undefined : JSON.stringify(isi),
    });
  } catch {
    return { status: 0, isi: {} };
  }
  const json = (jawaban.headers.get("Content-Type") ?? "").startsWith("application/json");
  return { status: jawaban.status, isi: json ? await jawaban.json().catch(() => ({})) : {} };
}
