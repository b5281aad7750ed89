"""Hand-made readings: what a layout would say, without a workbook."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.aturan.angka import baca_rupiah, baca_target
from kinerja.impor.bacaan import HasilBaca, IndikatorBaca, NilaiSel, SimpulBaca, TabelBaca

LEVEL = {1: "program", 2: "kegiatan", 3: "sub_kegiatan"}
LEMBAR = "RENJA"


def baris(
    no: str,
    nama: str,
    *,
    pagu: str = "",
    indikator: Iterable[IndikatorBaca] = (),
    ke: int = 8,
    tahun: str = "2025",
    **isi: object,
) -> SimpulBaca:
    """One row of an outline: level and parent follow the number "1.2.3"."""
    bagian = no.split(".")
    bawaan = {"id": no, "level": LEVEL[len(bagian)], "induk": ".".join(bagian[:-1]) or None}
    sel = {"nama": f"C{ke}", "kinerja": f"D{ke}", "pagu": f"H{ke}", "no": f"A{ke}"}
    uang = {tahun: NilaiSel(LEMBAR, f"H{ke}", baca_rupiah(pagu))} if pagu else {}
    return SimpulBaca(
        no=no, nama=nama, pagu=uang, indikator=list(indikator), baris=ke, sel=sel,
        **(bawaan | isi),  # type: ignore[arg-type]
    )  # fmt: skip


def ukuran(teks: str, target: str = "", *, satuan: str = "", tahun: str = "2025") -> IndikatorBaca:
    nilai = {tahun: NilaiSel(LEMBAR, "F8", baca_target(target, satuan=satuan))} if target else {}
    return IndikatorBaca(teks=teks, satuan=satuan, target=nilai, sel={"teks": "E8"})


def buku(*simpul: SimpulBaca, jumlah: str = "", tahun: int | None = 2025) -> HasilBaca:
    """One table with these rows, in the order given."""
    tertulis = {str(tahun): NilaiSel(LEMBAR, "H77", baca_rupiah(jumlah))} if jumlah else {}
    tabel = TabelBaca(
        jenis="renja_garis_besar", lembar=LEMBAR, simpul=list(simpul), tahun=tahun,
        jumlah_tertulis=tertulis,
    )  # fmt: skip
    return HasilBaca(tabel=[tabel], sha256="0" * 64)


def contoh() -> HasilBaca:
    """Two programs, three kegiatan, four sub kegiatan; one amount cannot be read."""
    return buku(
        baris("1", "Program Bencana", pagu="30.000.000", ke=8),
        baris("1.1", "Perlindungan Korban", pagu="30.000.000", ke=9),
        baris(
            "1.1.1", "Penyediaan Sandang", pagu="10.000.000", ke=10,
            indikator=[ukuran("Jumlah orang", "55", satuan="Orang")],
        ),
        baris("1.1.2", "Penyediaan Makanan", pagu="20.000.000", ke=11),
        baris("2", "Program Rehabilitasi", pagu="5.000.000", ke=12),
        baris("2.1", "Rehabilitasi Dasar", pagu="5.000.000", ke=13),
        baris("2.1.1", "Penyediaan Sandang", pagu="5.000.0000", ke=14),
        baris("2.2", "Rehabilitasi Lanjut", ke=15),
        baris("2.2.1", "Penyediaan Alat Bantu", ke=16),
        jumlah="35.000.000",
    )  # fmt: skip
