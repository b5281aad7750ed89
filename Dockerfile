FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PIP_NO_CACHE_DIR=1 \
    BIND=0.0.0.0:8000 \
    DATA_DIR=/data \
    PATH=/app/.venv/bin:$PATH
WORKDIR /app

# The same lists that `make demo` uses: system libraries and fonts, then pinned packages.
COPY pyproject.toml requirements.lock ./
COPY scripts ./scripts
RUN python3 -m scripts.sistem demo && rm -rf /var/lib/apt/lists/*
RUN python3 -m scripts.lingkungan runtime

COPY . .
RUN LINGKUNGAN=produksi ALLOWED_HOSTS=localhost SECRET_KEY=hanya-untuk-mengumpulkan-berkas-statis \
    python manage.py collectstatic --noinput -v 0

RUN useradd --system --uid 1000 --home-dir /data kinerja && mkdir -p /data && chown kinerja /data
USER kinerja
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "--config", "config/gunicorn.py", "config.wsgi:application"]
