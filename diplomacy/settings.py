"""Settings: everything that a site may want different is an environment variable, listed in the README."""

from pathlib import Path

from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from diplomacy import environment as env
from diplomacy.release import release
from diplomacy.secrets import private_folder, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

env.read_file(BASE_DIR / ".env")  # what the process was started with comes before what this file says

VAR_DIR = private_folder(Path(env.text("VAR_DIR") or BASE_DIR / "var").absolute())

# -- Running

DEBUG = env.flag("DEBUG")
SECRET_KEY = secret_key(env.text("SECRET_KEY"), VAR_DIR / "secret_key")
SECRET_KEY_FALLBACKS = env.names("SECRET_KEY_FALLBACKS")
HOST = env.text("HOST", "127.0.0.1")  # where deploy/gunicorn.conf.py serves; the site answers to that name as well
ALLOWED_HOSTS = env.names(
    "ALLOWED_HOSTS", sorted({"localhost", "127.0.0.1", "[::1]", f"[{HOST}]" if ":" in HOST else HOST})
)
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS")
ROOT_URLCONF = "diplomacy.urls"
WSGI_APPLICATION = "diplomacy.wsgi.application"

INSTALLED_APPS = [
    "diplomacy.apps.StaffConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "simple_history",
    "events",
]

MIDDLEWARE = [
    "diplomacy.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "events.views.kept.KeptPagesMiddleware",  # before all that a page need not know to be the same for everybody
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "diplomacy.middleware.PrivateAnswersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "diplomacy.middleware.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

TEMPLATES = [
    {  # the staff's screens, which are Django's own with a few of ours in front
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "staff"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "diplomacy.context_processors.site",
            ],
        },
    },
    {
        "BACKEND": "events.rendering.compiling.PublicTemplates",
        "NAME": "jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "events.rendering.environment",
            "context_processors": [
                "django.template.context_processors.i18n",
                "diplomacy.context_processors.site",
            ],
        },
    },
]

# -- Data

DATABASES = {"default": env.database("DATABASE_URL", VAR_DIR / "archive.sqlite3")}
# Opening a connection for each request costs as much as the page itself, on SQLite too: it reads the whole schema.
DATABASES["default"] = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True} | DATABASES["default"]
STATEMENT_TIMEOUT = env.number("STATEMENT_TIMEOUT", 0)  # milliseconds; wsgi.py sets one for the site
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    OPTIONS = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # Not `trusted_schema=OFF`: SQLite 3.40 then refuses the JSON_VALID checks of JSON columns.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON",
    }
else:
    # A server that has gone is noticed within seconds, not after the quarter of an hour that TCP would wait.
    OPTIONS = {
        "connect_timeout": 3,
        "keepalives_idle": 30,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 10_000,
    }
    if STATEMENT_TIMEOUT:
        limits = {
            "statement_timeout": STATEMENT_TIMEOUT,
            "lock_timeout": 3000,
            "idle_in_transaction_session_timeout": 10_000,
        }
        OPTIONS["options"] = " ".join(f"-c {name}={milliseconds}" for name, milliseconds in limits.items())
DATABASES["default"]["OPTIONS"] = OPTIONS | DATABASES["default"]["OPTIONS"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- Languages and time

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "diplomacy.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# -- Static files

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # The manifest needs `collectstatic` first, which someone at a debugging server has not run.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "diplomacy.static.StaticStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

# -- Staff

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"

# -- Security

HTTPS = env.flag("HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
if env.flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
# The staff page of an event sends some twenty fields for each of its commitments; Django's 1,000 end at fifty.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# -- Logging

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["stderr"],
        "level": env.choice("LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], "INFO"),
    },
    # Django would mail errors to ADMINS while the reader waits.
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # It warns of every HEAD request, whose body Django leaves to the server to drop.
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}

# -- The archive

SITE_NAME = env.text("SITE_NAME") or _("Diplomatic Events Archive")

# -- Kept pages

CACHES = {"default": env.cache("CACHE_URL")}
RELEASE = SimpleLazyObject(lambda: release(BASE_DIR, env.text("SITE_NAME"), STATIC_URL))
