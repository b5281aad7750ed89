"""Asking for a contribution, and answering with a new box or a reason."""

from __future__ import annotations

from typing import Any

from django import forms

from cascading.aturan.lintas import PANJANG_ISI
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Indikator, PerangkatDaerah, Simpul, Unit
from kinerja.pilihan import Jenjang

PANJANG_PILIHAN = 90


class Paragraf(forms.CharField):
    """A few lines that the other side reads."""

    def __init__(self, **pilihan: Any):
        kotak = forms.Textarea(attrs={"rows": 3})
        super().__init__(widget=kotak, max_length=PANJANG_ISI, **pilihan)


class FormLintas(forms.Form):
    def tolak(self, ditolak: AturanDilanggar) -> None:
        """Show the findings of a refused step at their fields."""
        for temuan in ditolak.temuan:
            medan = temuan.letak.medan
            self.add_error(medan if medan in self.fields else None, temuan.pesan)


class MintaForm(FormLintas):
    """Whom (an agency, or one of its units) and what for."""

    diminta = forms.ChoiceField(label="Diminta kepada")
    isi = Paragraf(
        label="Yang diminta",
        help_text="Kontribusi yang diharapkan dan alasannya. Mereka membaca kalimat ini.",
    )
    indikator = forms.ModelChoiceField(
        Indikator.objects.none(),
        label="Indikator bersama",
        required=False,
        empty_label="Tidak ada",
        help_text="Indikator yang mereka ikut capai; mereka mengisi kontribusinya tiap triwulan.",
    )

    def __init__(self, *args: Any, lembaga: PerangkatDaerah, simpul: Simpul, **lain: Any):
        super().__init__(*args, **lain)
        milik: Any = self.fields["indikator"]
        milik.queryset = simpul.indikator.order_by("urutan", "pk")
        if not milik.queryset.exists():
            del self.fields["indikator"]
        pemda = lembaga.pemda_atau_diri()
        daftar = list(pemda.perangkat_daerah.defer("lambang").order_by("nama"))
        self.calon: dict[str, tuple[PerangkatDaerah, Unit | None]] = {}
        unit: dict[int, list[Unit]] = {}
        for u in Unit.objects.filter(perangkat_daerah__in=daftar).order_by("nama"):
            unit.setdefault(u.perangkat_daerah_id, []).append(u)
        pilihan: list[Any] = [("", "Pilih perangkat daerah atau unit")]
        for p in daftar:
            butir = [] if p == lembaga else [(f"pd-{p.pk}", p.nama)]
            butir += [(f"unit-{u.pk}", u.nama) for u in unit.get(p.pk, ())]
            self.calon |= {f"unit-{u.pk}": (p, u) for u in unit.get(p.pk, ())}
            self.calon |= {} if p == lembaga else {f"pd-{p.pk}": (p, None)}
            pilihan += [(p.nama, butir)] if butir else []
        self.fields["diminta"].choices = pilihan  # type: ignore[attr-defined]

    def untuk_verba(self) -> dict[str, Any]:
        """Arguments of ``Crosscutting.minta``."""
        diminta, unit = self.calon[self.cleaned_data["diminta"]]
        isi = self.cleaned_data
        indikator = isi.get("indikator")
        return {"diminta": diminta, "unit": unit, "isi": isi["isi"], "indikator": indikator}


class BagiForm(FormLintas):
    """Which indicator of the asking box both sides share."""

    indikator = forms.ModelChoiceField(
        Indikator.objects.none(), label="Indikator bersama", required=False, empty_label="Tidak ada"
    )

    def __init__(self, *args: Any, simpul: Simpul, **lain: Any):
        super().__init__(*args, **lain)
        milik: Any = self.fields["indikator"]
        milik.queryset = simpul.indikator.order_by("urutan", "pk")


class AlasanForm(FormLintas):
    """A refusal, or taking back."""

    alasan = Paragraf(label="Alasan", help_text="Pihak lain membacanya.")


class KotakBaruForm(FormLintas):
    """A new box under a legal parent in a draft of the asked agency."""

    letak = forms.ChoiceField(label="Jenjang dan letaknya")
    kinerja = Paragraf(
        label="Kalimat kinerja", help_text="Hasil yang disumbangkan, bukan kegiatannya."
    )

    def __init__(self, *args: Any, calon: dict[str, tuple[Simpul, str]], **lain: Any):
        super().__init__(*args, **lain)
        self.calon = calon
        kelompok: dict[str, list[tuple[str, str]]] = {}
        for kunci, (induk, jenjang) in calon.items():
            p = induk.pohon
            nama = f"{p.sebutan} {p.periode}" + (f", edisi {p.edisi}" if p.edisi > 1 else "")
            kelompok.setdefault(nama, []).append((kunci, _letak(induk, jenjang)))
        self.fields["letak"].choices = [("", "Pilih tempatnya"), *kelompok.items()]  # type: ignore[attr-defined]

    def untuk_verba(self) -> dict[str, Any]:
        """Arguments of ``Crosscutting.setujui_baru``."""
        induk, jenjang = self.calon[self.cleaned_data["letak"]]
        return {"induk": induk, "jenjang": jenjang, "kinerja": self.cleaned_data["kinerja"]}


def _letak(induk: Simpul, jenjang: str) -> str:
    kata = Jenjang(jenjang).label
    if induk.jenjang == Jenjang.AKAR:
        return f"{kata} langsung di bawah dokumen"
    teks = induk.sebutan
    teks = teks if len(teks) <= PANJANG_PILIHAN else teks[:PANJANG_PILIHAN].rstrip() + "…"
    kode = f"{induk.kode} " if induk.kode else ""
    return f"{kata} di bawah {induk.get_jenjang_display().lower()} {kode}{teks}"
