"""News and lists of deeds: an aim and what was done of it, works that are promised, years that a page is dated by."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.extract.claims import read_claims
from core.sections import read_structure
from tests.core.extract.readings import PLANS, RESULTS, figures_of, types_of


def _claims_of(text: str) -> list[tuple[str, str]]:
    document = read_structure(text)
    return [
        (document.text[one.span.start : one.span.end].strip(), " ".join(one.types))
        for one in read_claims(document, read_metrics(document))
    ]


def test_an_aim_without_words_before_what_was_done_of_it_is_one() -> None:
    """新建村道90公里。上半年已建成…: the first sentence says what is to be done, in the years of its bracket."""
    text = (
        "2022年重点民生实事上半年进展情况\n\n主要进度如下：\n"
        "新建村道90公里。上半年已建成村道52公里，占计划的57.8%。\n"
        "改造危桥40座（2021—2023年）。截至6月底，已改造危桥25座。\n"
        "山区学校营养餐实现全覆盖。上半年，6个试点乡镇稳步推进。\n"
    )
    assert figures_of(text) == [
        ("90公里", "target", "2022"), ("52公里", "actual", "2022-H1"), ("57.8%", "actual", "2022-H1"),
        ("40座", "target", "2021-2023"), ("25座", "actual", "2022-06"), ("6个", "actual", "2022-H1"),
    ]
    types = dict(_claims_of(text))
    assert types["新建村道90公里。"] == types["改造危桥40座（2021—2023年）。"] == "target"
    assert types["截至6月底，已改造危桥25座。"] == "achievement"


@pytest.mark.parametrize(
    "text",
    [
        # What is told behind has nothing to do with it.
        "2022年重点工程进展情况\n\n新增就业5200人。目前，物价保持稳定。\n农民增收900元。目前，物价保持稳定。\n",
        # A report on all that a year brought, and not on how far works have come.
        "2022年青石镇工作总结\n\n新建村道90公里。目前，村道通到各组。\n改造危桥40座。目前，危桥都已改造。\n",
        # The sentence itself says that it was done.
        "2022年重点工程进展情况\n\n建成了村道90公里。目前，村道通到各组。\n改造了危桥4座。目前，危桥都已改造。\n",
    ],
)
def test_results_that_are_told_on_are_no_aims(text: str) -> None:
    """Both sentences tell of what was done."""
    assert {role for _, role, _ in figures_of(text)} == {"actual"}


def test_aims_and_results_under_labels() -> None:
    """政府承诺：…办理情况：…, and both in one paragraph."""
    text = (
        "2016年初承诺的6件实事落实情况\n2017年1月12日 清江晚报\n\n"
        "政府承诺：新增便民早餐网点60家\n办理情况：去年，城区新增早餐网点75家。\n"
        "政府承诺：新建公厕20座\n办理情况：去年，新建公厕18座。\n"
        "目标任务：安装路灯900盏。完成情况：安装路灯940盏。\n"
    )
    assert figures_of(text) == [
        ("60家", "target", "2016"), ("75家", "actual", "2016"), ("20座", "target", "2016"), ("18座", "actual", "2016"),
        ("900盏", "target", "2016"), ("940盏", "actual", "2016"),
    ]
    assert [types for words, types in _claims_of(text) if words.startswith("政府承诺")] == ["target", "target"]


def test_promised_works_are_planned_behind_a_purpose_and_a_caption() -> None:
    """办好8件实事，解决…: the list behind it is no series of headings, though one of its items counts nothing."""
    text = (
        "青河市今年再办8件实事\n2014年1月15日 青河日报\n\n"
        "在昨天开幕的人代会上，市长在《政府工作报告》中承诺，今年要为市民办好8件实事，解决一批出行难题。\n"
        "2014年8件实事\n一、新建公交站亭35个。\n二、改造背街小巷24条。\n三、全程美化滨河路。\n四、新建幼儿园6所。\n"
    )
    assert figures_of(text)[-3:] == [("35个", "target", "2014"), ("24条", "target", "2014"), ("6所", "target", "2014")]


def test_lines_under_labels_are_told_one_by_one() -> None:
    """Neither are they headings, nor does a long one without an end go on in the next."""
    text = (
        "2021年政府工作报告极简版\n\n一、2020年工作回顾\n地区生产总值增长4.1%\n\n二、2021年重点工作\n"
        "财政：全县赤字率拟按2.6%左右安排，上级转移支付增加约1.2亿元、规模近8.4亿元，支出向民生倾斜\n"
        "就业：使用2000万元失业保险基金支持稳岗\n"
        "消费：继续支持汽车下乡，鼓励开展家电换新\n科技：实施攻关三年计划，建设县级中心\n乡村：支持特色产业，启动乡村建设\n"
    )
    claims = _claims_of(text)
    assert [words[:3] for words, _ in claims[-4:]] == ["就业：", "消费：", "科技：", "乡村："]
    assert [types for _, types in claims[-3:]] == ["commitment"] * 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The headline names the last year of a plan, the paper reports on the year that begins it.
        (
            "2010年人均生产总值达到8000元\n\n市长作《政府工作报告》，局长作了2005年预算执行情况和2006年预算草案报告。2005年，全市生产总值160亿元。\n\n"
            "关于2006年的工作意见，报告提出了今年的主要预期目标，地区生产总值增长11%。\n",
            [("160亿元", "actual", "2005"), ("11%", "target", "2006")],
        ),
        # 今年…预期增长: behind a colon, too.
        (
            "2006年清河市政府工作报告\n\n市长描绘了蓝图：今年全市生产总值预期增长12%，到2010年人均达到9000元。\n",
            [("12%", "target", "2006"), ("9000元", "target", "2010")],
        ),
        # A heading on how far work has come: its rates are no aims.
        (
            "2022年工作总结和2023年工作思路\n\n一、2022年工作总结\n\n（一）冲刺“目标任务”，发展质效持续提升\n"
            "服务业营业收入增长16.2%。\n\n二、2023年工作思路\n\n狠抓落实。\n",
            [("16.2%", "actual", "2022")],
        ),
        # What was promised and not done.
        (
            "没办成的也告诉百姓\n2011年3月2日 青河新报\n\n"
            "昨天，记者参加了市政府2010年9件实事完成情况及2011年要办的14件实事发布会。\n"
            "去年，政府在年初承诺要办的9件实事中有2件没有完成既定目标。\n",
            [
                ("9件", "actual", "2010"), ("14件", "target", "2011"), ("9件", "target", "2010"),
                ("2件", "actual", "2010"),
            ],
        ),
        # A stamp with the name of a paper.
        (
            "首季招商开门红\n柳溪新报 2018-04-09 10:00\n\n据统计，今年以来，全县签约项目31个。\n",
            [("31个", "actual", "2018-Q1")],
        ),
        (
            "谈到2016年工作，省长说，经济增长预期8%左右。\n这样的速度可以实现充分就业。\n", [("8%", "target", "2016")],
        ),
        # Pledges of this year, in a paper of its first month.
        (
            "清江今年将办好9件民生实事\n2023-01-17 清江晚报\n\n1月16日，记者获悉，今年，市政府将办好9件民生实事。\n"
            "一是改造瓶颈路21条。\n二是建设完整社区7个。\n",
            [("9件", "target", "2023"), ("21条", "target", "2023"), ("7个", "target", "2023")],
        ),
        # The works of a year are made known.
        ("2013年青河市民生实事项目公布\n\n文体方面：\n\n更新健身路径280条。送戏下乡1900场。\n",
         [("280条", "target", "2013"), ("1900场", "target", "2013")]),
        # A plan that a title names is over where the paper sets the aims of the year after it.
        (
            "“十一五”时期青江的发展极不平凡\n2011-02-12 11:32 青江网\n\n"
            "今天，市长作政府工作报告。市长在报告中指出，“十一五”时期极不平凡。\n\n"
            "——这是实力显著增强的五年。去年财政收入达到270亿元，年均增长19.7%。累计新增就业52万人。\n",
            [("270亿元", "actual", "2010"), ("19.7%", "actual", "2006-2010"), ("52万人", "actual", "2006-2010")],
        ),
        # Its aims were met, and it is no plan.
        (
            "青江“十一五”交通发展目标全面完成\n2010年12月9日 公路网\n\n“十一五”期间，新增高速公路1290公里。\n"
            "其中2010年新增810公里。\n",
            [("1290公里", "actual", "2006-2010"), ("810公里", "actual", "2010")],
        ),
        # What was added in the years stands behind what the last of them reached.
        (
            "2010年交通发展公报\n\n2010年底，全市公路里程达4100公里，比上年末增加150公里，“十一五”期间新增680公里。\n",
            [("4100公里", "actual", "2010"), ("150公里", "actual", "2010"), ("680公里", "actual", "2006-2010")],
        ),
        # The end of a month dates no flow, and an exception dates nothing.
        (
            "2013年上半年经济运行情况\n\n6月末，贷款余额170亿元。旅游收入38亿元。除2月份外，各月物价涨幅都在3%以内。\n",
            [("170亿元", "actual", "2013-06"), ("38亿元", "actual", "2013-H1"), ("3%", "actual", "2013-H1")],
        ),
        # Acts in several years do not say what the text is about.
        (
            "青江的经济成就\n\n市里在1996年和1997年两次降价。去年全市生产总值90亿元。\n",
            [("90亿元", "actual", None)],
        ),
        # What is set against a plan of another year is none, nor is the plan of a year that works are to carry.
        (
            "2018年项目工作总结\n\n谋划项目530个，计划总投资790亿元，是2012年计划投资的3.9倍。能够支撑110亿元的年度投资计划。\n",
            [("530个", "actual", "2018"), ("790亿元", "target", "2018"), ("3.9倍", "actual", "2018"),
             ("110亿元", "target", "2018")],
        ),
        # All of a text is about the years with which it opens, where it tells of no other.
        (
            "“数”读报告\n2019-02-06 青江网\n\n青江网2月5日讯 贫困人口减少6.2万人、能耗下降16%。\n\n"
            "2月5日，县长作政府工作报告，回顾过去五年工作。\n\n规模更大——生产总值达到170亿元，年均增长7.3%。\n",
            [
                ("6.2万人", "actual", "2014-2018"), ("16%", "actual", "2014-2018"), ("170亿元", "actual", "2018"),
                ("7.3%", "actual", "2014-2018"),
            ],
        ),
        (
            "“数”读报告\n2019-02-06 青江网\n\n2月5日，县长作政府工作报告，回顾过去五年工作。\n\n"
            "能耗下降16%。今年将植树60万株。\n",
            [("16%", "actual", "2018"), ("60万株", "target", "2019")],
        ),
        # A part of what is planned is planned, unless it is told as done or counts something else.
        (
            "2021年农业工作总结\n\n2021年全县计划的种植粮食面积37万亩，其中水稻28万亩。计划总投资9亿元，其中项目12个。\n",
            [("37万亩", "target", "2021"), ("28万亩", "target", "2021"), ("9亿元", "target", "2021"),
             ("12个", "actual", "2021")],
        ),
        # One figure for each of the quarters.
        (
            "2020年前三季度外贸情况\n\n前三季度，进出口增速分别为-6.1%、-0.4%和7.2%。从一、二季度分别增长1.2%、4.4%，到三季度增长6%。\n",
            [
                ("-6.1%", "actual", "2020-Q1"), ("-0.4%", "actual", "2020-Q2"), ("7.2%", "actual", "2020-Q3"),
                ("1.2%", "actual", "2020-Q1"), ("4.4%", "actual", "2020-Q2"), ("6%", "actual", "2020-Q3"),
            ],
        ),
        # What this year's report has set is still to be done in May; and 将在年内 is a plan as 将 is.
        (
            "新建学校9所\n2019-05-30 青江新闻网\n\n"
            "本报讯 人代会日前落下帷幕。在今年政府工作报告中提出：全力推进21件民生实事。\n"
            "加强设施建设。新建食堂6所，打造邻里中心4处。\n",
            [("21件", "target", "2019"), ("6所", "target", "2019"), ("4处", "target", "2019")],
        ),
        (
            "青江区推出惠民工程\n2018-05-12 青江网\n\n"
            "今年，全区推出惠民工程。区里还将在年内建立康复站31个，将在今年内新建服务中心4个。\n",
            [("31个", "target", "2018"), ("4个", "target", "2018")],
        ),
        # A day of the month in which the page stands, and a feast of this year.
        (
            "黄金周旅游市场火爆\n2013-02-18\n\n截至2月15日，全县接待游客8.1万人次。\n",
            [("8.1万人次", "actual", "2013-02")],
        ),
        (
            "春节接待游客增长\n2016-02-14 青江网\n\n今年春节期间，全县接待游客9.2万人次。\n",
            [("9.2万人次", "actual", "2016")],
        ),
        # 去年 in a paper of the spring that tells of 今年, too.
        (
            "经济去年增长7.1%\n2003年2月27日\n\n统计局发布了2002年统计公报。今年1月销售不旺。去年，生产总值是96亿元。\n",
            [("96亿元", "actual", "2002")],
        ),
        # Where a page was taken from, with a bar before its date; an aim that results are set against plans nothing.
        (
            "就业形势稳定\n稿源：青江网 | 2008-11-20 12:05\n\n1—10月，全县新增就业1.02万人，为全年目标任务1万人的102%；"
            "再就业4500人，完成全年5000人目标的90%。截至三季度末，失业人员8600人，比二季度末减少600人；失业率为4.1%。\n",
            [
                ("1.02万人", "actual", "2008-01/10"), ("1万人", "target", "2008"), ("102%", "actual", "2008-01/10"),
                ("4500人", "actual", "2008-01/10"), ("5000人", "target", "2008"), ("90%", "actual", "2008-01/10"),
                ("8600人", "actual", "2008-Q3"), ("600人", "actual", "2008-Q3"), ("4.1%", "actual", "2008-Q3"),
            ],
        ),
        # A paper of January that tells of last year alone.
        (
            "要保持清醒\n2010年01月21日 青江网\n\n局长说，去年进出口总额下降13%。\n去年全年投资增长29%。\n",
            [("13%", "actual", "2009"), ("29%", "actual", "2009")],
        ),
        # 预测上半年 opens the sentence, and holds behind its semicolon.
        (
            "2023年上半年工作总结和下半年打算\n\n一、运行情况\n\n预测上半年总产值120亿元；增加值24亿元。\n",
            [("120亿元", "actual", "2023-H1"), ("24亿元", "actual", "2023-H1")],
        ),
        # A text that opens with the years that are over, in a year that it only asks about.
        (
            "数看五年\n2019-02-07 平川广播电视台\n\n"
            "过去的五年我县取得哪些成就？2019年政府工作有哪些目标？\n城镇化率提高到57%。\n",
            [("57%", "actual", "2018")],
        ),
    ],
)
def test_years_of_papers(text: str, found: list[tuple[str, str, str]]) -> None:
    """By the year that is begun, by what is compared with, by the stamp of the page."""
    assert figures_of(text) == found


def test_a_column_in_brackets_is_part_of_the_title() -> None:
    """【青河市】提前完成12项…实事, over the stamp of a page: no heading of tasks."""
    text = (
        "【青河市】提前完成12项重点民生实事\n东江省人民政府网 发布时间：2020-10-26 09:20\n\n"
        "10月25日，调度会上发布消息，全市已提前完成12项民生实事。截至10月20日，实事18项中有12项完成，占比66.7%。\n"
    )
    document = read_structure(text)
    assert document.title is not None and "提前完成12项" in document.title
    assert {role for _, role, _ in figures_of(text)} == {"actual"}


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (RESULTS, "全镇已完成实事16项，但仍有8项进展偏慢。", {"achievement", "problem"}),
        (RESULTS, "全镇仍有8项实事进展偏慢。", {"problem"}),
        (PLANS, "十是完成青河幸福河湖工程建设。", {"target"}),
        (PLANS, "开通城乡公交线路，方便群众出行。", {"commitment"}),
        (PLANS, "生产总值保持7%的增长速度。", {"target"}),
        (RESULTS, "2018年共谋划储备项目530个，计划总投资790亿元。", {"achievement"}),
        (RESULTS, "2022年市下达全区产值目标200亿元。", {"target"}),
        (RESULTS, "“前三季度，就业形势总体稳定。”", {"achievement"}),
        (RESULTS, "外需不振是工业增速放缓的重要因素。", {"achievement", "attribution"}),
        (PLANS, "主要预期目标是：生产总值增长6%；居民收入增速高于生产总值增速；降碳完成进度目标。", {"target"}),
        (RESULTS, "财政收支面临严峻形势。", {"problem"}),
        (PLANS, "资金效益还有提升空间，需要进一步加强管理。", {"problem"}),
        (PLANS, "城镇化还有很大提升空间。", {"rhetoric"}),
        (RESULTS, "在疫情冲击影响下，全市收入下降3%。", {"achievement", "attribution"}),
        (RESULTS, "两处的数字有差额，原因是统计方法不同。", {"achievement", "attribution"}),
        (PLANS, "坚决遏制耕地“非农化”。", {"commitment"}),
        (RESULTS, "粮食安全，事关民生福祉。", {"rhetoric"}),
        (RESULTS, "从季度看，增速逐季加快。", {"achievement"}),
        (RESULTS, "推进缓慢的有4项（水厂改造、车位建设），占12%。", {"problem"}),
        (RESULTS, "推进较快的有4项（水厂改造、车位建设），占12%。", {"achievement"}),
        (RESULTS, "完成投资19亿元，落后时间进度1.7个百分点。", {"problem"}),
        (RESULTS, "经济运行虽然面临一些困难，但基本保持了较快增长。", {"achievement"}),
        (RESULTS, "经济运行虽然保持增长，但也面临一些困难。", {"problem"}),
        (RESULTS, "县委、县政府正视面临的困难和挑战，抢抓发展机遇，推动各项工作上水平。", {"achievement"}),
        (RESULTS, "向全县人民致以诚挚的问候和美好的祝愿！", {"rhetoric"}),
        (RESULTS, "向全县人民致以诚挚的问候和衷心的感谢！", {"attribution"}),
        (PLANS, "邻里的事大小不一，既需耐心也需办法，既需脚勤更需心细。", {"rhetoric"}),
    ],
)
def test_types_of_claims_in_news(frame: str, words: str, types: set[str]) -> None:
    """Deeds beside what is lacking, works to finish and to open, rates to keep, greetings and thanks."""
    assert types_of(frame, words) == types


def test_what_is_told_first_is_the_tense_of_its_paragraph() -> None:
    """1至11月新增…，预计全年将超过…: an account, whatever it looks forward to."""
    told = (
        "新增就业将破1.2万\n2007-12-21 青江日报\n\n"
        "局长20日透露，今年1至11月，全县新增就业1.1万人，预计全年将超过1.2万人。"
        "就业工作创历史最好水平。\n"
    )
    assert [types for _, types in _claims_of(told)] == ["achievement", "achievement"]


def test_a_first_time_in_the_year_is_no_plan() -> None:
    """年内首次 tells of what happened, 年内 alone of what is to come."""
    told = "前三季度外贸成绩单\n2020-10-14 青江日报\n\n累计进出口总值年内首次实现正增长。\n"
    assert [types for _, types in _claims_of(told)] == ["achievement"]


def test_an_aim_that_a_rate_stays_above_is_told_beside_results() -> None:
    """仍在7.5%的预期目标之上: the paragraph tells how things went."""
    text = (
        "上半年经济运行解读\n2013年07月15日 星期一 清江晚报\n\n"
        "■ 经济增长平稳。一季度生产总值增长7.8%，上半年增长7.7%，仍在7.5%的预期目标之上。\n"
    )
    assert {types for _, types in _claims_of(text)} == {"achievement"}


def test_tasks_and_what_came_of_each_on_lines_of_their_own() -> None:
    """责任单位 stands between; 已开工 alone tells of what the task is."""
    text = (
        "关于2019年重点工作第三季度进展情况的通报\n\n一、城镇建设\n1.改造危房730户。\n责任单位：县住建局\n"
        "进展情况：已开工410户，基本建成290户。\n"
        "2.引进项目17个。进展情况：截至9月底，引进项目13个。\n3.铺设管网46公里。（牵头单位：县住建局）\n进展：完成37公里。\n"
    )
    metrics = read_metrics(read_structure(text))
    assert [(one.surface, one.role) for one in metrics] == [
        ("730户", "target"), ("410户", "actual"), ("290户", "actual"), ("17个", "target"), ("13个", "actual"),
        ("46公里", "target"), ("37公里", "actual"),
    ]
    assert [one.indicator.text for one in metrics if one.indicator] == [*["危房"] * 3, *["项目"] * 2, *["管网"] * 2]


def test_only_a_deed_behind_its_task_tells_of_the_task() -> None:
    """新增企业13家。已新增9家，完成年度任务的69%: both are of the firms."""
    items = "1.新增企业13家。已新增9家，完成年度任务的69%。\n2.建设学校7所。仅开工3所。\n"
    text = f"关于2019年重点工作进展情况的通报\n\n{items}"
    metrics = read_metrics(read_structure(text))
    assert [(one.surface, one.role) for one in metrics] == [
        ("13家", "target"), ("9家", "actual"), ("69%", "actual"), ("7所", "target"), ("3所", "actual"),
    ]
    assert {one.indicator.text for one in metrics[:3] if one.indicator} == {"新增企业"}


def test_what_is_still_to_come_dates_nothing_that_was_done() -> None:
    """剩余项目预计10月底前全部完成。其中…已有12项: the month before is that of the list."""
    text = (
        "青溪县2024年9月份民生工程进展情况\n\n截至9月底已完成19项，剩余项目预计10月底前全部完成。\n"
        "其中超额完成任务的已有12项：修缮校舍31处，救助儿童720名。\n"
    )
    assert figures_of(text) == [
        ("19项", "actual", "2024-09"), ("12项", "actual", "2024-09"), ("31处", "actual", "2024-09"),
        ("720名", "actual", "2024-09"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The year that opens what is said is that of 全年 in it.
        (
            "2016年造林任务完成\n\n2016年，全县造林7.3万亩。\n局长表示，2017年，将抓好抚育，力争全年造林8.1万亩。\n",
            [("7.3万亩", "actual", "2016"), ("8.1万亩", "target", "2017")],
        ),
        # What sets out the aims of this year holds for the numbered lines below it.
        (
            "解读青溪县政府工作报告\n2021-03-06 清江晚报\n\n报告提出，今年发展的主要预期目标是：\n"
            "一、生产总值增长7%以上；\n二、新增就业3100人以上；\n",
            [("7%", "target", "2021"), ("3100人", "target", "2021")],
        ),
        # Lines that name a year and its aims head what stands below them.
        (
            "2020青溪答卷\n\n经济好于预期。全年生产总值增长2.7%，新增就业3100人。\n\n2021任务清单\n●生产总值增长7%以上\n●新增就业3300人以上\n",
            [
                ("2.7%", "actual", "2020"), ("3100人", "actual", "2020"), ("7%", "target", "2021"),
                ("3300人", "target", "2021"),
            ],
        ),
        # 今年 of a report that calls the year before by its number.
        (
            "青溪县人代会开幕\n\n县长在政府工作报告中表示，2021年，全县生产总值达到92亿元，增长6.3%。"
            "报告提出，今年发展主要预期目标是：生产总值增长7%左右；新增就业3100人以上。\n",
            [
                ("92亿元", "actual", "2021"), ("6.3%", "actual", "2021"), ("7%", "target", "2022"),
                ("3100人", "target", "2022"),
            ],
        ),
        (
            "2020年青溪县政府工作报告解读\n\n《报告》提出目标，要求今年新增就业3100人以上。\n"
            "今明两年职业培训2.6万人次以上，高职扩招700人。\n",
            [("3100人", "target", "2020"), ("2.6万人次", "target", "2020-2021"), ("700人", "target", "2020-2021")],
        ),
        # The day of a press conference; a headline that is a sentence ends before 记者.
        (
            "1至9月，全县生产总值61亿元，同比增长5.2%，民生保障有力——前三季度我县经济稳中提质\n"
            "记者从2021年10月21日上午召开的发布会上获悉，今年以来，经济运行平稳。\n前三季度，投资增长7.3%。\n",
            [("7.3%", "actual", "2021-Q1/Q3")],
        ),
        # 实到 counts money here, and no one who came to a meeting; a rank rose from one place to another.
        (
            "时间：2020-01-19 17:23 来源：清江晚报\n今天出炉的青溪县《政府工作报告》给出了过去一年的成绩单。\n"
            "环境进一步优化，投资便利度排名从第46位进一步提升到第31位。"
            "合同外资、实到外资分别增长21%、7.1%。\n过去一年，经济平稳。\n2020年，生产总值预期增长目标在6%左右。\n",
            [
                ("第46位", "baseline", None), ("第31位", "actual", "2019"), ("21%", "actual", "2019"),
                ("7.1%", "actual", "2019"), ("6%", "target", "2020"),
            ],
        ),
        # Lines that end with a ； are one sentence; 今年1—10月 holds on where that year is not over.
        (
            "青溪街道2022年工作总结和2023年工作计划\n\n一、2022年工作总结\n1—9月实现产值47亿元；\n零售额5.6亿元；\n"
            "投资1.2亿元。\n今年1—10月，招商引资3.7亿元。新增企业21家。\n二、2023年工作计划\n新增企业30家。\n",
            [
                ("47亿元", "actual", "2022-Q1/Q3"), ("5.6亿元", "actual", "2022-Q1/Q3"),
                ("1.2亿元", "actual", "2022-Q1/Q3"), ("3.7亿元", "actual", "2022-01/10"),
                ("21家", "actual", "2022-01/10"), ("30家", "target", "2023"),
            ],
        ),
        (
            "青溪县人代会\n\n县长宣布，2016年全县经济增长预期目标6.5%。2015年，全县生产总值92亿元。\n",
            [("6.5%", "target", "2016"), ("92亿元", "actual", "2015")],
        ),
        # 预期 behind which the verb follows over 全年 and 可.
        (
            "2014年青溪街道工作安排\n\n以项目带动发展，预期全年可实现收入17亿元。\n",
            [("17亿元", "target", "2014")],
        ),
        # So many more than at the end of a year: the year is the one behind it.
        (
            "开发区运行平稳\n\n1至7月，完成销售额26亿元。截至7月，企业存量4100户，较2022年末净增370户。\n",
            [("26亿元", "actual", "2023-01/07"), ("4100户", "actual", "2023-07"), ("370户", "actual", "2023-07")],
        ),
    ],
)
def test_years_that_what_stands_beside_them_tells(text: str, found: list[tuple[str, str, str]]) -> None:
    """力争全年 behind 2017年，; 较2022年末净增 in a text that names no other year."""
    assert figures_of(text) == found
