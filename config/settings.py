"""Settings from the environment; a ``.env`` beside manage.py is read if present.

Development is the default. ``LINGKUNGAN=produksi`` refuses to start without SECRET_KEY and
ALLOWED_HOSTS. Real environment variables win over the file; ``BERKAS_ENV`` names another file, or
none when it is empty. ``.env.example`` lists every variable.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
if berkas_env := env("BERKAS_ENV", default=".env"):
    env.read_env(BASE_DIR / berkas_env)

LINGKUNGAN = env("LINGKUNGAN", default="pengembangan")
if LINGKUNGAN not in ("pengembangan", "produksi"):
    raise ImproperlyConfigured("LINGKUNGAN is either pengembangan or produksi.")
PRODUKSI = LINGKUNGAN == "produksi"
DEBUG = env.bool("DEBUG", default=False) and not PRODUKSI
SECRET_KEY = env("SECRET_KEY", default="" if PRODUKSI else "hanya-untuk-pengembangan")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUKSI else ["127.0.0.1", "localhost"])
if PRODUKSI and len(SECRET_KEY) < 32:
    raise ImproperlyConfigured("LINGKUNGAN=produksi needs SECRET_KEY (32 characters or more).")
if PRODUKSI and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("LINGKUNGAN=produksi needs ALLOWED_HOSTS, comma separated.")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",  # its templates, found beside ours by FORM_RENDERER
    "mptt",
    "import_export",
    "template_partials",
    "django_htmx",
    "csp",
    "axes",
    "django_tasks",
    "django_tasks_db",
    "kinerja",
    "cascading",
    "iku",
    "laporan",
]
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",  # outermost: redirects and static files carry the header too
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kinerja.akses.WajibMasuk",
    "kinerja.akses.WajibGantiSandi",
    "kinerja.akses.TanpaSimpan",
    "kinerja.akses.TanpaNul",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "kinerja.akses.SalahCara",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kinerja.bingkai.bingkai",
            ]
        },
    }
]

FORM_RENDERER = "kinerja.perender.PerenderFormulir"

DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "data")))
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR}/kinerja.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    # IMMEDIATE is the write lock on SQLite (select_for_update does nothing there); with it
    # ATOMIC_REQUESTS must stay off and no PDF may be rendered inside a transaction.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Rows of tree pages, a megabyte for 3,000 boxes: few entries, so that a process stays small.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "lembar": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "lembar",
        "OPTIONS": {"MAX_ENTRIES": 32},
    },
    # A few numbers per document and year.
    "dasbor": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "dasbor",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "kinerja.Pengguna"
LOGIN_URL = "/masuk/"
LOGIN_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{nama}"}
    for nama in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AXES_FAILURE_LIMIT = env.int("AXES_FAILURE_LIMIT", default=5)
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "kinerja.views.akun.terkunci"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page says how long; it stays true
AXES_CLIENT_IP_CALLABLE = "config.proksi.alamat_pengunjung"
JUMLAH_PROKSI = env.int("JUMLAH_PROKSI", default=0)  # trusted proxies before the application
AXES_RESET_ON_SUCCESS = True
PASSWORD_RESET_TIMEOUT = env.int("TAUTAN_SANDI_HARI", default=3) * 24 * 3600
SESSION_COOKIE_AGE = env.int("UMUR_SESI_JAM", default=12) * 3600

ALAMAT_SITUS = env("ALAMAT_SITUS", default="").rstrip("/")  # https://…, for links in e-mail
SUREL = bool(env("EMAIL_URL", default=""))  # smtp+tls://user:password@host:587
if SUREL:
    vars().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = env("SUREL_DARI", default="pohon-kinerja@localhost")

LANGUAGE_CODE = "id"
TIME_ZONE = env("TIME_ZONE", default="Asia/Jakarta")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(BASE_DIR / "static_terkumpul")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "config.statis.StatisBersidik"
            if PRODUKSI or env.bool("STATIC_MANIFEST", default=False)
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = not PRODUKSI
MEDIA_ROOT = DATA_DIR / "berkas"
IMPOR_BATAS = env.json("IMPOR_BATAS", default={})  # names: kinerja/impor/pengaman/batas.py
HASIL_DIR = DATA_DIR / "hasil"  # render cache, outside the database
TTE_JANGKAR = env("TTE_JANGKAR", default="")  # folder of certificates to trust signatures by
TTE_DARING = env.bool("TTE_DARING", default=False)  # ask issuers about revoked certificates
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "kinerja.unggahan.BatasUnggahan",  # stops at the limit before anything is kept
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
HTTPS = PRODUKSI and env.bool("HTTPS", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^sehat/$"]  # asked from inside, without TLS
SECURE_HSTS_SECONDS = env.int("HSTS_DETIK", default=31_536_000) if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
# The pemda's other sites share its domain: subdomains and preload lists are not ours to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"layar": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["layar"], "level": env("LOG", default="WARNING")},
    "loggers": {"django": {"handlers": ["layar"], "level": "WARNING", "propagate": False}},
}
