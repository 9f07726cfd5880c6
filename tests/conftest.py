"""What holds for every test: no network but this machine's own, and in CI no test left out."""

import os
from pathlib import Path

import pytest
import pytest_socket

THIS_MACHINE = ["127.0.0.1", "::1"]


def pytest_configure() -> None:
    from django.conf import settings

    # WhiteNoise warns about a missing folder, and a warning fails a test.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


def pytest_runtest_setup() -> None:
    pytest_socket.socket_allow_hosts(THIS_MACHINE, allow_unix_socket=True)


def _skipped_in_ci(config: pytest.Config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    is_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    return len(reporter.stats.get("skipped", [])) if is_ci and reporter else 0


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test is a failure: there, everything a test needs has been installed."""
    if exitstatus == pytest.ExitCode.OK and _skipped_in_ci(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if skipped := _skipped_in_ci(config):
        terminalreporter.write_line(f"{skipped} skipped: in CI a skipped test is a failure.", red=True)
