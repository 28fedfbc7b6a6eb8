"""Corrections of headings are kept in the project and put to every later reading."""

from __future__ import annotations

from pathlib import Path

import seeds
from core.model.headings import HeadingCorrection
from core.pipeline import read_again, read_report
from core.project import (
    Project,
    SetVerdict,
    carried,
    correct_headings,
    corrections_in,
    merged,
    replacement,
)


def opened(tmp_path: Path) -> Project:
    report, original = read_report(seeds.sample("digest").file)
    return Project.create(tmp_path / "p.prv", report, original, created_by="甲")


def correct(project: Project, change: HeadingCorrection) -> None:
    held = merged(corrections_in(project), [change])
    report = read_again(project.report(), project.original(), corrections=held)
    project.do(correct_headings(held, carried(project, report, project.original())))


def test_one_step_holds_the_correction_and_its_reading(tmp_path: Path) -> None:
    """Undo must not leave a tree that nobody can explain; the log names the step in one line."""
    with opened(tmp_path) as project:
        before = project.report()
        project.do(SetVerdict(project.claims()[0].id, "supported"))
        heading = before.sections[3].heading
        words = heading.quote(before.text)
        correct(project, HeadingCorrection(heading.start, words, heading=False))
        assert project.undo_label() == "correct_heading"
        assert len(project.report().sections) == len(before.sections) - 1
        assert project.claims()[0].veracity == "supported"
        assert [each.words for each in corrections_in(project)] == [words]
        project.undo()
        assert project.report() == before and corrections_in(project) == ()
        project.redo()
        assert len(project.report().sections) == len(before.sections) - 1


def test_a_later_reading_and_a_corrected_version_keep_to_it(tmp_path: Path) -> None:
    """What a person said once must not have to be said again."""
    with opened(tmp_path) as project:
        before = project.report()
        heading = before.sections[3].heading
        words = heading.quote(before.text)
        correct(project, HeadingCorrection(heading.start, words, heading=False))
        held = corrections_in(project)
        again = read_again(project.report(), project.original(), corrections=held)
        assert words not in [section.title for section in again.sections]
        newer = tmp_path / "newer.txt"
        newer.write_text("补充说明。\n" + before.text, encoding="utf-8")
        report, original = read_report(newer, held=held)
        project.do(replacement(held, carried(project, report, original)))
        assert project.undo_label() == "import_correction"
        kept = corrections_in(project)
        assert [each.words for each in kept] == [words]
        assert report.text[kept[0].start :].startswith(words)
        assert words not in [section.title for section in project.report().sections]


def test_what_cannot_be_read_is_no_correction(tmp_path: Path) -> None:
    """A file written by something else opens all the same."""
    from core.project import SetSetting

    with opened(tmp_path) as project:
        for value in ("nonsense", "[1]", '[{"start": "x"}]', '{"start": 1}'):
            project.do(SetSetting("headings", value))
            assert corrections_in(project) == ()
