"""Checks and layout of the five stages: pure, on hand-made trees."""

from dataclasses import replace

import pytest

from cascading.aturan.penjenjangan import matriks, susun
from cascading.aturan.penjenjangan.isi import (
    ButirIsi,
    Daerah,
    IsiPenjenjangan,
    Komponen,
    Kondisi,
    Rujukan,
    Ukuran,
    dengan_atas,
    telusur,
)
from cascading.aturan.penjenjangan.kata import KATA, kata
from cascading.aturan.penjenjangan.periksa import periksa_penjenjangan
from kinerja.aturan.anggaran import Jumlah

TAHUN = (2025, 2026)


def rujuk(uid, jenjang):
    return Rujukan(0, uid, jenjang, "", uid)


def kondisi(uid, peran, *anak, ke="", **isi):
    """A condition that is sound in itself: one indicator, tied to ``ke`` ("PROGRAM:p1")."""
    jenjang, _, komponen = ke.partition(":")
    bawaan = {"indikator": (Ukuran(f"Ukuran {uid}"),), "teks": f"Kondisi {uid}", "id": 1}
    bawaan |= {"komponen": (rujuk(komponen, jenjang),) if ke else ()}
    return Kondisi(uid=uid, peran=peran, anak=anak, **bawaan | isi)


def komponen(uid, jenjang, *anak, **isi):
    """A box that lacks nothing."""
    bawaan = {"indikator": (Ukuran(f"Indikator {uid}", "%", dict.fromkeys(TAHUN, "10")),)}
    bawaan |= {"kinerja": f"Sasaran {uid}", "berkondisi": True, "id": 2}
    bawaan |= {"jumlah": Jumlah(100, 0, 0)}
    return Komponen(uid=uid, jenjang=jenjang, anak=anak, **bawaan | isi)


def program(uid, *kegiatan):
    return komponen(uid, "PROGRAM", *kegiatan, nama=f"Program {uid}")


def kegiatan(uid):
    return komponen(uid, "KEGIATAN", komponen(f"s{uid}", "SUB_KEGIATAN"))


def tujuan(*sasaran):
    return komponen("t", "TUJUAN", *sasaran, kinerja="Kondisi o")


def daun(uid, ke):
    return kondisi(uid, "KONDISI_OPERASIONAL", ke=ke)


def cabang(n, lain=()):
    """A CSF with one kondisi antara, its kegiatan, two leaves."""
    kecil = kondisi(
        f"k{n}", "KONDISI_ANTARA", daun(f"d{n}", f"SUB_KEGIATAN:sk{n}"),
        daun(f"e{n}", f"SUB_KEGIATAN:sk{n}"), ke=f"KEGIATAN:k{n}",
    )  # fmt: skip
    antara = kondisi(f"a{n}", "KONDISI_ANTARA", kecil, *lain, ke=f"PROGRAM:p{n}")
    return kondisi(f"c{n}", "CSF", antara, ke=f"SASARAN:s{n}")


@pytest.fixture
def isi():
    """Two CSF with two sasaran; the first has two programs."""
    satu = komponen(
        "s1", "SASARAN", program("p1", kegiatan("k1"), kegiatan("k3")), program("p3", kegiatan("x"))
    )
    dua = komponen("s2", "SASARAN", program("p2", kegiatan("k2")))
    return IsiPenjenjangan(
        pemda="Kabupaten Contoh",
        perangkat_daerah="Dinas Sosial",
        periode="2025-2026",
        tahun=2025,
        daftar_tahun=TAHUN,
        kata=kata(),
        butir={k: (ButirIsi(1, "Butir"),) for k in ("EKSPEKTASI", "MANDAT", "ISU")},
        kondisi=(kondisi("o", "OUTCOME", cabang(1), cabang(2), ke="TUJUAN:t"),),
        komponen=(tujuan(satu, dua),),
        daerah=(Daerah("Tujuan daerah", ("IPM",), "Sasaran daerah"),),
        pemegang={"RPJMD": "A", "RENSTRA": "B", "PROGRAM": "C", "KEGIATAN": "D"},
    )


def temuan(isi, tingkat=("GALAT", "PERINGATAN")):
    return [
        (t.tahap, t.temuan.kode, t.temuan.letak.simpul)
        for t in periksa_penjenjangan(isi)
        if t.temuan.tingkat in tingkat
    ]


def ganti(hutan, uid, ubah):
    """The forest with one box changed (None: taken away)."""
    hasil = []
    for k in hutan:
        satu = ubah(k) if k.uid == uid else replace(k, anak=ganti(k.anak, uid, ubah))
        hasil += [satu] if satu else []
    return tuple(hasil)


def test_a_sound_document_has_only_notes(isi):
    assert temuan(isi) == []
    assert {k for _, k, _ in temuan(isi, ("INFO",))} == {"SATU_TURUNAN"}


@pytest.mark.parametrize(
    ("uid", "ubah", "dicari"),
    [
        ("o", {"peran": "CSF"}, ("1", "OUTCOME_TIDAK_ADA", "")),
        ("c1", {"anak": ()}, ("3", "CSF_TANPA_KONDISI", "c1")),
        ("c1", {"peran": ""}, ("3", "PERAN_KOSONG", "c1")),
        ("k1", {"anak": ()}, ("3", "BELUM_OPERASIONAL", "k1")),
        ("k1", {"peran": "KONDISI_OPERASIONAL"}, ("3", "OPERASIONAL_BERTURUNAN", "k1")),
        ("d1", {"indikator": ()}, ("4", "TANPA_INDIKATOR", "d1")),
        ("d1", {"indikator": (Ukuran("kondisi  D1"),)}, ("4", "INDIKATOR_SAMA", "d1")),
        ("d1", {"komponen": ()}, ("4", "DAUN_TANPA_TAUTAN", "d1")),
        ("a1", {"komponen": ()}, ("4", "KONDISI_TANPA_KOMPONEN", "a1")),
        ("c1", {"komponen": (rujuk("p1", "PROGRAM"),)}, ("4", "JENJANG_LAIN", "c1")),
        ("a1", {"komponen": (rujuk("p2", "PROGRAM"),)}, ("4", "LETAK_LAIN", "a1")),
        ("a1", {"komponen": (rujuk("k1", "KEGIATAN"),)}, ("4", "JENJANG_MELOMPAT", "a1")),
    ],
)
def test_what_a_condition_lacks(isi, uid, ubah, dicari):
    lain = replace(isi, kondisi=ganti(isi.kondisi, uid, lambda k: replace(k, **ubah)))

    assert dicari in temuan(lain)


@pytest.mark.parametrize(
    ("uid", "ubah", "dicari"),
    [
        ("s1", {"indikator": ()}, ("5.1", "TANPA_INDIKATOR", "s1")),
        ("s1", {"indikator": (Ukuran("x", "", {2025: "1"}),)}, ("5.1", "TARGET_KOSONG", "s1")),
        ("p1", {"anak": ()}, ("5.2", "PROGRAM_TANPA_KEGIATAN", "p1")),
        ("p1", {"berkondisi": False}, ("5.2", "KOMPONEN_TANPA_KONDISI", "p1")),
        ("k1", {"indikator": (Ukuran("x", "", {2026: "1"}),)}, ("5.2", "TARGET_KOSONG", "k1")),
        ("k1", {"jumlah": Jumlah(100, 0, 0, 90, False)}, ("5.2", "ANGGARAN_TIDAK_COCOK", "k1")),
        ("sk1", {"jumlah": None}, ("5.3", "ANGGARAN_KOSONG", "sk1")),
        ("sk1", {"jumlah": Jumlah(0, 1, 0)}, ("5.3", "ANGGARAN_TIDAK_TERBACA", "sk1")),
        ("s1", {"jenjang": "TUJUAN"}, ("5.2", "PROGRAM_TANPA_SASARAN", "p1")),
        ("t", {"kinerja": "Tujuan lain"}, ("5.1", "TUJUAN_BERBEDA", "")),
        ("t", {"varian": ("Lain: Tujuan lain",)}, ("5.1", "TUJUAN_BERBEDA", "")),
    ],
)
def test_what_a_component_lacks(isi, uid, ubah, dicari):
    lain = replace(isi, komponen=ganti(isi.komponen, uid, lambda k: replace(k, **ubah)))

    assert dicari in temuan(lain)


@pytest.mark.parametrize(
    ("ubah", "dicari"),
    [
        ({"butir": {"MANDAT": (ButirIsi(1, "a"),)}}, ("1", "KOLOM_KOSONG", "")),
        ({"butir": {"ISU": (ButirIsi(1, "A a"), ButirIsi(2, "a  A"))}}, ("1", "BUTIR_KEMBAR", "")),
        ({"kondisi": ()}, ("2", "CSF_TIDAK_ADA", "")),
        ({"kondisi": (cabang(1),)}, ("2", "CSF_LEPAS", "c1")),
        (
            {"kondisi": (kondisi("o", "OUTCOME"), kondisi("q", "OUTCOME", cabang(1)))},
            ("2", "OUTCOME_TANPA_CSF", "o"),
        ),
        ({"komponen": ()}, ("5.1", "TUJUAN_TIDAK_ADA", "")),
        ({"komponen": ()}, ("matriks", "TANPA_PROGRAM", "")),
        ({"daerah": ()}, ("matriks", "RPJMD_KOSONG", "")),
        ({"pemegang": {}}, ("matriks", "PEMEGANG_KOSONG", "")),
        ({"bentang": (1, 2)}, ("matriks", "BENTANG_LAIN", "")),
        ({"bentang": (1, 1)}, ("matriks", "BENTANG_TIDAK_PAS", "")),
    ],
)
def test_what_the_document_lacks(isi, ubah, dicari):
    assert dicari in temuan(replace(isi, **ubah))


def test_other_wordings_of_the_source_are_told_where_they_are_printed(isi):
    lain = replace(
        isi,
        kondisi=ganti(isi.kondisi, "d1", lambda k: replace(k, varian=("Tahap 3: lain",))),
        komponen=ganti(isi.komponen, "k1", lambda k: replace(k, varian=("Tahap 4: lain",))),
    )

    varian = [t for t in temuan(lain, ("INFO",)) if t[1] == "VARIAN_SUMBER"]
    assert varian == [("3", "VARIAN_SUMBER", "d1"), ("5.2", "VARIAN_SUMBER", "k1")]


def test_the_table_titles_follow_role_and_place_until_one_is_chosen(isi):
    judul = {t.kondisi.uid: t.judul_kiri for t in susun.tabel_tahap3(isi)}
    assert judul == {
        "c1": "Faktor Penyebab/Pembentuk (CSF 1)",
        "a1": "Kondisi Antara CSF (Critical Success Factor) 1",
        "k1": "Kondisi Antara (Kondisi a1)",
        "c2": "Faktor Penyebab/Pembentuk (CSF 2)",
        "a2": "Kondisi Antara CSF (Critical Success Factor) 2",
        "k2": "Kondisi Antara (Kondisi a2)",
    }

    lain = replace(isi, bentuk_kiri={"k1": "TANPA_KURUNG"})
    assert susun.tabel_tahap3(lain)[2].judul_kiri == "Kondisi Antara Kondisi a1"
    pilihan = susun.pilihan_kiri(lain, "k1")
    assert pilihan[""] == pilihan["KONDISI"] == "Kondisi Antara (Kondisi a1)"
    assert susun.pilihan_kiri(isi, "d1") == {}


def test_the_pages_of_tahap_4_begin_below_a_csf_or_below_the_top(isi):
    def kepala(satu):
        return [("".join(k.uid for k in c.jalur), c.kepala.uid) for c in susun.cabang_tahap4(satu)]

    assert kepala(isi) == [("oc1", "a1"), ("oc2", "a2")]
    assert [k.uid for k in telusur(susun.ringkasan_tahap4(isi))] == ["o", "c1", "a1", "c2", "a2"]
    tanpa = replace(isi, kondisi=(kondisi("o", "", kondisi("a", ""), kondisi("b", "")),))
    assert kepala(tanpa) == [("o", "a"), ("o", "b")]


def test_goals_without_any_target_are_left_out_while_others_have_some(isi):
    kosong = komponen("u", "TUJUAN", komponen("v", "SASARAN", indikator=()), indikator=())
    dua = replace(isi, komponen=(kosong, *isi.komponen))

    assert [b.komponen.uid for b in susun.tabel_tujuan(dua)] == ["t"]
    assert [b.komponen.uid for b in susun.tabel_sasaran(dua)] == ["s1", "s2"]
    assert ("5.1", "TUJUAN_TANPA_TARGET", "u") in temuan(dua)
    sendiri = replace(isi, komponen=(kosong,))
    assert [b.komponen.uid for b in susun.tabel_tujuan(sendiri)] == ["u"]


def test_blocks_repeat_what_stands_above(isi):
    blok = [(b.atas.uid, b.komponen.uid) for b in susun.blok_program(isi)]
    assert blok == [("p1", "k1"), ("p1", "k3"), ("p3", "x"), ("p2", "k2")]
    assert [(a.uid, len(d)) for a, d in susun.kelompok(susun.blok_program(isi))] == [
        ("p1", 2), ("p3", 1), ("p2", 1),
    ]  # fmt: skip
    sub = [(b.atas.uid, b.komponen.uid) for b in susun.blok_sub_kegiatan(isi)]
    assert sub == [("k1", "sk1"), ("k3", "sk3"), ("x", "sx"), ("k2", "sk2")]


def test_the_matrix_has_a_page_per_kegiatan_and_stretches_its_sasaran(isi):
    halaman = matriks.matriks(isi)

    assert [h.ke for h in halaman] == [1, 2]
    assert len(halaman[0].baris) == 11
    sasaran = {b.komponen: b for b in halaman[0].baris}["Sasaran Renstra"]
    assert [(s.teks, s.rentang) for s in sasaran.sel] == [
        (("Sasaran s1",), 2),
        (("Sasaran s2",), 1),
    ]
    kegiatan_kedua = {b.komponen: b for b in halaman[1].baris}["Kegiatan"]
    assert [s.teks for s in kegiatan_kedua.sel] == [("Sasaran k3",), (), ()]
    for h in halaman:
        assert {sum(s.rentang for s in b.sel) for b in h.baris} == {3}
    ditulis = matriks.matriks(replace(isi, bentang=(1, 2)))[0]
    assert [s.rentang for s in ditulis.baris[5].sel] == [1, 2]


def test_holders_are_typed_or_those_who_answer(isi):
    tugas = ganti(isi.komponen, "p1", lambda k: replace(k, pemegang=("Kepala Bidang",)))
    satu = replace(isi, komponen=tugas, pemegang={"RPJMD": "A"})

    assert [matriks.pemegang(satu, b) for b in ("RPJMD", "RENSTRA", "PROGRAM", "KEGIATAN")] == [
        "A", "", "Kepala Bidang", "",
    ]  # fmt: skip


def test_words_of_the_document_outweigh_the_pemdas_and_ours():
    hasil = kata({"TAHAP_1": "Pemda", "TAHAP_2": "Pemda", "LAIN": "x"}, {"TAHAP_1": "Dokumen"})

    assert (hasil["TAHAP_1"], hasil["TAHAP_2"]) == ("Dokumen", "Pemda")
    assert set(hasil) == set(KATA)
    assert all(hasil.values())


def test_walking_a_forest_names_what_stands_above(isi):
    atas = {k.uid: "".join(a.uid for a in di) for di, k in dengan_atas(isi.kondisi)}

    assert atas["o"] == ""
    assert atas["e1"] == "oc1a1k1"
    assert atas["c2"] == "o"
    assert atas["d2"] == "oc2a2k2"
