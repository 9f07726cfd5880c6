"""What every answer has to say to the browser about what it may load."""

STRICT_POLICY = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "form-action": {"'self'"},
    "base-uri": {"'none'"},
    "frame-ancestors": {"'none'"},
}


def policy(headers) -> dict[str, set[str]]:
    """The directives of an answer."""
    directives = [words.split() for words in headers.get("Content-Security-Policy", "").split(";")]
    return {name: set(sources) for name, *sources in filter(None, directives)}
