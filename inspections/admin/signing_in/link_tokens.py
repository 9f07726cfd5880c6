"""What makes the address of a link hard to guess, and says whether it still holds."""

from django.contrib.auth.tokens import PasswordResetTokenGenerator


class LinkTokens(PasswordResetTokenGenerator):
    """Django's, but for accounts that are open only (ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR)."""

    def check_token(self, user, token):
        return user is not None and user.is_active and super().check_token(user, token)
