"""The pages of allauth that are used. No other of its addresses answers."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp.views import deactivate_totp
from allauth.socialaccount import views as service
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.urls import path
from django.views.decorators.cache import never_cache

from inspections.admin.signing_in.asking import carry_on
from inspections.admin.signing_in.pages import activate_totp, password_change
from inspections.admin.signing_in.password_link import SetPasswordView


def page(address, view, name):
    return path(address, never_cache(view), name=name)


urlpatterns = [
    page("login/", account.login, "account_login"),
    page("logout/", account.logout, "account_logout"),
    page("inactive/", account.account_inactive, "account_inactive"),
    page("password/change/", password_change, "account_change_password"),
    page("password/link/<slug:uidb36>/<slug:key>/", SetPasswordView.as_view(), "account_reset_password_from_key"),
    page("reauthenticate/", account.reauthenticate, "account_reauthenticate"),
    page("carry-on/", carry_on, "account_carry_on"),
    page("2fa/", second_factor.index, "mfa_index"),
    page("2fa/authenticate/", second_factor.authenticate, "mfa_authenticate"),
    page("2fa/reauthenticate/", second_factor.reauthenticate, "mfa_reauthenticate"),
    page("2fa/totp/activate/", activate_totp, "mfa_activate_totp"),
    page("2fa/totp/deactivate/", deactivate_totp, "mfa_deactivate_totp"),
    page("2fa/recovery-codes/", recovery_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    page("2fa/recovery-codes/generate/", recovery_codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    page("2fa/recovery-codes/download/", recovery_codes.download_recovery_codes, "mfa_download_recovery_codes"),
    # Not found unless a service is configured by that name.
    page("oidc/<slug:provider_id>/login/", openid_connect.login, "openid_connect_login"),
    page("oidc/<slug:provider_id>/login/callback/", openid_connect.callback, "openid_connect_callback"),
    page("oidc/cancelled/", service.login_cancelled, "socialaccount_login_cancelled"),
]
