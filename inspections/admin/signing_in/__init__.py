"""How staff sign in, how they prove again who they are, and where that ends. Most of it is django-allauth's.

`asks_again` is for views that do something of consequence; the rest is named by the settings.
"""

from inspections.admin.signing_in import lock_out
from inspections.admin.signing_in.asking import asks_again

__all__ = ["asks_again", "lock_out"]
