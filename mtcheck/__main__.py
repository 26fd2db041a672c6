"""The command `mtcheck`, also as `python -m mtcheck`."""

import sys


def main() -> None:
    """Run the command; Ctrl-C ends it with 130 and no word, also while it still loads."""
    try:
        from mtcheck.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
