"""`--help` with the options in groups, without loading rich for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperCommand

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter

READING = "What is read, and how"
RULES = "Which rules speak"
VERDICT = "When the run fails"
REPORTING = "What is reported, and where"
FIXING = "Fixes"
RUNNING = "How the command behaves"
_PANELS = (READING, RULES, VERDICT, REPORTING, FIXING, RUNNING)
_REST = "Other options"


class GroupedCommand(TyperCommand):
    """A command whose options stand under the panels (`rich_help_panel`) that they name."""

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        groups: dict[str, list[tuple[str, str]]] = {"Arguments": []}
        groups |= {panel: [] for panel in (*_PANELS, _REST)}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is None:
                continue
            is_argument = parameter.param_type_name == "argument"
            named = getattr(parameter, "rich_help_panel", None) or _REST
            groups.setdefault("Arguments" if is_argument else named, []).append(record)
        for panel, records in groups.items():
            if records:
                with formatter.section(panel):
                    formatter.write_dl(records)
