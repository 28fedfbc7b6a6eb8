"""The year of a text that does not name it: by what this year is the year of, by dates, by what its results name."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.pipeline import report_of
from core.readers import read_bytes
from core.sections import read_structure
from core.sections.clues import this_year
from core.sections.particulars import guessed

_AIMS = "地区生产总值增长8%，新建学校3所。"


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("今年是新中国成立70周年，也是全面建成小康社会的关键之年。", 2019),
        ("今年是中国共产党成立一百周年，是“十四五”开局之年。", 2021),
        ("今年，是改革开放四十周年。", 2018),
        ("今年是党的十九大胜利召开之年，是实施“十三五”规划的重要一年。", 2017),
        ("今年是全面贯彻党的二十大精神的开局之年。", 2023),
        ("今年是“十一五”规划的第三年，也是北京奥运会举办之年。", 2008),
        ("明年是“十二五”的收官之年。", 2014),
        ("刚刚过去的一年是“十三五”规划的最后一年。", 2021),
        ("今年是我县发展史上极不平凡的一年。", None),
        ("今年是实施“十三五”规划承上启下的重要一年。", None),
        ("我们要以优异成绩迎接新中国成立70周年。", None),
        ("今年是新中国成立70周年，是“十二五”开局之年。", None),
        ("今年是改革开放的第四十个年头。", None),
    ],
)
def test_what_this_year_is_the_year_of_tells_it(words: str, year: int | None) -> None:
    """Only what is said of this year counts, and nothing where two things do not go together."""
    clue = this_year(words)
    assert (clue.year if clue else None) == year


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (f"二、坚决完成今年各项目标任务\n\n今年是党的十九大召开之年。{_AIMS}", (None, 2017)),
        (f"一、工作回顾\n\n{_AIMS}\n\n二、今年的目标任务\n\n今年是党的十九大召开之年。{_AIMS}", (2016, 2017)),
        (
            "前三季度经济运行情况\n（2016年10月19日）\n市统计局\n今年以来，经济运行平稳。\n\n"
            "前三季度，地区生产总值增长6.7%。",
            (2016, None),
        ),
        # The stamp of a page tells it where the text is about a part of the year; of the year before it tells nothing.
        ("上半年经济向好\n发布时间:2021-07-23 09:00 来源:市统计局\n上半年，经济平稳。\n\n收入增长6%。", (2021, None)),
        # An office before the date, and the title printed again behind it.
        ("上半年收入增长\n云州市统计局 2003-07-16上半年收入增长\n上半年，全市收入增长11.4%。", (2003, None)),
        (
            "Key tasks of Cloud County in 2021\n\n2021 opens the plan. We see that the work of the year is done with "
            "care, and GDP will grow by 7%.",
            (None, 2021),
        ),
        # What is told of the year before stands first.
        ("前5月旅游收入\n发布时间:2015-06-13\n2014年，接待游客6000万人次；今年1至5月，接待3000万人次。", (2015, None)),
        # The five years of a plan whose time is told as results end with it.
        ("政府工作报告\n\n一、五年工作回顾\n\n“十二五”时期，是我乡显著发展的五年。收入增长8%。", (2015, 2016)),
        # A line above a page's stamp is the title, whatever it names.
        ("真抓实干 努力完成工作任务\n发布时间:2016-07-25\n今年上半年，产值增长5.6%。", (2016, None)),
        (f"2019年01月28日 星期一\n市长作报告\n\n今年预期目标\n\n{_AIMS}\n\n今年重点工作\n\n深化改革。", (2018, 2019)),
        (f"一、上半年工作总结\n\n系统研究2025年核算方案，上半年{_AIMS}", (2025, None)),
        # What a communiqué without its beginning draws ends with its year; charts of different years tell none.
        ("五、投资\n\n全年投资下降3%。\n\n图4：2012—2016年投资增速\n\n六、贸易\n\n全年零售额9亿元。", (2016, None)),
        ("五、投资\n\n全年投资下降3%。\n\n图4：2012—2016年投资\n\n图5：2012—2015年贸易\n\n零售额9亿元。", (None, None)),
        # The month of an act is no second year.
        (
            "今年以来，各项工作有序推进。\n\n一、主要指标完成情况\n\n2019年，建成农田6万亩。\n\n2018年12月，布置试点5个。",
            (2019, None),
        ),
        # Who writes of a communiqué tells its year; a law of that year tells none.
        ("今天是教师节。\n\n市教育局发布《2016年教育事业统计公报》，汇总了全市数据。\n\n- 学校310所", (2016, None)),
        ("今天是教师节。\n\n上月，市里公布《2016年招生办法》，汇总了意见。\n\n- 学校310所", (None, None)),
        # The plan of a year that was carried out, and the draft of the next one.
        ("2018年国民经济和社会发展计划执行情况和2019年国民经济计划草案\n\n收入增长6%。", (2018, 2019)),
        # A study is called by the year in which it is printed, unless it tells of that year, too.
        ("青河县域发展2014年研究报告\n\n2013年，全县生产总值160亿元，比2012年增长8.2%。", (2013, None)),
        ("青河县域发展2014年研究报告\n\n2013年，全县生产总值160亿元。2014年一季度增长8.2%。", (2014, None)),
        # A page that was put up years later tells nothing; the end of the year that has just passed does.
        (
            "镇工作汇报\n时间：2022-11-03 04:44\n\n刚刚过去的一年，是收获的一年。截止2007年底，产值完成10亿元。"
            "\n\n去年新建道路3条。",
            (2007, 2008),
        ),
        ("镇工作汇报\n时间：2022-11-03 04:44\n\n一年来，产值完成10亿元，新建道路3条。", (2022, None)),
        # Years told in a row lead up to the last; with a gap between them they do not.
        (
            "法院公布数据。\n\n2018年受理2803件，2019年受理3160件，2020年受理3084件。\n\n基层法院2020年办案占88%。",
            (2020, None),
        ),
        (
            "法院公布数据。\n\n2012年受理2803件，2016年受理3160件，2020年受理3084件。\n\n基层法院2020年办案占88%。",
            (None, None),
        ),
        # Given in the spring after the year that its heading names.
        (
            "清河县法院工作报告\n——2019年2月9日在清河县第十七届人民代表大会第三次会议上\n\n2018年主要工作\n\n"
            "2018年，受理案件254件，办结231件，均创历史新高。",
            (2018, 2019),
        ),
        # A plan whose time a newspaper's first paragraph tells of is over; one that is only named is not.
        ("报告指出，“十一五”时期，是青河发展史上变化最大的时期。\n\n粮食产量达到20亿公斤。", (2010, None)),
        ("报告指出，“十一五”时期的任务还很重。\n\n粮食产量达到20亿公斤。", (None, None)),
        # 一年来 speaks of the year that is named.
        ("各位委员：\n\n2018年是很不平凡的一年。一年来，收到提案950件。", (2018, None)),
        # The bulletin that a page leads on to is dated; a text that opens with its years is about the last of them.
        ("1—10月份，工业增加值增长3%。\n\n一是行业增长。\n\n- 2022年10月份统计月报 2022-11-22", (2022, None)),
        ("2018年至2022年，办理案件1733件。\n\n起诉827人。", (2022, None)),
        # A page's stamp, years of other things, a town's five numbers: nothing that tells the year.
        ("工作总结\n时间：2022-08-19 12:49\n\n一、主要工作\n\n全年建成学校3所，改造道路5条。", (None, None)),
        ("一、主要工作\n\n今年到2025年要建成学校3所，比2019年增加2所。", (None, None)),
        ("一、主要工作\n\n2018年建成学校3所，2019年改造道路5条，今年都已投用。", (None, None)),
        ("前三季度经济运行情况\n（2016年5月19日）\n\n前三季度，地区生产总值增长6.7%，新建学校3所。", (None, None)),
    ],
)
def test_years_by_clues(text: str, years: tuple[int | None, int | None]) -> None:
    """Events of this year, then a date that fits the part of the year, then the one year that the results name."""
    document = read_structure(text)
    assert (document.year, document.target_year) == years


def test_aims_of_a_part_without_results_are_those_of_its_year() -> None:
    """去年结转的3个 is what was so, the other figures are to be reached."""
    text = "二、坚决完成今年各项目标任务\n\n今年是党的十九大召开之年。地区生产总值增长8%。去年结转的3个项目全部达产。\n"
    metrics = read_metrics(read_structure(text))
    assert [(one.surface, one.role, one.period) for one in metrics] == [
        ("8%", "target", "2017"), ("3个", "actual", "2016"),
    ]


def test_the_second_half_is_planned_the_first_is_over() -> None:
    """In a report on half a year the whole year's figures are aims, those of the first months are not."""
    text = (
        "2015年上半年工作总结和下半年工作打算\n\n一、上半年工作\n\n预计1-6月份，完成投资3亿元；新开工项目9个。\n\n"
        "二、下半年工作打算\n\n全年完成投资8亿元。下半年引进项目2个。1-6月份没有完成的3个项目加快推进。\n"
    )
    found = {one.surface: (one.role, one.period) for one in read_metrics(read_structure(text))}
    assert found == {
        "3亿元": ("actual", "2015-H1"), "9个": ("actual", "2015-H1"), "8亿元": ("target", "2015"),
        "2个": ("target", "2015-H2"), "3个": ("actual", "2015-H1"),
    }


def test_years_of_a_plan_s_parts() -> None:
    """五年新增 in a plan looks ahead; “九五”后三年 are the last three of its years."""
    text = (
        "2021年政府工作报告\n\n一、“十三五”时期工作回顾\n\n“十三五”后三年累计投入22亿元。五年新增就业9万人。\n\n"
        "二、“十四五”时期的目标任务\n\n五年新增城镇就业10万人。\n"
    )
    found = [(one.surface, one.role, one.period) for one in read_metrics(read_structure(text))]
    assert found == [
        ("22亿元", "actual", "2018-2020"), ("9万人", "actual", "2016-2020"), ("10万人", "target", "2021-2025"),
    ]


def test_the_words_that_tell_a_year_are_kept_as_its_reason() -> None:
    """Whoever sees the year proposed can see where it is from."""
    text = "二、坚决完成今年各项目标任务\n\n今年是新中国成立70周年。地区生产总值增长8%。\n"
    guess = guessed(report_of(read_bytes(text.encode(), "a.txt")))["target_year"]
    assert (guess.value, guess.reason, guess.params) == ("2019", "years-meant", {"words": "新中国成立70周年"})


def test_the_box_over_a_page_of_an_office_dates_it_and_is_no_text() -> None:
    """索引号 | … | 公开日期： | 2017-07-14 |: its lines were text, and 2016年9户新增企业 the year."""
    box = "索引号 | tj/2017-0062 | 公开目录： | 工业 |\n有效性 | 有效 | 公开日期： | 2017-07-14 15:05 |\n"
    text = f"云溪县工业稳中有进\n{box}今年以来，上半年工业增加值增长6.3%。2016年9户新增企业投产。\n"
    assert read_structure(text).year == 2017
    assert read_metrics(read_structure(text))[0].period == "2017-H1"
