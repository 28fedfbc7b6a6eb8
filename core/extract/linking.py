"""Which indicator each quantity of a sentence measures: rules over the words around it, tried in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.extract import frames
from core.extract.attaching import (
    also_aimed,
    beside_counted,
    held_title,
    object_before,
    object_of_places,
    ranked,
    said_again,
    takes_behind,
    told_in_bracket,
    took_so_long,
)
from core.extract.chain import Chain, generic
from core.extract.comparing import (
    beside_it,
    change_from,
    compared,
    fulfilled,
    in_all,
    other_side,
    side_of,
    side_of_budget,
    told_of_all,
)
from core.extract.links import REACH, Link, completed
from core.extract.lists import link_respectively, listed_on, shares_frame
from core.extract.naming import (
    PER_HEAD,
    Name,
    as_share,
    balance_of,
    named,
    other_work_on,
    project_figure,
    share_of,
    total_of,
)
from core.extract.people import counts_work, inhabitants, people_by_deed, place_acts, work_before
from core.extract.phrases import Phrase, name_before, name_behind, split_predicate, without_examples
from core.extract.quantity import Quantity
from core.extract.rank_names import link_rank, subject_of_part
from core.extract.things import limit_behind, thing_behind
from core.extract.told_before import (
    bare_work,
    fitting,
    graded_part,
    not_of_part,
    noun_elided,
    of_level,
    of_next_place,
    other_work,
    part_of_counted,
    rest_of_whole,
    share_back,
)
from core.lexicon import closing, may_hold, opening, pattern

#: What the size of a thing that was counted is told in, right behind the count.
_BUILT: Final = frozenset(("dwellings", "buildings"))
#: Classifiers that are nouns.
_THINGS: Final = frozenset(("组", "镇", "乡", "乡镇"))
#: What each field bears is 单产.
_PER_AREA: Final = ("每亩", "亩均")
_SIZES: Final = _BUILT | {"area", "length"}
#: What tells the crop or the animal, for measures that stand alone.
_RAISED: Final = (
    (frames.CROP, frames.HARVESTS), (frames.STOCK, frames.OF_STOCK), (frames.SOLD, frames.OF_SOLD),
)


def link(text: str, quantities: Sequence[Quantity]) -> list[Link]:
    """Each quantity with its indicator, in order. `text` is the flat sentence, `quantities` its plausible ones."""
    return _Linker(text, quantities).run()


class _Linker(Chain):
    """Rules for one quantity at a time; lists of them are linked by `lists`."""

    def run(self) -> list[Link]:
        index = 0
        while index < len(self.quantities):
            group = listed_on(self, index)
            if len(group) > 1:
                self._leave_bracket(group[0])
            if len(group) > 1 and shares_frame(self, group):
                link_respectively(self, group)
                index += len(group)
                continue
            self._link_one(index)
            index += 1
        return completed(self.text, self.links)

    def _link_one(self, index: int) -> None:
        quantity = self.quantities[index]
        self._leave_bracket(quantity)
        start = self.left(quantity)
        if quantity.kind == "rank":
            link_rank(self, quantity, start)
            return
        if self._doubled(index):
            # 由1.3万户4.9万人减至…: two counts of one thing.
            people = inhabitants(self, quantity) or self.links[-1].name
            self.add(replace(self.links[-1], quantity=quantity, name=people))
            self.used = max(self.used, quantity.after)
            return
        if said_again(self, quantity) or also_aimed(self, quantity):
            self.add(replace(self.links[-1], quantity=quantity))
            self.used = max(self.used, quantity.after)
            return
        if (part := part_of_counted(self, quantity)) and thing_behind(self, index, quantity) is None:
            # What they have is told on: 12个乡镇财政收入过亿元，其中3个过5亿元.
            told, self.used = self.last, quantity.after
            self.add(Link(quantity, part, (start, quantity.start)))
            self.last = told
            return
        if rest := rest_of_whole(self, index, start):
            self.add(Link(quantity, rest, (quantity.start, quantity.start)))
            self.used = quantity.after
            return
        if noted := told_in_bracket(self, quantity):
            self.add(Link(quantity, noted, (quantity.start, quantity.start)))
            self.used = quantity.after
            return
        against = compared(self.text, start, quantity, self.links)
        end = against[1] if against else quantity.start
        match = change_from(self.text, start, end, quantity) if may_hold(self.text, "[由从]") else None
        # 由590元、410元分别提高到…: where two changes began.
        joined = self.links and self.text[self.links[-1].quantity.after : quantity.start] in ("、", "和")
        listed = joined or beside_counted(self, quantity)
        origin = match is not None or bool(listed and self.links[-1].origin)
        predicate = split_predicate(self.text, start, match.start() if match else end)
        phrase = None if predicate <= start else name_before(self.text, start, predicate)
        if phrase and (
            self.text[phrase.start : phrase.end] in frames.BARE_VERBS
            or frames.WHEN.fullmatch(self.text, phrase.start, phrase.end)
        ):
            phrase = None
        if phrase and quantity.dimension == "time" and self._body_holds(phrase, quantity):
            # 公安机关连续4年实现命案全破: who held it is no name of it.
            phrase = None
        if phrase and quantity.unit == "位":
            phrase = ranked(self.text, phrase)
        if phrase and (worked_on := bare_work(self, phrase, quantity)):
            # 新评定酒店1家、在建4家: the thing is not named again.
            phrase, self.last = None, worked_on
        if match and match.re is frames.FROM_LOSS:
            phrase = Phrase(*match.span("loss"))
        if origin and (moved := frames.MOVED_OBJECT.search(self.text[start:predicate])):
            phrase = Phrase(start + moved.start("name"), predicate)
        name, used = self._choose(index, quantity, start, predicate, phrase)
        if name and name.rule in ("indicator.clause", "indicator.right"):
            share_back(self, quantity, name)
        if name and predicate < quantity.start:
            name = fitting(self, name, quantity)
        elif name and quantity.dimension == "streak":
            name = held_title(name)
        if name and quantity.kind == "rate" and name.rule == "indicator.left" and name.text.endswith("任务"):
            name = fulfilled(name, self.text[predicate : quantity.start], name.rule)
        if name and (quantity.unit == "%" or name.canonical):
            name = as_share(name, self.text[predicate : quantity.start], quantity)
        verbs = (predicate, quantity.start)
        if joined and predicate == quantity.start and name and name.rule == "indicator.inherited" and (
            self.links[-1].quantity.unit == quantity.unit
        ):
            verbs = self.links[-1].predicate  # 养老金提高8元和126元
        told, beside_ref = self.last, against[0] if against else None
        if beside_ref is None and verbs == (self.links[-1].predicate if self.links else None):
            beside_ref = self.links[-1].compared  # 低于全省1860元和720元
        self.add(Link(quantity, name, verbs, beside_ref, origin))
        if told and frames.LEFT_OUT.match(self.text, self.clauses.start_of(quantity.start), quantity.after + 1):
            self.last = told  # 税收18亿元，剔除减免2亿元后增长9%
        self.used = max(used, quantity.after)

    def _leave_bracket(self, quantity: Quantity) -> None:
        """保有量35万辆（货车6万辆），增加2万辆: behind a bracket the sentence goes on about what stood before it."""
        if not self.links or (opened := frames.bracket_left(self.text, self.links[-1].quantity, quantity)) is None:
            return
        if (own := self.links[-1].name) and own.end <= opened == self.links[-1].quantity.start - 1:
            return  # 吞吐量（96万人次）创新高，增长5%: the bracket held nothing else
        before = [done for done in self.links[-REACH:] if done.quantity.start < opened]
        if before and before[-1].name:
            self.last = before[-1].name

    def _body_holds(self, phrase: Phrase, quantity: Quantity) -> bool:
        if not frames.BODY.search(self.text, phrase.start, phrase.end):
            return False
        return bool(frames.LASTING_WORK.match(self.text, quantity.after)) or bool(
            pattern("%titled%").match(self.text, quantity.after)
        )

    def _doubled(self, index: int) -> bool:
        quantity = self.quantities[index]
        if not self.links or self.links[-1].name is None:
            return False
        before = self.links[-1]
        living = (before.quantity.dimension, quantity.dimension) == ("households", "people")
        between = self.text[before.quantity.after : quantity.start]
        if between and not (living and between == "、" and pattern("%became%").match(self.text, quantity.after)):
            # 带动脱贫户320户、980人增收: both are told of the households.
            return False
        if living and before.name and before.name.rule == "indicator.left":
            return True  # 监测对象74户208人风险消除率…: who they are is told before both
        counts = quantity.kind == "count" and quantity.unit not in _THINGS
        return counts and thing_behind(self, index, quantity) is None

    def _choose(
        self, index: int, quantity: Quantity, start: int, predicate: int, phrase: Phrase | None
    ) -> tuple[Name | None, int]:
        text = self.text
        used = quantity.after
        if phrase and quantity.dimension in ("people", "households"):
            # 带动群众就业增收1.2万人 counts the people, and not what became of them.
            became = closing("%people+household%(?P<verb>%became%)$", text, phrase.start, phrase.end)
            phrase = Phrase(phrase.start, became.start("verb")) if became else phrase
        # Both kinds of lists hold 等, most names do not.
        lists = phrase is not None and text.find("等", phrase.start, phrase.end) >= 0
        if phrase and lists and (quantity.kind == "count" or quantity.dimension == "area"):
            # 甲、乙等国家级产业集群4个 counts the class, not its examples; 花卉等特色农业2万亩 measures the sort.
            phrase = without_examples(text, phrase, measured=quantity.kind != "count")
        if phrase and lists and (summed := frames.SUMMED_LIST.match(text, phrase.start, phrase.end)):
            # 增值税、所得税等各项税收 are the taxes.
            phrase = Phrase(summed.end(), phrase.end)
        if phrase and text[quantity.start - 1] in "和及与" and quantity.kind in ("rate", "count") and (
            name_behind(text, quantity.after, limit_behind(self, index, quantity))
        ):
            # 乡镇及70%的行政村, 6县和1个试验区: what stands before the conjunction has no figure, or one of its own.
            phrase = None
        if phrase and quantity.kind == "rate" and not text.endswith(("比例", "比重"), phrase.start, phrase.end) and (
            at := text.find("相当于", phrase.start + 2, phrase.end)
        ) > 0:
            phrase = Phrase(phrase.start, at)  # 环保投入相当于生产总值的3%
        of_it = quantity.kind == "rate" and text.endswith("的", start, quantity.start)
        if phrase and of_it and (related := frames.RELATED.match(text, phrase.start, quantity.start)):
            phrase = Phrase(phrase.start, related.end("name"))
        left = text[phrase.start : phrase.end] if phrase else ""
        raised = next((kin for kin, measures in _RAISED if left in measures), None)
        goes_on = bool(self.links) and text[self.links[-1].quantity.after : start] in ("，", "、", "")
        if phrase and raised and goes_on and self.last and (kind := raised.match(self.last.text)):
            return Name(kind[1] + left, phrase.start, phrase.end, "indicator.inherited"), used
        if phrase and raised is frames.STOCK and self.last and (kind := frames.STOCK_BEFORE.match(self.last.with_verb)):
            return Name(kind["kind"] + left, phrase.start, phrase.end, "indicator.inherited"), used
        if phrase and self.last and frames.OF_BUDGET.fullmatch(text, start, phrase.end):
            # 税收12亿元，完成年初预算21亿元的57%.
            other = side_of_budget(self.last, phrase, left) if quantity.kind == "measure" else None
            alike = self.told_in(quantity.unit, back=5) if quantity.kind == "count" else None
            other = alike.name if alike else other
            return other or replace(self.last, rule="indicator.inherited"), used
        counts = quantity.kind == "count"
        if counts and closing("%counted_work%$", text, start, predicate) and (
            step := pattern("(?:%lead+doing%)*?(?P<step>%counted_work%)").fullmatch(text, start, predicate)
        ):
            return Name(step["step"], *step.span("step"), "indicator.left"), used
        if phrase and counts and (graded := graded_part(self, phrase, quantity)):
            return graded, used
        # 达到20家的目标 counts no 目标.
        aimed = text.startswith(("的", "至", "到"), quantity.after) and (
            pattern("的(?:%own_target%|唯一|(?:增长|发展)?目标|要求(?=还|尚|仍|有)|任务|限额|基础|情况下|水平|(?:重大|历史性|新)?(?:跨越|突破|飞跃))|[至到]")
            .match(text, quantity.after)
        )
        behind = None if aimed else thing_behind(self, index, quantity)
        if phrase and not behind and quantity.kind == "count" and place_acts(self, phrase, quantity):
            phrase, left = None, ""  # 中沙镇1.9万人参加医保: the place is where it was done
        planned = closing("%of_plan%$", text, start, quantity.start) if quantity.kind == "rate" else None
        if planned and not ("占" in planned[0] and "预算" in planned[0]):
            # 财政收入完成年初预算的103%: what the plan is of opens the clause.
            own_end = split_predicate(text, start, planned.start())
            own = name_before(text, start, own_end) if own_end > start else None
            # 竣工安置房1100套，完成棚户区改造任务的80%: the task is named, and another.
            task = frames.NAMED_TASK.search(planned[0])
            if own is None and self.last and not (phrase and task and task["work"] not in self.last.text):
                return replace(self.last, rule="indicator.inherited"), used
            phrase = own or phrase
        if self.last and told_of_all(text, start, left, quantity):
            # （全市平均水平为6.6%）, 高于全市95%的平均水平.
            return replace(self.last, rule="indicator.inherited"), used
        if phrase and self.last and quantity.kind == "rate" and (
            share := frames.SHARE.match(frames.CLOSED_NOTE.sub("", text[start:predicate]))
        ):
            return share_of(self.last, share, phrase), used
        among = text[start : quantity.start] if self.last else ""
        # 5个在建项目中的3个; 18个镇中有11个收入超千万元: what they have is told behind.
        has = among == "有" and text.startswith("中", start - 1) and behind is not None
        if self.last and (
            among in ("中", "中的") or (has and behind and closing("%measured_head%$", text, behind.start, behind.end))
        ):
            return replace(self.last, rule="indicator.inherited"), used
        if self.last and not left and not behind and in_all(text, start, quantity, self.links):
            return total_of(self.last), used
        part_of = left[1:] if left.startswith(("仅占", "只占")) else left
        if part_of.startswith("占") and self.last is None and (fares := self.clauses.faring(start)):
            of_whole = text[fares.start : fares.end] + part_of
            return Name(of_whole, phrase.start, phrase.end, "indicator.share") if phrase else None, used
        if self.last and quantity.dimension == "points" and frames.PULLS_ALL.fullmatch(left):
            return replace(self.last, rule="indicator.inherited"), used
        beside = frames.SET_BESIDE.match(left) or (
            left.startswith(("比", "较")) and pattern("%against_plan%").fullmatch(left)
        )
        if beside and self.last:
            return replace(self.last, rule="indicator.inherited"), used
        if self.last and of_it and frames.TIMES_OF.match(text, start, quantity.start):
            return replace(self.whole or self.last, rule="indicator.inherited"), used  # 占全省三成，是上年的4倍
        if behind and text.startswith("的", quantity.after) and left in frames.SUMS:
            # 涉及12个村、总量30万平方米的拆迁任务: how much there is of what follows.
            return named(text, behind, "indicator.right"), behind.end
        if left in generic():
            whole = self.clauses.measured(start, left) if phrase and left in frames.SUMS else None
            if found := whole or subject_of_part(self, start):
                return found, used
            if self.last:
                return side_of(not_of_part(self, left), left, quantity), used
            if found := self.clauses.subject(start):
                return found, used
        if self.last and left and left in PER_HEAD and self._changed(predicate, quantity) and (
            left in self.last.text or (left in _PER_AREA and self.last.text.endswith(("单产", "亩产")))
        ):
            # 人均纯收入2215元，人均净增136元.
            return replace(self.last, rule="indicator.inherited"), used
        if self.last and left == "余额" and quantity.kind == "measure" and (found := balance_of(self.last, phrase)):
            return found, used
        if phrase and not behind and pattern("%bare_measure%").fullmatch(left) and (
            found := self.clauses.measured(start, left) or self.clauses.measured_too(self.last, start, left)
            or self.clauses.topic(phrase.start, left)
        ):
            return found, used
        if phrase and not behind and (found := beside_it(text, self.links, self.last, phrase, quantity)):
            return found, used
        if phrase and not behind and (found := other_side(self.links, phrase, left, quantity)):
            return found, used
        if phrase and not behind and self.last is None and (found := self.clauses.side(start, phrase, left)):
            return found, used
        if not phrase and beside_counted(self, quantity) and (took := took_so_long(self, quantity)):
            return took, used
        if not phrase and quantity.dimension == "time" and (held := self._lasted(quantity)):
            return held, used
        of_thing = quantity.kind == "measure" and text.startswith("的", quantity.after)
        if phrase and behind and of_thing and pattern("%project_head%$").search(left):
            counted = self.next_start(index) == behind.end
            # 总投资20亿元的项目18个: the project has a figure of its own.
            return project_figure(text, phrase, left, behind), used if counted else behind.end
        if self.whole and phrase is None and not behind and self._beside_share(quantity, predicate):
            return replace(self.whole, rule="indicator.inherited"), used
        if phrase and behind and predicate == quantity.start and frames.PLACE_ONLY.fullmatch(left):
            # 中心城区180亿元重大项目: the place is no name.
            return named(text, behind, "indicator.right"), behind.end
        if behind and phrase and predicate == quantity.start and (found := of_level(text, quantity, left, behind)):
            return found, behind.end
        if behind and takes_behind(self, quantity, phrase, behind):
            made = frames.AND_SUCH.search(self.text, behind.start, behind.end) if phrase else None
            named_by = Phrase(behind.start, made.start()) if made else behind
            return named(self.text, named_by, "indicator.right"), behind.end
        if phrase and predicate == quantity.start and (found := self._built_there(index, quantity)):
            return found, used
        if phrase:
            return of_next_place(self, phrase, quantity) or named(self.text, phrase, "indicator.left"), used
        if found := self._neighbour(index, quantity):
            return found, used
        if quantity.unit in _THINGS and not behind:
            # 辖12镇3乡, 全村共有四组: what is counted is the classifier itself.
            return Name(quantity.unit, quantity.end - len(quantity.unit), quantity.end, "indicator.right"), used
        unclosed = not behind and text.endswith("等", start, predicate)
        if unclosed and (examples := name_before(text, start, predicate, last=True)):
            # 涉税企业和个体工商户等超过1100户: nothing follows that the list could be of.
            return named(text, examples, "indicator.left"), used
        if phrase is None and not behind and (found := object_of_places(self, quantity)):
            return found, used
        if phrase is None and not behind and (found := people_by_deed(self, quantity, start)):
            return found, used
        if phrase is None and not behind and (found := self._judged_so(quantity, start)):
            return found, used
        if phrase is None and not behind and counts_work(self, quantity, predicate):
            return work_before(text, start, quantity), used
        if quantity.kind in ("rate", "ratio", "time") or predicate < quantity.start or self._listed_on(quantity):
            if found := subject_of_part(self, start):
                return found, used
            least = 4 if quantity.unit == "%" and self._changed(predicate, quantity) else 5
            if not behind and predicate < quantity.start and (
                found := self.clauses.worked_on(start, predicate, least=least)
            ):
                return found, used
            if self.last and not (behind and quantity.kind == "count" and not self._changed(predicate, quantity)):
                return fulfilled(self.last, text[predicate : quantity.start]), used
            # 进出口稳步回升，全年增长4.2%: a subject that is no measure, told right before.
            fared = self.clauses.fared(start) if self._changed(predicate, quantity) else None
            if found := self.clauses.subject(start) or fared:
                return found, used
        if behind:
            return named(self.text, behind, "indicator.right"), behind.end
        if quantity.dimension == "people" and predicate == quantity.start and (found := self.clauses.rest(quantity)):
            # 东溪镇1.9万人参加了医疗保险, 剩余2100人脱贫任务
            return found, used
        last = name_before(text, start, predicate, last=True)
        if last and self.last and text[last.start : last.end] in frames.THE_REST:
            return replace(self.last, rule="indicator.inherited"), used
        if last and (thing_of := object_before(self, text[last.start : last.end], start)):
            return thing_of, used
        worked_on = bare_work(self, last, quantity) if last and quantity.kind in ("count", "measure") else None
        if last and worked_on:
            thing = frames.WORK_AROUND.sub("", worked_on.text) or worked_on.text
            work = text[last.start : last.end]
            return replace(
                worked_on, text=thing, rule="indicator.inherited", canonical=thing + work, with_verb="", members=()
            ), used
        if last and (done := other_work(self, last, quantity)):
            return other_work_on(done, text[last.start : last.end]), used
        if last and last.end - last.start > 1:
            return named(self.text, last, "indicator.left"), used
        if elided := noun_elided(self, quantity):
            return replace(elided, rule="indicator.inherited"), used
        if quantity.kind == "count" and (found := self.clauses.rest(quantity)):
            return found, used
        if self.last:
            return replace(self.last, rule="indicator.inherited"), used
        return self.clauses.subject(start) or self.clauses.rest(quantity) or work_before(text, start, quantity), used

    def _lasted(self, quantity: Quantity) -> Name | None:
        """连续三年命案全破: what follows is what lasted, unless it is told of what was named before (连续三年增长)."""
        begun = pattern("%titled%").match(self.text, quantity.after) or (
            frames.LASTING_WORK.match(self.text, quantity.after)
        )
        if self.last is None or begun is not None:
            return self.clauses.held(quantity)
        told = opening("held", "rise", "fall", "turning", "stop", "faring").match(
            self.text, quantity.after, len(self.text)
        )
        return self.clauses.held(quantity) if told is None else None

    def _judged_so(self, quantity: Quantity, start: int) -> Name | None:
        """有229件被鉴定为珍贵文物: things are named by what they became, where none of their sort was named before."""
        became = frames.JUDGED_SO.match(self.text, quantity.after) if quantity.kind == "count" else None
        same = any(done.quantity.unit == quantity.unit for done in self.links[-3:])
        if became is None or same or not pattern("(?:%lead%)*").fullmatch(self.text, start, quantity.start):
            return None
        return Name(became["name"], *became.span("name"), "indicator.clause")

    def _beside_share(self, quantity: Quantity, predicate: int) -> bool:
        """增长6% and 达到5亿元 behind a share speak of the thing again; 提高2个百分点 speaks of the share."""
        if quantity.kind == "measure":
            return True
        if quantity.dimension == "points":
            # 占全市的6%，比全市平均增幅高2个百分点: a growth is compared, and no share has one.
            return bool(frames.GROWTH_COMPARED.search(self.text, predicate, quantity.start))
        return quantity.unit == "%" and bool(frames.GREW.search(self.text, predicate, quantity.start))

    def _listed_on(self, quantity: Quantity) -> bool:
        """、257公里 behind 道路79条: a second figure of the same thing."""
        ends = self.text[quantity.after : quantity.after + 1] in ("", *"，。；、：:;,！？）)")
        if not self.links or not ends:
            return False
        return self.text[self.links[-1].quantity.after : quantity.start] in ("、", "和", "，")

    def _changed(self, predicate: int, quantity: Quantity) -> bool:
        return bool(frames.CHANGED.search(self.text, predicate, quantity.start))

    def _neighbour(self, index: int, quantity: Quantity) -> Name | None:
        """9处199台充电设施: the first figure takes the name of the next."""
        if index + 1 >= len(self.quantities):
            return None
        following = self.quantities[index + 1]
        counted = quantity.dimension in ("people", "households", "institutions")
        between = frames.NOTE.sub("", self.text[quantity.after : following.start]).removeprefix("共")
        sized = following.dimension in _SIZES and self.text.startswith("等", quantity.start - 1)
        # 完成5万平方米、2.9万户房屋改造: the same houses, measured and counted.
        housed = quantity.dimension == "area" and following.dimension == "households"
        if between and not ((counted or sized or housed) and between == "、"):
            # 3600余户、1.1万名低保对象: people counted twice; 甲、乙等9处、7万平方米小区: a thing counted and measured.
            return None
        behind = thing_behind(self, index + 1, following)
        third = self.quantities[index + 2] if index + 2 < len(self.quantities) else None
        if not behind and not between and third and third.start == following.after:
            # 12个46栋1300户老旧小区: the thing stands behind the last of them.
            behind = thing_behind(self, index + 2, third)
        if behind and following.dimension == "animals" and (of := self.text.find("的", behind.start, behind.end)) > 0:
            # 4万人、2万头牲畜的饮水困难: the people have the trouble, not the cattle.
            behind = Phrase(of + 1, behind.end)
        opens = pattern("(?:%lead+linking+moving%)*").fullmatch(
            self.text, self.clauses.start_of(quantity.start), quantity.start
        )
        if not behind and opens and (not between or following.dimension == "people"):
            # 1.2万户3.9万人加入合作社, 带动1.2万户、4万人增收: what both did, and none of what was counted before.
            found = self.clauses.rest(following)
            return replace(found, rule="indicator.neighbour") if found else None
        return named(self.text, behind, "indicator.neighbour") if behind else None

    def _built_there(self, index: int, quantity: Quantity) -> Name | None:
        """老矿区12栋3万平方米安置房: what is counted and measured stands behind both, before them where it is."""
        following = self.quantities[index + 1] if index + 1 < len(self.quantities) else None
        if following is None or quantity.kind != "count" or following.start != quantity.after:
            return None
        # 老旧小区36个412栋住宅楼: the size of a building is no number of buildings.
        sized = following.dimension in (_SIZES if quantity.dimension in _BUILT else _SIZES.difference(_BUILT))
        return self._neighbour(index, quantity) if sized else None
