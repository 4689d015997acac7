"""Django's settings, from what configuration.py reads."""

from pathlib import Path

from samverk.portal.site.configuration import database, mail, read_settings, secret_key
from samverk.portal.site.logs import logging
from samverk.portal.site.oidc import applications, origins

PACKAGE = Path(__file__).parents[2]
SETTINGS = read_settings()
SETTINGS.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)  # people's data: for nobody else on the machine
STATIC_ROOT = SETTINGS.data_dir / "static"
STATIC_ROOT.mkdir(exist_ok=True)

DEBUG = SETTINGS.debug
DEMO = SETTINGS.demo
SECRET_KEY = secret_key(SETTINGS)
ALLOWED_HOSTS = SETTINGS.allowed_hosts
CSRF_TRUSTED_ORIGINS = SETTINGS.trusted_origins
ROOT_URLCONF = "samverk.portal.site.urls"
WSGI_APPLICATION = "samverk.portal.site.wsgi.application"
LOGGING = logging(SETTINGS.log_level)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "samverk.portal.web.account",  # before allauth, whose screens it clothes
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "samverk.portal.foundation",
    "samverk.portal.ledger",
    "samverk.portal.documents",
    "samverk.portal.notices",
    "samverk.portal.people",
    "samverk.portal.organisations",
    "samverk.portal.calls",
    "samverk.portal.alliances",
    "samverk.portal.api",
    "samverk.portal.web.shared",
    "samverk.portal.web.agency",
    "samverk.portal.web.alliance",
    "samverk.portal.web.organisation",
    "samverk.portal.web.public",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "samverk.portal.site.headers.permissions_policy",
    "samverk.portal.api.boundary.problems",
    "django.middleware.gzip.GZipMiddleware",  # tokens are masked and lengths padded, so size tells nothing
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samverk.portal.site.access.by_list",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.csrf",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": database(SETTINGS)}
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account:home"
MEDIA_ROOT = SETTINGS.data_dir / "files"  # no address leads there: files are given out by views that ask who it is
SCAN_COMMAND = SETTINGS.scan_command
PUBLIC_ADDRESS = SETTINGS.public_address.rstrip("/")
MAIL = mail(SETTINGS)
NINJA_NUM_PROXIES = (
    1 if SETTINGS.https else 0
)  # whose word on the caller's address is taken: the proxy's, if there is one
EMAIL_BACKEND = MAIL.backend
EMAIL_FILE_PATH = SETTINGS.data_dir / "mail"
EMAIL_HOST = MAIL.host
EMAIL_PORT = MAIL.port
EMAIL_HOST_USER = MAIL.user
EMAIL_HOST_PASSWORD = MAIL.password
EMAIL_USE_TLS = MAIL.tls
EMAIL_USE_SSL = MAIL.ssl
DEFAULT_FROM_EMAIL = SETTINGS.mail_from
EMAIL_TIMEOUT = 10  # seconds; a letter that is being sent is its sender's for five minutes

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that signed up, which comes back to what it had in hand
ACCOUNT_ADAPTER = "samverk.portal.web.account.adapter.AccountAdapter"
ACCOUNT_SIGNUP_FORM_CLASS = "samverk.portal.web.account.forms.sign_up.SignUp"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = None  # the reader is asked
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": applications(SETTINGS.oidc)}}
SOCIALACCOUNT_ADAPTER = "samverk.portal.web.account.adapter.ProviderAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Samverk"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = SETTINGS.language
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Brussels"  # deadlines are set there
USE_TZ = True
FORMAT_MODULE_PATH = "samverk.portal.site.formats"

STATIC_URL = "static/"
STATICFILES_DIRS = [PACKAGE / "portal" / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "samverk.portal.site.static.HashedStaticFiles"},
}
WHITENOISE_USE_FINDERS = True  # before anything is collected, plain names are served from the source

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # the design system draws its icons as masks with data addresses
        "base-uri": ["'none'"],
        "form-action": ["'self'", *origins(SETTINGS.oidc)],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000  # an alliance of 200 organisations is one form
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SETTINGS.https
CSRF_COOKIE_HTTPONLY = True
if SETTINGS.https:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
