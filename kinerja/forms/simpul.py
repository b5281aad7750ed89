"""Adding, changing and moving one box."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.aturan.jenjang import INDUK_SAH, anak_sah
from kinerja.forms.terbanding import Butir, FormTerbanding, Teks
from kinerja.gabungan import calon_didukung
from kinerja.models import PerangkatDaerah, Pohon, Simpul, Unit
from kinerja.models.pengaturan import label_jenjang
from kinerja.models.penyusunan import AKHIR, AWAL
from kinerja.pilihan import JenisPerangkatDaerah, JenisPohon, Jenjang, PeranKondisi

PANJANG_PILIHAN = 90
MENDUKUNG = frozenset({Jenjang.TUJUAN, Jenjang.SASARAN})
"""Boxes of an agency that point to what they serve."""
INDEN = "\N{EM SPACE}"


def _pendek(simpul: Simpul) -> str:
    teks = simpul.sebutan
    return teks if len(teks) <= PANJANG_PILIHAN else teks[:PANJANG_PILIHAN].rstrip() + "…"


class SimpulForm(FormTerbanding):
    """Field names are those of ``Pohon.ubah``."""

    kode = Teks(label="Kode", help_text="Kode nomenklatur, misalnya 1.06.04.2.01.", max_length=60)
    nomor = Teks(label="Nomor tercetak", max_length=40)
    nama = Teks(
        label="Nama",
        baris=2,
        help_text="Nama menurut nomenklatur. Isi nama, kalimat kinerja, atau keduanya.",
    )
    kinerja = Teks(label="Kalimat kinerja", baris=2, help_text="Sasaran atau kondisi yang dicapai.")
    unit_id = forms.TypedChoiceField(label="Unit", coerce=int, empty_value=None, required=False)
    tahun_mulai = forms.IntegerField(
        label="Berlaku mulai tahun", required=False, min_value=1990, max_value=2200
    )
    tahun_sampai = forms.IntegerField(
        label="Berlaku sampai tahun", required=False, min_value=1990, max_value=2200
    )
    pengampu_tertulis = Teks(label="Pengampu", help_text="Perangkat daerah pengampu bila tertulis.")
    lokasi = Teks(label="Lokasi", help_text="Tempat pelaksanaan, misalnya kecamatan.")
    peran = forms.ChoiceField(
        label="Peran",
        required=False,
        choices=[("", "Belum ditentukan"), *PeranKondisi.choices],
        help_text="Tempat kondisi ini dalam logika pohon kinerja.",
    )
    program_terkait = Butir(
        label="Program terkait",
        required=False,
        help_text="Yang melayani kondisi ini, satu baris satu: Program › Kegiatan › Sub Kegiatan.",
    )
    mendukung_id = forms.TypedChoiceField(
        label="Mendukung RPJMD", coerce=int, empty_value=None, required=False
    )
    varian = Butir(
        label="Ditulis lain di dokumen sumber",
        required=False,
        help_text="Satu baris satu kalimat. Hapus yang sudah diputuskan; temuannya ikut hilang.",
    )

    def __init__(self, *args: Any, pohon: Pohon, simpul: Simpul | None = None, **pilihan: Any):
        if simpul is not None:
            pilihan["initial"] = {m: getattr(simpul, m) for m in self.base_fields}
        super().__init__(*args, **pilihan)
        if simpul is None or not simpul.varian:
            del self.fields["varian"]
        self._sesuaikan(pohon, simpul)
        unit = Unit.objects.filter(perangkat_daerah=pohon.perangkat_daerah).order_by("nama")
        self.fields["unit_id"].choices = [  # type: ignore[attr-defined]
            ("", "Seluruh perangkat daerah"),
            *((u.pk, u.nama) for u in unit),
        ]

    def _sasaran_daerah(self, pohon: Pohon, simpul: Simpul | None) -> None:
        """Legal choices only, grouped by nothing: the text says which RPJMD."""
        if pohon.jenis != JenisPohon.CASCADING or (
            simpul is None or simpul.jenjang not in MENDUKUNG
        ):
            del self.fields["mendukung_id"]
            return
        calon = calon_didukung(pohon, simpul.mendukung_id)
        self.fields["mendukung_id"].choices = [  # type: ignore[attr-defined]
            ("", "Belum ditentukan"),
            *((s.pk, f"{s.get_jenjang_display()} {s.pohon.periode}: {_pendek(s)}") for s in calon),
        ]

    def _sesuaikan(self, pohon: Pohon, simpul: Simpul | None) -> None:
        """A condition has a role and who carries it, an agency's goal what it serves."""
        self._sasaran_daerah(pohon, simpul)
        if pohon.jenis != JenisPohon.POHON_KINERJA:
            del self.fields["peran"], self.fields["program_terkait"]
            return
        self.fields["unit_id"].label = "Pelaksana (unit)"
        self.fields["pengampu_tertulis"].label = "Pelaksana lain"
        self.fields["pengampu_tertulis"].help_text = "Perangkat daerah atau pihak lain, bila ada."
        sebutan = label_jenjang(pohon.perangkat_daerah)
        self.fields["peran"].choices = [  # type: ignore[attr-defined]
            ("", "Belum ditentukan"),
            *((p.value, sebutan.get(p.value) or p.label) for p in PeranKondisi),
        ]


class DukunganForm(SimpulForm):
    """Which goal of the RPJMD a tujuan or sasaran serves, in the drawer."""

    def __init__(self, *args: Any, simpul: Simpul, **lain: Any):
        super().__init__(*args, pohon=simpul.pohon, simpul=simpul, prefix="dukungan", **lain)
        for medan in set(self.fields) - {"mendukung_id"}:
            del self.fields[medan]


class PeranForm(SimpulForm):
    """Role and who carries a condition, in the drawer: only these fields."""

    def __init__(self, *args: Any, simpul: Simpul, **lain: Any):
        super().__init__(*args, pohon=simpul.pohon, simpul=simpul, prefix="peran", **lain)
        for medan in set(self.fields) - {"peran", "unit_id", "pengampu_tertulis"}:
            del self.fields[medan]


class PelaksanaForm(forms.Form):
    """An agency of the pemda that carries a condition out."""

    perangkat_daerah = forms.ModelChoiceField(
        PerangkatDaerah.objects.none(), label="Perangkat daerah pelaksana", empty_label="Pilih"
    )

    prefix = "pelaksana"

    def __init__(self, *args: Any, simpul: Simpul):
        super().__init__(*args)
        self.daftar = list(simpul.pengampu.defer("lambang").order_by("nama"))
        pemda = simpul.pohon.perangkat_daerah.pemda_atau_diri()
        calon = pemda.perangkat_daerah.defer("lambang").order_by("nama")
        field: Any = self.fields["perangkat_daerah"]
        field.queryset = calon


class TambahForm(SimpulForm):
    """A new box; the choice of level follows from its parent."""

    jenjang = forms.ChoiceField(label="Jenjang")
    field_order = ("jenjang", "kode", "nama", "kinerja")

    def __init__(self, *args: Any, pohon: Pohon, induk: Simpul, setelah: str = AKHIR, **lain: Any):
        super().__init__(*args, pohon=pohon, **lain)
        sah = anak_sah(pohon.jenis, induk.jenjang)
        self.fields["jenjang"].choices = [(j, Jenjang(j).label) for j in sah]  # type: ignore[attr-defined]
        self.fields["jenjang"].initial = self._jenjang_wajar(pohon, sah, setelah)
        for field in self.fields.values():
            field.show_hidden_initial = False

    @staticmethod
    def _jenjang_wajar(pohon: Pohon, sah: tuple[str, ...], setelah: str) -> str | None:
        """That of the sibling; an agency's own document starts with its tujuan."""
        if setelah != AKHIR:
            return Simpul.objects.values_list("jenjang", flat=True).get(pohon=pohon, uid=setelah)
        milik_pemda = pohon.perangkat_daerah.jenis == JenisPerangkatDaerah.PEMDA
        if pohon.jenis == JenisPohon.CASCADING and Jenjang.TUJUAN in sah and not milik_pemda:
            return Jenjang.TUJUAN
        return sah[0] if sah else None


class PindahForm(forms.Form):
    """A new parent, legal ones only, and a place among its children."""

    induk = forms.ChoiceField(label="Pindahkan ke bawah")
    letak = forms.ChoiceField(label="Letak")

    def __init__(self, *args: Any, simpul: Simpul, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.simpul = simpul
        self.calon = {str(s.pk): s for s in calon_induk(simpul)}
        saudara = simpul.get_siblings().order_by("lft")
        self.fields["induk"].choices = [(k, _baris_calon(s)) for k, s in self.calon.items()]  # type: ignore[attr-defined]
        self.fields["induk"].initial = str(simpul.induk_id)
        self.fields["letak"].choices = [  # type: ignore[attr-defined]
            (AKHIR, "paling akhir"),
            (AWAL, "paling awal"),
            *((str(s.uid), f"sesudah “{_pendek(s)}”") for s in saudara),
        ]

    def clean_induk(self) -> Simpul:
        return self.calon[self.cleaned_data["induk"]]


def calon_induk(simpul: Simpul) -> list[Simpul]:
    """Boxes that may hold this one, in tree order; the document itself where that is legal."""
    pohon = simpul.pohon
    sah = INDUK_SAH[pohon.jenis][simpul.jenjang]
    daftar = Simpul.objects.filter(pohon=pohon, jenjang__in=sah).order_by("lft")
    return list(daftar.exclude(lft__gte=simpul.lft, rght__lte=simpul.rght))


def _baris_calon(simpul: Simpul) -> str:
    if simpul.jenjang == Jenjang.AKAR:
        return "Langsung di bawah dokumen"
    kode = f"{simpul.kode} " if simpul.kode else ""
    jorok = INDEN * (simpul.level - 1)
    return f"{jorok}{simpul.get_jenjang_display()}: {kode}{_pendek(simpul)}"
