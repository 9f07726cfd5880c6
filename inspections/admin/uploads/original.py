"""An uploaded file given back as it came: as a download that no browser opens in its own name."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from inspections.importing.staging import clean_name


def original(file):
    """The bytes of a stored file, never shown in the browser whatever they are."""
    response = HttpResponse(bytes(file.content), content_type="application/octet-stream")
    response["Content-Disposition"] = _attachment(file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _attachment(name):
    return content_disposition_header(as_attachment=True, filename=clean_name(name))
