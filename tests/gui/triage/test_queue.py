"""The queue of a round: what it asks for, in which order, and where an answer leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

import seeds
from core.model import Hit, ReviewClaim, Verdict
from core.pipeline import read_report
from core.project import Project
from gui.models.queue import Entry, QueueOrder, Round, entries, without_evidence


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[ReviewClaim], list[Hit]]:
    """The claims and hits of a sample."""
    report, original = read_report(seeds.samples()[0].file)
    with Project.create(tmp_path_factory.mktemp("queue") / "a.prv", report, original, created_by="甲") as project:
        return list(project.claims()), list(project.hits())


def judged(claim: ReviewClaim, value: str = "supported") -> ReviewClaim:
    return replace(claim, verdict=Verdict(value, None, "", "甲", ""), decided=True)  # type: ignore[arg-type]


@pytest.mark.parametrize("order", ["worth", "order"])
def test_nothing_is_left_out(found: tuple[list[ReviewClaim], list[Hit]], order: QueueOrder) -> None:
    """Every claim and every check is asked for once, whatever the order."""
    claims, hits = found
    assert sorted(entry.id for entry in entries(claims, hits, order)) == sorted(item.id for item in [*claims, *hits])


def test_the_orders_are_what_they_say(found: tuple[list[ReviewClaim], list[Hit]]) -> None:
    """Worth falls, places rise, and checks only are checks only."""
    worth = [entry.worth for entry in entries(*found, "worth")]
    assert worth == sorted(worth, reverse=True)
    starts = [entry.start for entry in entries(*found, "order")]
    assert starts == sorted(starts)
    assert {entry.subject for entry in entries(*found, "hits")} == {"hit"}


def test_a_round_skips_what_is_answered_and_ends(found: tuple[list[ReviewClaim], list[Hit]]) -> None:
    """A round asks each open thing once, from the one in hand on and then from the top."""
    claims = found[0][:4]
    now = Round(entries([judged(claims[0]), *claims[1:]], (), "order"))
    assert now.keys == [claim.id for claim in claims[1:]]
    assert (now.done, now.total) == (1, 4)
    now.go(claims[2].id)
    answered, opened = now.take(entries([judged(claims[0]), claims[1], judged(claims[2]), claims[3]], (), "order"))
    assert answered == {claims[2].id} and not opened
    assert now.next_open() == claims[3].id
    now.go(claims[3].id)
    now.later()
    assert now.next_open() == claims[1].id
    now.go(claims[1].id)
    now.take(entries([judged(claims[0]), *map(judged, claims[1:3]), claims[3]], (), "order"))
    assert now.next_open() == ""
    assert [entry.id for entry in now.put_off] == [claims[3].id]
    assert now.counts == {"supported": 2}
    now.ask_again()
    assert now.next_open() == claims[3].id


def test_an_answer_taken_back_is_open_again(found: tuple[list[ReviewClaim], list[Hit]]) -> None:
    """Undo must bring the question back, not leave a hole in the round."""
    claims = found[0][:2]
    now = Round(entries(claims, (), "order"))
    now.take(entries([judged(claims[0]), claims[1]], (), "order"))
    assert now.take(entries(claims, (), "order")) == (set(), {claims[0].id})
    assert not now.answered


def test_back_goes_through_what_was_in_hand(found: tuple[list[ReviewClaim], list[Hit]]) -> None:
    """Backspace retraces the way, not the list."""
    claims = found[0][:3]
    now = Round(entries(claims, (), "order"))
    now.go(claims[2].id)
    now.go(claims[1].id)
    assert [now.back(), now.back(), now.back()] == [claims[2].id, claims[0].id, ""]


def test_what_is_new_comes_next_and_what_is_gone_goes(found: tuple[list[ReviewClaim], list[Hit]]) -> None:
    """A claim marked in the middle of a round is asked for at once; one that is undone leaves no row."""
    claims = found[0][:4]
    now = Round(entries(claims[:3], (), "order"))
    now.take(entries(claims, (), "order"))
    assert now.keys == [claims[0].id, claims[3].id, claims[1].id, claims[2].id]
    now.go(claims[3].id)
    now.take(entries(claims[:3], (), "order"))
    assert now.keys == [claim.id for claim in claims[:3]]
    assert now.current in now.keys


def test_sorting_keeps_what_is_in_hand(found: tuple[list[ReviewClaim], list[Hit]]) -> None:
    """A change of order is no change of subject."""
    now = Round(entries(*found, "order"))
    here = now.keys[5]
    now.go(here)
    now.sort(entries(*found, "worth"))
    assert now.current == here and len(now.keys) == len(entries(*found, "worth"))


def test_a_round_for_evidence_asks_for_what_was_judged_on_facts(found: tuple[list[ReviewClaim], list[Hit]]) -> None:
    """Unproven and not checkable need none; a dismissed claim needs none."""
    claims = found[0][:4]
    made = [judged(claims[0]), judged(claims[1], "unproven"), replace(judged(claims[2]), dismissed="误读"), claims[3]]
    now = Round(entries(made, (), "order"), without_evidence)
    assert now.keys == [claims[0].id]
    assert (now.done, now.total) == (0, 1)


def test_the_time_is_that_of_the_round(found: tuple[list[ReviewClaim], list[Hit]]) -> None:
    """The clock starts with the round."""
    ticks = iter((100.0, 165.0))
    assert Round(entries(*found, "order"), clock=lambda: next(ticks)).seconds == 65


def test_a_hit_is_answered_by_yes_or_no_and_not_by_later(found: tuple[list[ReviewClaim], list[Hit]]) -> None:
    """What was put off is still a question."""
    hit = found[1][0]
    states = {state: entries((), [replace(hit, state=state)], "hits")[0].done
              for state in ("new", "deferred", "confirmed", "dismissed")}
    assert states == {"new": False, "deferred": False, "confirmed": True, "dismissed": True}
    assert isinstance(entries((), [hit], "hits")[0], Entry)
