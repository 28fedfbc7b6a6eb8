"""Odd texts whose years are told only indirectly: pages of newspapers, parts called by their years, English ones."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.sections import read_structure
from tests.core.extract.readings import figures_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # What is reported to a people's congress in January is the year before, whoever reports.
        (
            "——2020年1月5日在市第七届人民代表大会第五次会议上\n市人民检察院检察长 周山\n各位代表:\n"
            "现在，我代表市人民检察院向大会报告工作，请予审议。\n2019年，全市检察机关依法履职，取得了新成效。\n"
            "一、主动融入大局\n助力园区建设，设立服务点21个。",
            [("21个", "actual", "2019")],
        ),
        # How things stand on the day of a page.
        ("街道完成投资9亿元\n\n2020-10-15\n\n截至目前，街道入库项目31个。", [("31个", "actual", "2020")]),
        # Years that something is only compared with, or that a change began in, are not told of.
        (
            "过去5年政府工作回顾 ——经济总量增长。2002年全区生产总值317亿元，为1998年的1.8倍；区属产值由1997年的11亿元"
            "增长到2002年的24亿元。 ——财政增收。5年来，累计完成税收274亿元。辖区有商场48个。",
            [
                ("317亿元", "actual", "2002"), ("1.8倍", "actual", "2002"), ("11亿元", "baseline", "1997"),
                ("24亿元", "actual", "2002"), ("274亿元", "actual", "1998-2002"), ("48个", "actual", "2002"),
            ],
        ),
        # An English report is called by the year in which it is given.
        (
            "2019 Xincheng Government Work Report\n\nThe following are figures from the report:\n\n"
            "Annual growth of industrial output: 5.8 percent\n",
            [("5.8 percent", "actual", "2018")],
        ),
        # A newspaper in English on such a report.
        (
            "Xincheng holds 7th Municipal People's Congress\n\nUpdated: 2019-01-25\n\n"
            "The third session of the 7th Xincheng Municipal People's Congress opened on Jan 22.\n\n"
            "Zhou Shan delivered a report on the work of the city government.\n\nFixed asset investment in Xincheng "
            "was 30.5 billion yuan.\n\nThe city expects an increase of more than 6.5 percent in gross output.\n",
            [("30.5 billion yuan", "actual", "2018"), ("6.5 percent", "target", "2019")],
        ),
    ],
)
def test_years_of_reports_that_name_none_or_only_the_next(text: str, told: list[tuple[str, str, str | None]]) -> None:
    """Each figure with its role and period."""
    assert figures_of(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Parts that are called by their years alone are those of the results and of the plan.
        (
            "各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n2024年全市上下同心 交出了一份优异成绩单\n"
            "过去的一年，成绩来之不易。\n（一）实力实现新跃升。生产总值完成470亿元。\n（二）开放实现新突破。引进企业21家。\n"
            "2025年全市上下改革 推动发展取得新成效\n做好今年工作，责任重大。\n（一）壮大产业。引进企业32家。\n"
            "（二）惠及民生。新建学校3所。\n",
            [
                ("470亿元", "actual", "2024"), ("21家", "actual", "2024"), ("32家", "target", "2025"),
                ("3所", "target", "2025"),
            ],
        ),
        # A newspaper's page with the plan's part of a work report: bare verbs, and numbers to be reached at least.
        (
            "国内统一刊号：CN00-0018 临水日报社出版\n2025年01月22日\n政府工作报告\n"
            "（上接第一版）建成3个光伏项目，加快5个电站建设。探索建立扶持机制。抓好4个抽蓄项目前期工作。推进找矿行动。"
            "制定氢能方案，开展试点。培育品牌。新认证产品30个以上。建设牧场6个，打造基地2个。\n",
            [
                ("3个", "target", "2025"), ("5个", "target", "2025"), ("4个", "target", "2025"),
                ("30个", "target", "2025"), ("6个", "target", "2025"), ("2个", "target", "2025"),
            ],
        ),
        # The title of a page tells of last year by that word; a volume counts nothing.
        (
            "市财政局：去年全市预算支出完成159.2亿元\n\n近日公布的《临水年鉴》（2017卷）显示，全市投入教育资金6亿元。\n\n"
            "2016年，财政运行平稳。全市减轻企业负担3.6亿元。\n",
            [("6亿元", "actual", "2016"), ("3.6亿元", "actual", "2016")],
        ),
        # A digest that asks what the year will bring lists what is planned behind that.
        (
            "新建50所学校 建成15个医疗项目\n发布时间：2025-02-27 20:51:32\n"
            "晚报讯 2月25日，市人大会议开幕。市长作政府工作报告。今年我市将怎么做？一串串数据展现了新一年的图景。\n"
            "扩大学位供给，新改扩建学校50所。引进医院2家。\n完成老旧小区改造100个。\n",
            [("50所", "target", "2025"), ("2家", "target", "2025"), ("100个", "target", "2025")],
        ),
        (
            "2月14日，市人大会议开幕，市长作政府工作报告，回顾2022年工作、安排2023年工作。\n\n"
            "新增碧道95公里。2023年，市民的生活将有哪些新变化？\n\n新建幼儿园53所\n\n打通断头路21条\n",
            [("95公里", "target", "2023"), ("53所", "target", "2023"), ("21条", "target", "2023")],
        ),
        # Beside a year of results and one of plans, 今年 with its aims is the latter.
        (
            "副市长作关于《政府工作报告》的说明\n第一部分是2010年工作回顾，第二部分是2011年重点工作。"
            "《报告》分析了今年全市发展的形势，综合考虑提出了主要预期目标：生产总值增长13%左右，投资增长25%。\n",
            [("13%", "target", "2011"), ("25%", "target", "2011")],
        ),
        # A work report on a quarter is on that of its own year.
        (
            "2024年第三季度政府工作报告\n\n一、第三季度工作情况\n\n新增规上企业38家。\n",
            [("38家", "actual", "2024-Q3")],
        ),
        # 全市…完成 begins a sentence behind a heading that fills its line; the year that opens the heading is told of.
        (
            "市第十届人民代表大会第五次会议上的政府工作报告（摘要）\n\nOriginal URL: http://www.example.org/a.exe\n\n"
            "一、二○○一年全市经济社会继续保持旺盛的活力，实现了“十五”计划的开局\n"
            "全市国内生产总值完成118.8亿元，比上年增长12%；地方财政收入完成4.93亿元\n"
            "，增长22%；地方投资完成17亿元。全市呈现出基调鲜明、增势强劲、事业兴旺的\n"
            "良好局面，以结构重组和技术创新为重点的工业经济的综合竞争力得到明显的增强\n"
            "，32项技术创新工程取得成效，市属的企业完成销售收入14.6亿元，利润903万元。\n",
            [
                ("118.8亿元", "actual", "2001"), ("12%", "actual", "2001"), ("4.93亿元", "actual", "2001"),
                ("22%", "actual", "2001"), ("17亿元", "actual", "2001"), ("32项", "actual", "2001"),
                ("14.6亿元", "actual", "2001"), ("903万元", "actual", "2001"),
            ],
        ),
    ],
)
def test_years_that_open_the_parts_of_a_report(text: str, told: list[tuple[str, str, str | None]]) -> None:
    """Each figure with its role and period."""
    assert figures_of(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A year that is told by its number is not the one that is called 今年.
        (
            "本报一月九日讯 市长在报告中说，今年全市主要指标安排是生产总值增长百分之七以上。\n"
            "此前，二〇一一年全市生产总值达到三百二十亿元。今年全市将新建六座水厂，投资增长百分之十二。\n",
            [
                ("百分之七", "target", "2012"), ("三百二十亿元", "actual", "2011"), ("六座", "target", "2012"),
                ("百分之十二", "target", "2012"),
            ],
        ),
        (
            "2019年全乡蚕茧产量增长8%，收入完成460万元，各项事业稳步推进。今年目标是蚕茧产量增长5%以上，新植桑园300亩。\n",
            [
                ("8%", "actual", "2019"), ("460万元", "actual", "2019"), ("5%", "target", "2020"),
                ("300亩", "target", "2020"),
            ],
        ),
        # A year of which nothing is told but what it is to bring is the one begun.
        (
            "全年完成财政收入3.1亿元，同比增长19%，社会大局保持稳定。2013年，全县财政收入要突破3.5亿元，再建学校4所。\n",
            [
                ("3.1亿元", "actual", "2012"), ("19%", "actual", "2012"), ("3.5亿元", "target", "2013"),
                ("4所", "target", "2013"),
            ],
        ),
        # The date of an excerpt stands in a bracket behind its last words.
        (
            "去年，全区新建书屋18个，修缮校舍7所，群众满意度明显提升。\n\n"
            "今年，全区计划新建书屋25个，将修缮校舍9所，办好群众身边的小事。（2022年1月20日）\n",
            [
                ("18个", "actual", "2021"), ("7所", "actual", "2021"), ("25个", "target", "2022"),
                ("9所", "target", "2022"),
            ],
        ),
        # By when all is to be reached is told once, in the first words of what a page holds of a plan.
        (
            "在此基础上，力争到2010年，棉纱产量翻一番，棉农人均收入年均增长9%。\n\n"
            "城镇更加宜居：污水处理率达到81%，外商投资实际到位金额年均递增7%。\n\n"
            "教育更加优质：高中毛入学率达到88%，每万人拥有教师110人。\n",
            [
                ("翻一番", "target", "2010"), ("9%", "target", "2010"), ("81%", "target", "2010"),
                ("7%", "target", "2010"), ("88%", "target", "2010"), ("110人", "target", "2010"),
            ],
        ),
        # Of two plans the later is the one ahead where its last year is told as what is to come.
        (
            "“十五”时期，全县果品产量年均增长8%，2005年达到6万吨。“十一五”期间，果品产量年均增长9%，到2010年达到9万吨。\n",
            [
                ("8%", "actual", "2001-2005"), ("6万吨", "actual", "2005"), ("9%", "target", "2006-2010"),
                ("9万吨", "target", "2010"),
            ],
        ),
        # What the year begun is called gives no year to the review that it opens.
        (
            "2020年政府工作报告\n\n一、2019年主要工作回顾\n\n"
            "2020年是脱贫攻坚收官之年。全县粮食总产达到21万吨，新建粮库4座。\n\n二、2020年工作安排\n\n新建粮库6座。\n",
            [("21万吨", "actual", "2019"), ("4座", "actual", "2019"), ("6座", "target", "2020")],
        ),
        # 一年来 in a text that sets the aims of a year tells of the one before.
        (
            "一年来，全县完成工业增加值52亿元，增长13%，发展后劲明显增强。\n\n"
            "2014年主要预期目标：工业增加值增长12%，财政收入增长11%。\n",
            [
                ("52亿元", "actual", "2013"), ("13%", "actual", "2013"), ("12%", "target", "2014"),
                ("11%", "target", "2014"),
            ],
        ),
    ],
)
def test_excerpts_that_call_one_year_by_its_number_and_the_next_this_year(
    text: str, told: list[tuple[str, str, str | None]]
) -> None:
    """Each figure with its role and period."""
    assert figures_of(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The day below the office's name is that of the paper, the year with which the text opens that of its figures.
        (
            "河东市统计局\n2003年3月11日\n2002年，全市上下认真贯彻中央经济工作会议精神，经济稳步增长。\n一、综合\n"
            "全市工业增加值41亿元。\n二、农业\n粮食总产19万吨。\n",
            [("41亿元", "actual", "2002"), ("19万吨", "actual", "2002")],
        ),
        (
            "河东市统计局\n2002年4月9日\n2001年在市委的正确领导下，各项事业全面发展。\n一、综合\n工业增加值38亿元。\n"
            "二、农业\n粮食总产18万吨。\n",
            [("38亿元", "actual", "2001"), ("18万吨", "actual", "2001")],
        ),
        # What a briefing is on.
        (
            "5月9日，新闻发布会举行。局长介绍2021年一季度交通运输业发展情况。一季度货运量达到3万吨。\n",
            [("3万吨", "actual", "2021-Q1")],
        ),
        # News that quotes both parts of a report.
        (
            "大会开幕\n县长作政府工作报告。\n“2016年，全县工业增加值52亿元，增长7%；税收9亿元……”\n"
            "“2017年我县经济社会发展的主要预期目标是：工业增加值增长6%以上……”\n",
            [
                ("52亿元", "actual", "2016"), ("7%", "actual", "2016"), ("9亿元", "actual", "2016"),
                ("6%", "target", "2017"),
            ],
        ),
        # The list of what is to be done in a year; last year is the one before.
        (
            "随着政府工作报告出炉，2019年度民生实事清单亮相。\n去年，全市民生支出超过90亿元。\n"
            "今年将新建学校7所。\n",
            [("90亿元", "actual", "2018"), ("7所", "target", "2019")],
        ),
        # Behind a dash the year of the results, behind another that of what will be.
        (
            "这是承诺，更是兑现——2015年，全县居民收入增长8%，改造危房900户。\n"
            "教育是根本——2016年将继续扩大招生，培训教师600人。\n",
            [("8%", "actual", "2015"), ("900户", "actual", "2015"), ("600人", "target", "2016")],
        ),
        # A census without its date.
        (
            "第七次全国人口普查主要数据\n（一）人口总量\n全县人口31万人。\n（二）户别\n全县共有家庭户9.8万户。\n",
            [("31万人", "actual", "2020"), ("9.8万户", "actual", "2020")],
        ),
        # What a paragraph parts by quarters goes on about what the one before told.
        (
            "2016年前三季度经济运行情况\n前三季度，全市生产总值590亿元，增长6.8%。\n"
            "发言人介绍，分季度看，一季度增长6.5%，二季度增长6.9%。\n",
            [
                ("590亿元", "actual", "2016-Q1/Q3"), ("6.8%", "actual", "2016-Q1/Q3"), ("6.5%", "actual", "2016-Q1"),
                ("6.9%", "actual", "2016-Q2"),
            ],
        ),
        # Of what a year's figure is made up, in a review of several years.
        (
            "第十二个五年规划纲要\n一、“十一五”规划执行情况\n2010年实现生产总值120亿元，年均增长12%。"
            "其中农业增加值33亿元，年均增长7%。\n二、“十二五”发展目标\n到2015年生产总值达到200亿元。\n",
            [
                ("120亿元", "actual", "2010"), ("12%", "actual", "2006-2010"), ("33亿元", "actual", "2010"),
                ("7%", "actual", "2006-2010"), ("200亿元", "target", "2015"),
            ],
        ),
        # That tasks of a year were completed plans it not; 今年 is the year after it.
        (
            "市长作政府工作报告时说，“2018年是极不平凡的一年，工业增加值增长6.3%，税收增长3%。”"
            "2018年工作任务的完成，为今后打下了基础。\n今年是“十三五”的第四年，全市提出工业增加值增长6%以上。\n",
            [("6.3%", "actual", "2018"), ("3%", "actual", "2018"), ("6%", "target", "2019")],
        ),
        # Why something has to be done is no order: what stands around it was done.
        (
            "打开政府工作报告，数据亮眼。2021年，全省工业增加值达到3万亿元，去年增加2000亿元。\n"
            "第二组数据是，财政收入增长8%，达到900亿元。因为要发展经济，就得有钱。\n"
            "今年的数说两会，我们将用数据说话。\n",
            [
                ("3万亿元", "actual", "2021"), ("2000亿元", "actual", "2021"), ("8%", "actual", "2021"),
                ("900亿元", "actual", "2021"),
            ],
        ),
        # A page on a plan whose year only its part on aims tells.
        (
            "引言\n本文解析全市的产业规划。\n一、产业现状与挑战\n1.1 产业现状\n全市拥有纺织、食品、化工等产业。\n"
            "1.2 挑战\n创新能力不足。\n二、产业新布局\n2.1 发展目标\n到2025年，全市食品产业产值达到90亿元。\n"
            "2.2 重点布局\n建设园区3个，引进企业20家。\n",
            [("90亿元", "target", "2025"), ("3个", "target", "2025"), ("20家", "target", "2025")],
        ),
        # 回顾 alone on a line behind the aims of the year.
        (
            "2012年的最后一天，市委全会召开，总结去年的发展，为今年制定目标。\n2013预期目标\n●工业增加值增长9%以上\n"
            "回顾\n去年以来，全市狠抓发展。预计工业增加值完成55亿元，财政收入预计完成7亿元，比上年增长11%。\n",
            [
                ("9%", "target", "2013"), ("55亿元", "actual", "2012"), ("7亿元", "actual", "2012"),
                ("11%", "actual", "2012"),
            ],
        ),
        # The parts of a poster named by their year, below a title that tells of both.
        (
            "聚焦两会丨青石区：拼出来的2021，干出来的2022\n2021这一年\n全区生产总值增长6.1%\n规上企业净增32家\n"
            "2022这样干\n生产总值增长7%以上\n新建幼儿园5所\n",
            [
                ("6.1%", "actual", "2021"), ("32家", "actual", "2021"), ("7%", "target", "2022"),
                ("5所", "target", "2022"),
            ],
        ),
        # How things stood at the end of a year, where no other is told; by when things shall be is none.
        (
            "青石县农村公路情况\n截至2018年底，全县公路里程达到860公里。\n实施路面修缮，惠及行政村75个。\n",
            [("860公里", "actual", "2018"), ("75个", "actual", "2018")],
        ),
        # 超年度计划 tells of what was done.
        (
            "【两会数读】三组数字看青石县2019年发展\n132——实施重点项目132个，完成投资4.6亿元，超年度计划6个百分点。\n"
            "2020年，青石县将确保财政收入增长5%。\n",
            [
                ("132个", "actual", "2019"), ("4.6亿元", "actual", "2019"), ("6个百分点", "actual", "2019"),
                ("5%", "target", "2020"),
            ],
        ),
        # A title behind the name of its column; mottoes and headings stand before the sentence that names the year.
        (
            "解读工作报告·过去一年和五年工作回顾\n极不寻常 极不平凡\n过去一年\n2021年是全县发展极为重要的一年。\n"
            "全年生产总值增长6%\n过去五年\n过去五年极不平凡。\n五年来，生产总值年均增长5.2%。\n",
            [("6%", "actual", "2021"), ("5.2%", "actual", "2017-2021")],
        ),
        # The aims of a plan whose years are told nowhere else.
        (
            "“十二五”时期，全市发展的主要预期目标是：生产总值年均增长11%；服务业比重达到57%；城镇化率提高到65%左右。\n",
            [("11%", "target", "2011-2015"), ("57%", "target", "2015"), ("65%", "target", "2015")],
        ),
        # The source of a page runs into its day; what a clause is on stands before the time that opens a paragraph.
        (
            "地区经济运行总体平稳\n来源:经济日报2022-08-05 09:54\n上半年，全省生产总值增长5.3%。\n"
            "而在固定资产投资上，上半年，全省固定资产投资增长4%。分产业看，第一产业投资增长7.6%。\n",
            [("5.3%", "actual", "2022-H1"), ("4%", "actual", "2022-H1"), ("7.6%", "actual", "2022-H1")],
        ),
        # News of a plan: what stands below the year by which all is to be reached is aimed at.
        (
            "青石市出台制造业三年行动计划，重点任务明确\n6月15日，市政府办公室印发《青石市制造业三年行动计划（2021-2023年）》，"
            "其中提到，到2023年，工业增加值超过130亿元。\n——高端制造引领功能大幅提升。先导产业规模达18亿元。\n",
            [("130亿元", "target", "2023"), ("18亿元", "target", "2023")],
        ),
        # The years of a plan that who reports calls passed.
        (
            "2月9日，青石市人民代表大会开幕。王某表示，“十三五”时期是青石砥砺前行的五年，发展取得突破性进展。\n"
            "地区生产总值从2015年的283亿元提高到2020年的387亿元，年均增长5.5%。\n",
            [("283亿元", "baseline", "2015"), ("387亿元", "actual", "2020"), ("5.5%", "actual", "2016-2020")],
        ),
    ],
)
def test_the_years_of_news_and_communiques(text: str, told: list[tuple[str, str, str | None]]) -> None:
    """Each figure with its role and period."""
    assert figures_of(text) == told


def test_the_head_of_a_markdown_file_gives_title_and_date_and_no_figures() -> None:
    """What stands between --- lines is printed title and stamp, whatever else it tells."""
    text = (
        "---\ntitle: '柳溪县政府工作报告'\nsummary: 全县生产总值突破90亿元\ntags:\n- 脱贫1.2万人\n{}\n---\n各位代表：\n"
        "## 去年工作回顾\n全县生产总值完成86亿元。\n## 今年主要任务\n生产总值增长7%以上。\n"
    )
    wanted = [("86亿元", "actual", "2018"), ("7%", "target", "2019")]
    for dated in ('date: "2019-02-12"', "publish_date: 2019年2月12日", "lastdate: 2019-02-12T08:30:00+08:00"):
        assert figures_of(text.format(dated)) == wanted
    assert figures_of(text.format("weight: 30"))[0][2] is None


def test_in_the_communique_of_a_census_things_grew_since_the_last_one() -> None:
    """Where no year is set beside a growth, it is none of a year."""
    text = (
        "清河县第七次全国人口普查公报\n2021年6月12日\n一、受教育程度\n"
        "每10万人中拥有大学文化程度的由4980人上升为9120人，增长83.1%；家庭户同比增长2%。\n"
    )
    document = read_structure(text)
    assert [metric.basis for metric in read_metrics(document) if metric.kind == "growth"] == ["vs", "yoy"]


def test_an_honour_for_aims_of_a_year_plans_nothing() -> None:
    """被评为2014年度目标考核一等奖, in a yearbook on 2014."""
    text = (
        "【概况】 2014年，县交通运输局有干部职工326人。年内，完成投资6.72亿元，比上年增长19.4%。\n"
        "【获奖情况】 县交通运输局被评为2014年度目标考核一等奖，3人获市级以上表彰。\n"
    )
    assert figures_of(text) == [
        ("326人", "actual", "2014"), ("6.72亿元", "actual", "2014"), ("19.4%", "actual", "2014"),
        ("3人", "actual", "2014"),
    ]
