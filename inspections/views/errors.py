"""Where an error of the domain becomes an answer of the web: one place."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse

from inspections.queries.published_edition import NotHeld
from inspections.views.former_name import at_name_of_today
from inspections.views.no_longer_public import no_longer_public


def not_held_is_404(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What is not held under an address is not found there, unless it is under another name of its place.

    What was public there once is gone, with the reason.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotHeld as error:
            moved = at_name_of_today(request)
            if moved:
                return moved
            gone = no_longer_public(request)
            if gone:
                return gone
            raise Http404(str(error)) from error

    return answer
