# Pohon Kinerja. Every target works on a bare Debian with Python 3.11+, git and make.
PYTHON ?= python3
export PORT
.DEFAULT_GOAL := help
.PHONY: help demo test check bench kunci

help:
	@echo "make demo   pasang, isi data contoh, sajikan di http://127.0.0.1:8000 (PORT=...)"
	@echo "make test   semua pemeriksaan dan uji, SQLite dan PostgreSQL, peramban"
	@echo "make check  gaya, tipe, dan uji tanpa basis data (kurang dari 30 detik)"
	@echo "make bench  ukuran: perbandingan dengan alat lain"
	@echo "make kunci  tulis ulang requirements.lock (PERBARUI=1: versi terbaru)"

demo:
	@$(PYTHON) -m scripts.demo

test:
	@$(PYTHON) -m scripts.uji semua

check:
	@$(PYTHON) -m scripts.uji cepat

bench:
	@$(PYTHON) -m scripts.lingkungan uji && .venv/bin/python -m scripts.bench $(NAMA)

kunci:
	@$(PYTHON) -m scripts.kunci
