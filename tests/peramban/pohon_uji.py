"""A document with every kind of finding, for the browser tests of the tree page."""

from __future__ import annotations

from kinerja.models import Pengguna, Pohon, Simpul
from kinerja.pilihan import Jenjang
from tests.factories import PADA


def isi_pohon(pohon: Pohon, jalur: dict[str, Simpul], oleh: Pengguna) -> None:
    """Indicators, money, a claim that differs, an unreadable amount, a program at the root."""
    siapa = {"oleh": oleh, "pada": PADA}
    kegiatan, sub = jalur[Jenjang.KEGIATAN], jalur[Jenjang.SUB_KEGIATAN]
    for simpul, teks in ((kegiatan, "Persentase layanan"), (sub, "Jumlah orang")):
        indikator = pohon.tambah_indikator(simpul, teks=teks, satuan="Orang", **siapa)
        pohon.isi_target(indikator, "55", tahun=2025, **siapa)
    pohon.tambah_indikator(sub, teks="Lama layanan", satuan="Hari", **siapa)
    lain = pohon.tambah(
        induk=kegiatan, jenjang=Jenjang.SUB_KEGIATAN, nama="Penyediaan Sandang",
        kode="1.06.04.2.01.0003", **siapa,
    )  # fmt: skip
    pohon.isi_pagu(sub, "537.478.630", tahun=2025, **siapa)
    pohon.isi_klaim(kegiatan, "266.749.630", tahun=2025, **siapa)
    pohon.isi_pagu(lain, "13.291.000", tahun=2025, **siapa)
    lain.pagu.update(mentah="13.2918.000", nilai=None)
    pohon.tambah(
        induk=pohon.akar(), jenjang=Jenjang.PROGRAM, nama="Program Makam Pahlawan", **siapa
    )


def alamat(live_server, pohon: Pohon, tanya: str = "") -> str:
    return f"{live_server.url}/pohon/{pohon.pk}/?tahun=2025{tanya}"
