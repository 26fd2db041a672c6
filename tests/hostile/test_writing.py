"""Nothing is half-written: on a full disk, a closed pipe, Ctrl-C, in a read-only folder."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mtcheck.reporters import FORMATS
from tests.cli.calls import FAULTY, NEUTRAL_ENVIRONMENT, Called, installed, mtcheck

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits, signals and links of POSIX")
OLD = "what stood there before\n" * 10


def limited_to(size: int) -> Callable[[], None]:
    """For `preexec_fn`: no file may grow beyond the size, as on a full disk."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write then fails, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def without_the_rights_of_root() -> None:
    if os.geteuid() == 0 and sys.platform == "linux":
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability)


def run(folder: Path, *arguments: str, **options: object) -> Called:
    called = installed("check", *arguments, cwd=folder, **options)
    assert b"Traceback" not in called.stderr
    return called


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.en.txt").write_text(FAULTY * 200)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("how", ["output", "report"])
def test_a_full_disk_leaves_the_old_report_whole(how: str, folder: Path) -> None:
    (folder / "out").write_text(OLD)
    arguments = ["--output", "out"] if how == "output" else ["--report", "json=out"]
    called = run(folder, "a.en.txt", *arguments, preexec_fn=limited_to(2_000))
    assert called.returncode == 2
    assert b"out: cannot be written: " in called.stderr
    assert (folder / "out").read_text() == OLD
    assert names(folder) == ["a.en.txt", "out"]


def test_a_full_disk_leaves_the_article_whole(folder: Path) -> None:
    before = (folder / "a.en.txt").read_bytes()
    called = run(folder, "a.en.txt", "--fix", "-q", preexec_fn=limited_to(500))
    assert called.returncode == 2
    assert b"a.en.txt: cannot be fixed: " in called.stderr
    assert (folder / "a.en.txt").read_bytes() == before
    assert names(folder) == ["a.en.txt"]


def test_a_full_disk_leaves_the_old_baseline_whole(folder: Path) -> None:
    called = installed("baseline", "a.en.txt", cwd=folder)
    assert called.returncode == 0, called.stderr
    before = (folder / ".mtcheck-baseline.json").read_bytes()
    (folder / "b.en.txt").write_text(FAULTY.replace("Talks", "Votes") * 50)
    for arguments in (["baseline", ".", "--force"], ["baseline", "b.en.txt", "--update"]):
        called = installed(*arguments, cwd=folder, preexec_fn=limited_to(500))
        assert b"Traceback" not in called.stderr
        assert called.returncode == 2, arguments
        assert (folder / ".mtcheck-baseline.json").read_bytes() == before
    assert names(folder) == [".mtcheck-baseline.json", "a.en.txt", "b.en.txt"]


def test_a_full_disk_makes_no_cache_and_no_harm(folder: Path) -> None:
    cache = folder / "cache"
    environment = {**NEUTRAL_ENVIRONMENT, "MTCHECK_CACHE_DIR": str(cache)}
    whole = run(folder, "a.en.txt", "--format", "json", env=environment)
    for file in cache.rglob("*"):
        if file.is_file():
            file.unlink()
    called = run(
        folder, "a.en.txt", "--format", "json", env=environment, preexec_fn=limited_to(1_000)
    )
    assert (called.returncode, called.stdout) == (1, whole.stdout)
    kept = [file for file in cache.rglob("*") if file.is_file()]
    assert all(file.suffix == ".marshal" and file.stat().st_size < 1_000 for file in kept)
    again = run(folder, "a.en.txt", "--format", "json", env=environment)
    assert (again.returncode, again.stdout) == (1, whole.stdout)


def test_a_damaged_cache_is_as_good_as_none(folder: Path) -> None:
    cache = folder / "cache"
    environment = {**NEUTRAL_ENVIRONMENT, "MTCHECK_CACHE_DIR": str(cache)}
    whole = run(folder, "a.en.txt", "--format", "json", env=environment)
    kept = [file for file in cache.rglob("*") if file.is_file()]
    assert kept
    for damage in (b"", b"\0" * 100, b"cut"):
        for file in kept:
            file.write_bytes(damage if damage != b"cut" else file.read_bytes()[:50])
        called = run(folder, "a.en.txt", "--format", "json", env=environment)
        assert (called.returncode, called.stdout) == (1, whole.stdout)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
@pytest.mark.parametrize("format", FORMATS)
def test_full_standard_output_is_named(format: str, folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        called = subprocess.run(
            [Path(sys.executable).parent / "mtcheck", "check", ".", "--format", format],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, env=NEUTRAL_ENVIRONMENT, check=False,
        )  # fmt: skip
    assert called.returncode == 2
    assert (
        called.stderr == b"mtcheck: standard output: cannot be written: No space left on device\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
@pytest.mark.parametrize(
    "arguments", [["rules"], ["explain", "calque"], ["config"], ["check", ".", "--diff"],
                  ["check", "-", "--fix"], ["check", ".", "--show-files"], ["config", "--schema"]]
)  # fmt: skip
def test_other_commands_on_a_full_output_end_with_2(arguments: list[str], folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        called = subprocess.run(
            [Path(sys.executable).parent / "mtcheck", *arguments],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, env=NEUTRAL_ENVIRONMENT, check=False,
            input=(folder / "a.en.txt").read_bytes(),
        )  # fmt: skip
    assert b"Traceback" not in called.stderr
    assert called.returncode == 2
    assert b"No space left on device" in called.stderr


def test_a_step_summary_that_cannot_be_written_is_named(folder: Path) -> None:
    environment = {**NEUTRAL_ENVIRONMENT, "GITHUB_STEP_SUMMARY": str(folder / "no" / "summary")}
    called = mtcheck("check", ".", "--format", "github", cwd=folder, env=environment)
    assert called.returncode == 2
    assert b"summary: cannot be written" in called.stderr
    assert called.stdout.startswith(b"::error ")  # the annotations are there all the same


def test_a_read_only_folder_is_named(folder: Path) -> None:
    before = (folder / "a.en.txt").read_bytes()
    folder.chmod(0o555)
    try:
        options = {"preexec_fn": without_the_rights_of_root}
        written = run(folder, "a.en.txt", "--output", "out", **options)
        fixed = run(folder, "a.en.txt", "--fix", "-q", **options)
        based = installed("baseline", "a.en.txt", cwd=folder, **options)
    finally:
        folder.chmod(0o755)
    assert (written.returncode, fixed.returncode, based.returncode) == (2, 2, 2)
    assert b"out: cannot be written: Permission denied" in written.stderr
    assert b"a.en.txt: cannot be fixed: Permission denied" in fixed.stderr
    assert b"Permission denied" in based.stderr and b"Traceback" not in based.stderr
    assert (folder / "a.en.txt").read_bytes() == before
    assert names(folder) == ["a.en.txt"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_closed_pipe_ends_quietly(format: str, folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    called = subprocess.run(
        [Path(sys.executable).parent / "mtcheck", "check", ".", "--format", format],
        cwd=folder, stdout=writer, stderr=subprocess.PIPE, env=NEUTRAL_ENVIRONMENT, check=False,
    )  # fmt: skip
    os.close(writer)
    assert called.stderr == b""
    assert called.returncode in (0, 1)


INTERRUPTED = """
import os, signal, sys
import {module} as module
original = module.{function}
def interrupted(*arguments, **more):
    os.kill(os.getpid(), signal.SIGINT)
    return original(*arguments, **more)
module.{function} = interrupted
sys.argv = ["mtcheck", *sys.argv[1:]]
from mtcheck.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("module", "function"),
    [("mtcheck.engine", "check_document"), ("os", "fsync"),
     ("mtcheck.writing", "replace_in_pieces"), ("mtcheck.readers.files", "bytes_of"),
     ("mtcheck.summary", "report_of")],
)  # fmt: skip
@pytest.mark.parametrize(
    "arguments", [["--output", "out"], ["--report", "sarif=out"], ["--fix", "--output", "out"]]
)
def test_ctrl_c_ends_with_130_and_nothing_half_written(
    module: str, function: str, arguments: list[str], folder: Path
) -> None:
    """At every step that a run takes: the interrupt comes right there."""
    before = (folder / "a.en.txt").read_bytes()
    (folder / "out").write_text(OLD)
    program = INTERRUPTED.format(module=module, function=function)
    called = subprocess.run(
        [sys.executable, "-c", program, "check", "a.en.txt", *arguments],
        cwd=folder, capture_output=True, env=NEUTRAL_ENVIRONMENT, check=False,
    )  # fmt: skip
    assert (called.returncode, called.stderr) in ((130, b""), (130, b"\n")), called.stderr
    assert (folder / "out").read_text() == OLD
    assert (folder / "a.en.txt").read_bytes() == before
    assert names(folder) == ["a.en.txt", "out"]


def test_output_through_a_link_replaces_what_it_leads_to(folder: Path) -> None:
    """As a shell's > does; the link stays a link."""
    (folder / "real").write_text(OLD)
    (folder / "link").symlink_to("real")
    (folder / "loop").symlink_to("loop")
    called = run(folder, "a.en.txt", "--output", "link", "--format", "json")
    assert called.returncode == 1
    assert (folder / "link").is_symlink()
    assert json.loads((folder / "real").read_text())["version"] == 1
    called = run(folder, "a.en.txt", "--output", "loop")
    assert called.returncode == 2
    assert b"loop: cannot be written: " in called.stderr


def test_a_temporary_file_is_made_anew_and_for_its_owner(folder: Path) -> None:
    """A name that nobody can guess, and rights that nobody else has while it is written."""
    watched = (
        "import os, stat, sys\nreal = os.fsync\n"
        "def fsync(file):\n"
        "    print(oct(stat.S_IMODE(os.fstat(file).st_mode)), file=sys.stderr)\n"
        "    real(file)\n"
        "os.fsync = fsync\nfrom mtcheck.__main__ import main\n"
        "sys.argv = ['mtcheck', *sys.argv[1:]]\nmain()\n"
    )
    called = subprocess.run(
        [sys.executable, "-c", watched, "check", "a.en.txt", "--output", "out"],
        cwd=folder, capture_output=True, env=NEUTRAL_ENVIRONMENT, check=False,
    )  # fmt: skip
    assert called.stderr == b"0o600\n"
    assert names(folder) == ["a.en.txt", "out"]


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_results_in_a_folder_of_others_are_not_used(folder: Path) -> None:
    results = folder / "cache" / "results"
    environment = {**NEUTRAL_ENVIRONMENT, "MTCHECK_CACHE_DIR": str(results.parent)}
    text = "Quillfeather opens\n\nQuillfeather opens\n\n" + "He said so.\n\n" * 5_000
    (folder / "a.en.txt").write_text(text)
    results.mkdir(parents=True)
    results.chmod(0o777)
    first = run(folder, "a.en.txt", "--format", "json", env=environment)
    assert first.returncode == 1
    assert names(results) == []
    results.chmod(0o700)
    second = run(folder, "a.en.txt", "--format", "json", env=environment)
    assert second.stdout == first.stdout
    kept = [file for file in results.rglob("*") if file.is_file()]
    assert any(b"Quillfeather" in file.read_bytes() for file in kept)
    assert all(file.stat().st_mode & 0o077 == 0 for file in kept)


def test_the_cache_holds_no_text_of_the_users(folder: Path) -> None:
    cache = folder / "cache"
    (folder / "a.en.txt").write_text("Quillfeather opens\n\nQuillfeather opens\n\nHe said so.\n")
    environment = {**NEUTRAL_ENVIRONMENT, "MTCHECK_CACHE_DIR": str(cache)}
    assert run(folder, "a.en.txt", env=environment).returncode == 1
    kept = [file.read_bytes() for file in cache.rglob("*.marshal")]
    assert kept
    assert not any(b"Quillfeather" in content for content in kept)
