"""The types of one claim, by its words, its figures and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from core.extract.claim_words import any_of, claim_words
from core.extract.flat import Flat
from core.lexicon import pattern
from core.model.records import record
from core.model.report import ClaimType, Metric
from core.text import clauses

_REACHED: Final = ("target.state", "target.ensure", "target.finish")
#: 解决2.1万人的饮水问题: whom it is done for is what is to be reached.
_SOLVES: Final = re.compile(r"(?:解决|保障|满足|改善)(?:好)?$")
#: A clause without a figure that others follow.
_LEAD: Final = re.compile("[^，。；0-9]{4,30}，")
#: 已完成16项|，但仍有8项进展偏慢; 收入达到9亿元|，虽然增速仍低于全省.
_TURN: Final = re.compile("，(?:但|不过|然而|虽然?(?!然)|尽管)")
_HOLLOW: Final = ("rhetoric.opening", "rhetoric.pattern", "rhetoric.hollow", "rhetoric.greets")
_HOLLOW_AHEAD: Final = ("rhetoric.vow", "rhetoric.prospect")
_LESSONS: Final = ("rhetoric.lesson",)
_TOLD: Final = ("time.told", "time.year_told")
_ASKS: Final = ("？", "?")
#: What makes a sentence one that says something: its subjects, actions, names and dates.
_CONTENT: Final = (
    "rhetoric.matter", "rhetoric.signs", "commitment.action", "structure.name", "structure.year", "structure.award",
    "time.ahead", "time.done", "time.reached", "target.ensure", "target.state", "ranking.pattern", "problem.opens",
    "achievement.record",
)
_CONTENT_OF_VERSE: Final = tuple(name for name in _CONTENT if name != "rhetoric.signs")
#: Longer sentences say something even where none of the words that we know stands in them.
_SHORT: Final = 32
#: So many clauses that order something weigh more than the vow beside them.
_MUCH: Final = 2
_TWOFOLD: Final = re.compile("[，、].")
_FOURFOLD: Final = re.compile(
    "(?:我们|[要将]|必须|坚持|始终|更加|继续)*(?P<pieces>(?:[\u4e00-\u9fff]{4}[、，。；！])+)"
)
_ENDS: Final = re.compile("(?:以[上内]|左右)?[，。；]?")
#: 使50%的教师得到培训, 保持7%的增长速度: so large a share is to be reached.
_SHARE: Final = re.compile(
    "的(?:年均|平均|较[快高])?(?:增长|增[速幅]|速度|水平)"
    "|的[^，。；]{1,16}(?:得到|享受|享有|参加|达到|纳入|实现|接受|完成|拥有|用上|通)"
)
#: 重点抓好七项工作：…: how many works are listed.
_COUNTS_OUT: Final = re.compile("(?:方面|重点)?的?(?:重点|主要)?(?:工作|任务|措施|举措):")
_DESCRIBES: Final = re.compile("的(?!(?:年度|全年|预期|总)?(?:目标|任务|指标))")


@record
class Unit:
    """One candidate: its words as they were meant to be read, its metrics, and what its place says of it.

    `said` are its words without who says them. `ahead` holds where it speaks of what is to come, `admits` inside an
    admission of problems, `aims` in a part or paragraph that lists what is to be reached, `teaches` where lessons are
    drawn from what was done.
    """

    flat: Flat
    said: str
    metrics: tuple[Metric, ...]
    ahead: bool
    admits: bool
    aims: bool
    teaches: bool = False

    @property
    def words(self) -> str:
        """The claim in one run of characters."""
        return self.flat.text


def types_of(unit: Unit) -> set[ClaimType]:
    """One or more types; rhetoric where nothing could be checked."""
    lexicon = claim_words()
    words = unit.words
    types: set[ClaimType] = set()
    admits = _admits(unit)
    attributes = lexicon.found("attribution.pattern", words) and not lexicon.found("attribution.unless", words)
    thanks = attributes and lexicon.found("attribution.only", unit.said)
    if thanks or (attributes and (admits or not unit.ahead)):
        types.add("attribution")
    if admits:
        # 经济总量仅居全省第12位 admits and ranks; words of rank alone tell here of what is lacking.
        ranked: set[ClaimType] = {"ranking"} if any(metric.kind == "rank" for metric in unit.metrics) else set()
        done: set[ClaimType] = {"achievement"} if not (unit.admits or unit.ahead) and _done_too(unit) else set()
        return types | ranked | done | (
            {"problem", "commitment"} if lexicon.found("problem.then", words) else {"problem"}
        )
    if _ranks(unit):
        types.add("ranking")
    if thanks:
        return types
    figures = any(not _names_a_people(unit, metric) for metric in unit.metrics)
    if lexicon.is_all("structure.announces", words) or (not figures and (_teaches(unit) or _praises(unit))):
        return types | {"achievement"} if types and not unit.ahead else types or {"rhetoric"}
    if unit.ahead:
        return types | _plans(unit) | ({"achievement"} if lexicon.found("time.both", words) else set())
    if unit.metrics and all(metric.role == "target" for metric in unit.metrics) and not lexicon.holds(
        words, any_of("time.done", "time.reached")
    ):
        # 2023年下达增速目标12%: an aim that is told alone, in an account of what was done.
        return types | {"target"}
    if lexicon.found("target.due", words):
        types.add("target")
    if lexicon.found("commitment.asked", words) or lexicon.found("time.both", words):
        types.add("commitment")
    return types | {"achievement"}


def _teaches(unit: Unit) -> bool:
    """Whether it is one of the lessons that are counted out: 一是牢牢把握发展这个主题。"""
    return unit.teaches and claim_words().found("rhetoric.lesson_item", unit.said)


def _praises(unit: Unit) -> bool:
    lexicon, said = claim_words(), unit.said
    if lexicon.found("rhetoric.orders" if unit.ahead else "rhetoric.told", said):
        return False
    if said.endswith(_ASKS):
        return True
    heard = lexicon.heard(said)
    hollow = any_of(*_HOLLOW, *(_HOLLOW_AHEAD if unit.ahead else _LESSONS))
    if lexicon.holds(said, hollow) or (heard != said and lexicon.holds(heard, any_of(*_HOLLOW))):
        return not (unit.ahead and _orders_much(said)) or lexicon.found("rhetoric.whole", said)
    if unit.ahead and _only_vows(said):
        return True
    if len(said) > _SHORT or _TWOFOLD.search(said) is None or lexicon.holds(said, any_of(*_TOLD)):
        return False
    return _paints(heard)


def _orders_much(said: str) -> bool:
    """Whether two clauses at least order something and are no vow themselves: one may only fill up a vow."""
    lexicon = claim_words()
    vows = lexicon.left(said, any_of(*_HOLLOW, *_HOLLOW_AHEAD, "rhetoric.bearing", "rhetoric.beside"))
    act, orders = lexicon.patterns["commitment.action"], 0
    for clause in clauses(said):
        words = clause.quote(said)
        orders += act.search(words) is not None and not _any(vows, words)
    return orders >= _MUCH


def _only_vows(said: str) -> bool:
    """Whether one clause tells of a bearing of the mind and the others of nothing that is done.

    我们必须坚定信心、攻坚克难，推动各项工作再上新台阶。
    """
    lexicon, bears = claim_words(), False
    bearings = lexicon.left(said, any_of("rhetoric.bearing"))
    besides = lexicon.left(said, any_of("rhetoric.beside"))
    for clause in clauses(said) if bearings else ():
        words = clause.quote(said)
        if _any(bearings, words):
            bears = True
        elif not _any(besides, words) and not _is_idiom(words):
            return False
    return bears


def _is_idiom(clause: str) -> bool:
    """Whether a clause is made of pieces of four characters that name nothing: 攻坚克难、砥砺前行，"""
    match = _FOURFOLD.fullmatch(clause)
    return match is not None and not claim_words().holds(match["pieces"], any_of(*_CONTENT))


def _paints(said: str) -> bool:
    """Whether words of two clauses name nothing that a report is about, no name, no date and no action.

    露从今夜白，月是故乡明。 One clause alone may be a heading or a short deed.
    """
    lexicon = claim_words()
    return not lexicon.holds(said, any_of(*(_CONTENT_OF_VERSE if lexicon.found("rhetoric.verse", said) else _CONTENT)))


def _admits(unit: Unit) -> bool:
    found, words = claim_words().found, unit.words
    if unit.admits:
        return not found("problem.closes", words) or found("problem.opens", words)
    if found("problem.failed", words) and not found("commitment.action", words):
        return True
    if not unit.ahead and found("problem.shortfall", words):
        return True
    # 出口增长5%，但引资形势不容乐观: figures before the turn take nothing from what is admitted behind it.
    # What is conceded is not what is said: 虽然不确定因素较多，但市场预期趋于改善.
    concedes = words.startswith(("虽", "尽管"))
    turn = _TURN.search(words) if concedes or (unit.metrics and not unit.ahead) else None
    alone = (turn or not unit.metrics) and found("problem.alone", words[turn.end() :] if turn else words)
    alone = alone or (bool(unit.metrics) and not unit.ahead and _opens_admitting(unit))
    if not alone and not found("problem.gap", words):
        return False
    if found("problem.balanced", words) or (found("problem.met", words) and not _left_behind(words)):
        return False
    # An order to mend what lags behind admits nothing.
    return not (unit.ahead and found("commitment.action", words))


def _opens_admitting(unit: Unit) -> bool:
    """Whether the first clause admits, without a figure, what those behind it measure: 收支矛盾突出，缺口达12亿元."""
    lead = _LEAD.match(unit.words)
    return (
        lead is not None and claim_words().found("problem.alone", lead[0])
        and not any(metric.kind in ("growth", "rank") and metric.role == "actual" for metric in unit.metrics)
    )


def _done_too(unit: Unit) -> bool:
    """Whether a sentence that turns tells of work done or growth beside what is lacking: 完成16项，但8项偏慢."""
    turn = _TURN.search(unit.words)
    grew = any(
        metric.kind == "growth" and metric.role == "actual" and metric.value is not None and metric.value > 0
        for metric in unit.metrics
    )
    if turn is None:
        # 风电投资增长5%，受市场影响，设备制造业下降4%: one grew and another fell.
        return grew and any(metric.kind == "growth" and (metric.value or 0) < 0 for metric in unit.metrics)
    lexicon = claim_words()
    return (
        grew or lexicon.holds(unit.words[: turn.start()], any_of("time.done", "time.reached"))
        or lexicon.found("problem.recovers", unit.words[turn.end() :])
    )


def _left_behind(words: str) -> bool:
    """Whether a clause behind the last word of a shortcoming met still tells of one: 为应对…, 形势仍然严峻."""
    lexicon = claim_words()
    met = max(match.end() for match in lexicon.patterns["problem.met"].finditer(words))
    rest = words[words.find("，", met) + 1 :] if "，" in words[met:] else ""
    return lexicon.holds(rest, any_of("problem.alone", "problem.gap"))


def _ranks(unit: Unit) -> bool:
    lexicon, words = claim_words(), unit.words
    if unit.metrics and any(metric.kind == "rank" for metric in unit.metrics):
        return True
    if not lexicon.found("ranking.pattern", words):
        return False
    if not lexicon.found("ranking.unless", words):
        return True
    return lexicon.found("ranking.pattern", lexicon.patterns["ranking.unless"].sub("", words))


def _plans(unit: Unit) -> set[ClaimType]:
    """Target, commitment or both: a figure or state to reach makes the one, an action beside it the other."""
    lexicon, said = claim_words(), unit.words
    found = lexicon.found
    named = found("target.names_target", said)
    aims = named or found("target.by_date", said)
    acts = becomes = ordered = False
    ways = lexicon.left(said, any_of(*_REACHED))
    beginnings = lexicon.left(said, any_of("target.begins"))
    frames = lexicon.left(said, any_of("target.goes_by")) if unit.metrics else []
    sets = lexicon.left(said, any_of("commitment.set_of_works")) if unit.metrics else []
    purposes = lexicon.left(said, any_of("target.purpose")) if ways else []
    outcomes = lexicon.left(said, any_of("target.outcome")) if unit.aims else []
    results = lexicon.left(said, any_of("target.result")) if unit.aims else []
    states = lexicon.left(said, any_of("target.becomes"))
    places = [unit.flat.position(metric.value_span.start) for metric in unit.metrics]
    act, date_alone = lexicon.patterns["commitment.action"], lexicon.patterns["target.date_alone"]
    for clause in clauses(said):
        words = said[clause.start : clause.end]
        begins = _any(beginnings, words)
        reached = False
        if places and not _any(frames, words):
            inside = unit.metrics[bisect_left(places, clause.start) : bisect_left(places, clause.end)]
            # 启动小区改造60处: how many are begun is what is to be reached; 启动7公里改线工程 only says which.
            reached = any(
                not _describes(unit, metric)
                and (not begins or _ENDS.fullmatch(said, unit.flat.position(metric.value_span.end), clause.end))
                for metric in inside
            )
        reached = reached or (_any(ways, words) and not _any(purposes, words)) or _any(results, words)
        # 力争到2024年底，…突破1000部: the date alone is no action.
        # Most clauses hold an action: it is searched for at once, without the look whether one may be there.
        action = not reached and act.search(words) is not None and date_alone.fullmatch(words) is None
        # 全面深化改革质效明显提升: what is to become of a subject, whatever verb its name begins with.
        stands = not reached and _any(states, words)
        ordered, action = ordered or action, action and not stands
        reached = reached or (not action and _any(outcomes, words))
        becomes = becomes or stands
        aims = aims or reached
        # 目标是:形成…，办好…: what is to be, not what is to be done.
        # 办好十件民生实事: each is a promise, and how many of them is what is to be reached.
        acts = acts or (not named and (begins or (action and not reached))) or _any(sets, words)
        if aims and acts:
            break
    if not (aims or acts or ordered or places) and found("rhetoric.situation", said):
        return {"rhetoric"}
    types: set[ClaimType] = set()
    if aims or becomes:
        types.add("target")
    if acts or not (aims or becomes):
        types.add("commitment")
    return types


def _any(tests: Sequence[Callable[[str], bool]], words: str) -> bool:
    return bool(tests) and any(test(words) for test in tests)


def _describes(unit: Unit, metric: Metric) -> bool:
    """Whether a figure only describes a project (投资3亿元的…) and is not what is to be reached."""
    if _SOLVES.search(unit.words[: unit.flat.position(metric.value_span.start)]):
        return False
    if _names_a_people(unit, metric):
        return True
    end = unit.flat.position(metric.value_span.end)
    if _COUNTS_OUT.match(unit.words, end):
        return True
    if metric.unit == "%" and _SHARE.match(unit.words, end):
        return False
    capacity = claim_words().patterns["target.capacity"].match(unit.words, max(0, end - len(metric.unit)))
    return capacity is not None or _DESCRIBES.match(unit.words, end) is not None


def _names_a_people(unit: Unit, metric: Metric) -> bool:
    """Whether a figure only says how many live there: 团结带领全县40万人民."""
    return pattern("%people_led%").match(unit.words, unit.flat.position(metric.value_span.end)) is not None
