"""To which side a figure belongs: to the name before it or to the thing behind it."""

from __future__ import annotations

from typing import Final

from core.extract import frames
from core.extract.chain import Chain
from core.extract.phrases import Phrase
from core.extract.quantity import Quantity
from core.lexicon import pattern

_PEOPLE: Final = "(?:%people+household%)$"


def takes_behind(chain: Chain, quantity: Quantity, phrase: Phrase | None, behind: Phrase) -> bool:
    """Whether a figure measures or counts what stands `behind` it, and not the name `phrase` before it."""
    if quantity.kind in ("ratio", "index", "time", "age"):
        return False
    if quantity.kind == "rate":
        joined = chain.text.startswith("的", quantity.after) or chain.text[quantity.start - 1] in "和及与"
        opening = pattern("(?:%gt_before+lt_before+about_before+ge_before+linking+lead+planned+doing+acting%)*")
        # 近八成财政资金投入民生: the share of what follows it.
        joined = joined or bool(opening.fullmatch(chain.text, chain.left(quantity), quantity.start))
        if phrase is None or quantity.unit != "%" or not chain.text.startswith("的", quantity.after):
            return phrase is None and quantity.unit == "%" and joined
        # 城区80%的小区: where they are is no name of the share.
        return bool(frames.WITHIN.search(chain.text, phrase.start, phrase.end))
    if phrase is None:
        return True
    if quantity.kind == "measure":
        # 完成南河3公里堤防 measures the dyke; 水面面积3平方公里的湖 the water.
        left = chain.text[phrase.start : phrase.end]
        if pattern("%capacity%").match(chain.text, quantity.after):
            return True
        makes = quantity.after == behind.start and quantity.dimension in frames.OUTPUTS
        plant = makes and pattern(frames.PLANT).match(chain.text, behind.start)
        if plant and not pattern("%subject_head+measured_head%$").search(left):
            # 恒安化工30万吨甲醇、制气项目投产: whose plant it is stands before what it makes.
            return True
        given = quantity.dimension == "money" and quantity.after == behind.start
        if given and pattern("%funds%").fullmatch(chain.text, behind.start, behind.end):
            # 中央财政安排12亿元专项资金: whoever gives it is no name.
            return pattern("(?:%subject_head+measured_head+funds%|[款金资])$").search(left) is None
        if frames.WORK_BEHIND.fullmatch(chain.text, behind.start, behind.end):
            # 高标准农田4.4万亩建设任务.
            return False
        cut = phrase.start > chain.clauses.start_of(quantity.start) or bool(frames.SITE.search(left))
        of_thing = cut and quantity.dimension in ("length", "area")
        return of_thing and not pattern("%subject_head+measured_head%$").search(left)
    if not chain.text.startswith("的", quantity.after):
        # 组织困难群众1.5万人外出: the people are named, and what follows is what they did.
        return quantity.dimension not in ("people", "person_times", "households") or not (
            pattern(_PEOPLE).search(chain.text, phrase.start, phrase.end)
        ) or pattern(_PEOPLE).search(chain.text, behind.start, behind.end) is not None
    # 奶牛存栏20万头的畜牧大市: how much a place has says what place it is.
    return quantity.kind == "count" and not frames.PLACE_SIZED.fullmatch(chain.text, behind.start, behind.end)
