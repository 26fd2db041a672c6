"""Which own rules a command knows that checks nothing itself: those of its options, or those of the
configuration of the working folder."""

from __future__ import annotations

from mtcheck.cli.options import complain


def known_rule_files(
    given: list[str] | None, *, config: str | None, no_config: bool
) -> tuple[str, ...]:
    """The rule files that were given, or else those that the configuration names. Ends the command
    where the configuration is broken."""
    if given:
        return tuple(given)
    from mtcheck.cli.configuring import configuration_known, found_configuration

    with configuration_known():
        return found_configuration([], config, no_config, {}).of_run().settings.rule_files


def complain_of_packages() -> bool:
    """Tell of the packages of rules that cannot be used. Can all?"""
    from mtcheck.registry import package_failures

    for failure in package_failures():
        complain(failure.path, failure.message)
    return not package_failures()
