"""All settings, in one file. The README's table lists every variable read here.

A variable that is required and missing stops start-up by name (`MissingVariable`).
"""

import sys
from datetime import timedelta
from pathlib import Path

from environs import Env

from config.application_name import application_name
from config.database import database_settings, is_example_name
from config.environment import required

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

# --- What this installation is ----------------------------------------------------------------------------------------

ENVIRONMENT = required(env, "ENVIRONMENT", choices=("development", "production", "test"))
IS_PRODUCTION = ENVIRONMENT == "production"
SECRET_KEY = required(env, "SECRET_KEY")
DEBUG = env.bool("DEBUG", False)
DATA_DIR = (BASE_DIR / env.str("DATA_DIR", "var")).resolve()

SERVICE_NAME = "Probation inspection findings"
SERVICE_OWNER = env.str("SERVICE_OWNER", "")
# Off by default: who has worked on an edition needs somebody else's approval. Where it is on, each release says so.
ONE_PERSON_MAY_PUBLISH = env.bool("ONE_PERSON_MAY_PUBLISH", False)
REPORT_A_MISTAKE_EMAIL = env.str("REPORT_A_MISTAKE_EMAIL", "")

# --- Application ------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "inspections",
    "django_tables2",
    "pgtrigger",
    "pghistory",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # After what serves static files, which are compressed already. Each answer is lengthened at random, and tokens in
    # forms are masked anew, so that its size tells nothing (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    "inspections.views.page_cache.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "inspections.admin.signing_in.signed_in.SignedInMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["config.templates.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "debug": DEBUG or ENVIRONMENT == "test",  # so that the lines of templates can be counted
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "inspections.views.context.service",
            ],
        },
    },
]

DJANGO_TABLES2_TEMPLATE = "django_tables2/govuk.html"

# --- Store ------------------------------------------------------------------------------------------------------------

DATABASES = {
    "default": database_settings(
        env.str("DATABASE_URL", ""),
        data_dir=DATA_DIR,
        durable=ENVIRONMENT != "test",
        is_example=env.bool("EXAMPLE_DATA", False),
        application=application_name(sys.argv),
    )
}
# Everything in the store is made up, and every page says so. By its name, so that no database of that kind is without.
EXAMPLE_DATA = is_example_name(DATABASES["default"]["NAME"])

# History is written by database triggers and can't be changed afterwards, not even by us.
PGHISTORY_APPEND_ONLY = True
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# --- Finished pages, see inspections/views/page_cache.py --------------------------------------------------------------

PAGE_CACHE = env.bool("PAGE_CACHE", True)
CACHES = {
    # One for all processes: a code that was used in one, and how often somebody tried, must be known in the others.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # In each process for itself. What has not been asked for the longest time goes first.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 100},
    },
}

# --- Language and time ------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# --- Static files -----------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Pages name hashed files only; leaving the others out halves the time it takes to compress them.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if ENVIRONMENT == "test"
            else "config.static.HashedStaticFilesStorage"
        ),
    },
}

# --- Security ---------------------------------------------------------------------------------------------------------

ALLOWED_HOSTS = (
    [host for host in required(env, "ALLOWED_HOSTS").split(",") if host]
    if IS_PRODUCTION
    else env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
)
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}
X_FRAME_OPTIONS = "DENY"
# A report with hundreds of problems is one form; what is typed in it is small. Files have limits of their own.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FILES = 100
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_SECURE = IS_PRODUCTION
SECURE_SSL_REDIRECT = IS_PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if IS_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_PRODUCTION
SECURE_HSTS_PRELOAD = IS_PRODUCTION
BEHIND_TLS_PROXY = env.bool("BEHIND_TLS_PROXY", False)
if BEHIND_TLS_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Accounts of staff, see inspections/admin/signing_in/ and docs/operations.md --------------------------------------

SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", IS_PRODUCTION)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
LOGOUT_REDIRECT_URL = "account_login"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# A link by which somebody sets a password: over a weekend.
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60

# A session ends with the browser, after an hour without use and twelve hours after signing in.
SESSION_COOKIE_AGE = 60 * 60
SESSION_ENDS_AFTER = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = IS_PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # not Strict: a sign-in service leads back by a link

ACCOUNT_ADAPTER = "inspections.admin.signing_in.adapters.AccountAdapter"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "inspections.admin.signing_in.link_tokens.LinkTokens"  # noqa: S105 a path
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
# Failed passwords are counted by django-axes; these are for codes, by person. Others of allauth stay as they are.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/15m/key,20/d/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_TLS_PROXY else 0
MFA_TOTP_ISSUER = SERVICE_NAME
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are not verified here at all

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# Together, so that a stranger elsewhere keeps nobody out; nor for longer by trying on.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "inspections.admin.signing_in.lock_out.name_tried"
AXES_CLIENT_IP_CALLABLE = "inspections.admin.signing_in.lock_out.address_of"
AXES_LOCKOUT_CALLABLE = "inspections.admin.signing_in.lock_out.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code", "csrfmiddlewaretoken"]

# A sign-in service, by OpenID Connect. It signs in accounts that there are, and makes none.
OIDC_SERVER_URL = env.str("OIDC_SERVER_URL", "")
SOCIALACCOUNT_ADAPTER = "inspections.admin.signing_in.adapters.ServiceAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a link: our policy lets no form lead to another host
if OIDC_SERVER_URL:
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APP": {
                "provider_id": "staff",
                "name": env.str("OIDC_NAME", "") or "single sign-on",
                "client_id": required(env, "OIDC_CLIENT_ID"),
                "secret": required(env, "OIDC_CLIENT_SECRET"),
                "settings": {"server_url": OIDC_SERVER_URL, "oauth_pkce_enabled": True},
            }
        }
    }
