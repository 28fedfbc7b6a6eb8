"""The frames of words by which a figure is linked: patterns over a flat sentence, templates (%group%) among them."""

from __future__ import annotations

import re
from typing import Final

from core.extract.quantity import Quantity
from core.lexicon import WHOLE_AREA

#: 10条（段）580公里: a second word for the same unit.
NOTE: Final = re.compile("（[^（）]{1,4}）|\\([^()]{1,4}\\)")
_CLOSING: Final = re.compile("[）)]")
LIST_JOIN: Final = re.compile(
    r"^(?:、|，|,|和|与|及|以及|，?和|[:∶])"
    r"(?:增长|下降|上升|减少|增加|提高|降低|上涨|下跌|回落|[激猛骤陡]增|骤[降减跌]|锐减|[增减]收|[增减]支|净增|净减|多收|少收)?(?:每[人户])?(?:每[年月日])?$"
)
ALSO: Final = re.compile(f"[、和](?P<ref>{WHOLE_AREA}|[\u4e00-\u9fff]{{1,4}}[省市县区])(?:平均水平)?")
JOINER: Final = re.compile(r"^(?:、|以及|和(?!谐|平)|与(?!会)|及(?!时|格)|并(?![网购联轨表发]))+")
COMPARED: Final = (
    "(?P<verb>%comparing%)(?![百千万亿几]|[省市县区州][定列]|[^，。；0-9]{0,20}等$)"
    rf"(?P<ref>(?:[东中西]部|{WHOLE_AREA}|[\u4e00-\u9fff]{{0,6}}%place_end%|同类|同期)"
    r"[^，。；（(0-9的增减提下]{0,8}?)(?:的?%compared_level%)?(?:分别)?(?:高出?|低|快|慢|多|少|提升|增长)?[了约近]?[（(]?$"
)
#: 增速高于各项贷款平均增速9.3个百分点: compared with another measure and no place.
COMPARED_POINTS: Final = re.compile(
    r"(?P<verb>[高低快慢好]于|高出|低于|(?<![同环占可对])[比较](?=[^，。；、0-9]{2,24}[高低快慢多少][了约近]?$))"
    "(?P<ref>[^，。；、0-9]{0,20}(?:增速|增幅|涨幅|增长|平均|水平|均值)"
    "|(?:(?<=增[速幅][高低快慢]于)|(?<=[，。；][高低快慢]于)|(?<=^[高低快慢]于))"
    "(?!上年|去年|同期|历史|[^，。；、0-9]{0,8}(?:目标|计划|预期|任务|指标|进度))[^，。；、0-9]{2,12}?"
    "(?:、[\u4e00-\u9fff]{2,6}){0,6}?)"
    "(?:高|低|快|慢|多|少)?[了约近]?$"
)
#: 收入大于支出1.2亿元, 出口小于进口3亿美元: by how much one side of a balance is larger than the other.
OTHER_SIDE: Final = "(?:收入|支出|进口额?|出口额?|流入|流出|供给|需求|产量|消费量)"
COMPARED_SIDE: Final = re.compile(
    f"(?P<verb>[大小多少高低]于|超过?|超出)(?P<ref>[\u4e00-\u9fff]{{0,4}}{OTHER_SIDE})[了约近]?$"
)
#: 增长7%以上（确保6.5%）, （奋斗目标9%）.
ALSO_AIMED: Final = re.compile(
    "(?:左右|以[上内下])?[（(](?:确保|力争|争取|必保|(?:奋斗|挑战|预期|底线)?目标)(?:增长|达到?|为|完成|是)?"
)
REACHED_LEVEL: Final = "(?P<noun>[^，。；、0-9]{2,}?)(?:已?达到?|共?有|增至|分别为|为)(?P<level>%level_word%)"
#: 剔除减免2亿元后.
LEFT_OUT: Final = re.compile("(?:剔除|扣除|不含|不考虑)[^，。；]*后$")
#: 增速快于城镇居民2.3个百分点: set beside another.
SET_BESIDE: Final = re.compile("(?:增[速幅]|增长速度|[涨降]幅|占比|比重)?(?:[高低快慢好]于|超过|超出|高出)")
CHANGE_FROM: Final = re.compile(
    "(?:(?<![交经自理缘])由|从(?!业|事))"
    "(?:(?:每?[月年])?[人户亩]均|每(?:[人户年月日每]*|立方米|平方米|公斤|吨|亩|升|[百千万]?(?:人|平方公里))(?=$)"
    "|原[来先]的?|(?:(?:19|20)[0-9]{2}年末?底?|第[一二三四五六七八九十]次[^，。；0-9]{2,8}普查时?)的?|[上去]年的?|[0-9一二三四五六七八九十]+年前的?"
    r"|[“\"]?[十八九][一二三四五]?五[”\"]?(?:期?末|时期|期间)的?|[^，。；0-9]{0,6}的){0,2}(?:不[到足]|近|约|仅有?)?$"
)
#: 由上年下降2.3%转为增长4.5%: the verb of the first figure stands before it.
TURNED_FROM: Final = (
    "[由从](?:上年|去年|上半年|年初|(?:[0-9]{1,2}[-—–~至])?[0-9]{1,2}月份?|[一二三四]季度|(?:19|20)[0-9]{2}年)?"
    "(?:同期)?的?%rise+fall%$"
)
#: 0-17岁, 18周岁以上: who are counted, by their age.
AGE: Final = "[0-9]{1,3}(?:[-—–~至到][0-9]{1,3})?周?岁(?:及?以[上下])?"
#: 三产之比, in 比 alone: neither 比赛 nor 比分, but 比分别为….
RATIO: Final = "比(?!赛|分(?!别))"
SHARE_ENDS: Final = re.compile("(?:占比|比重|比例)$")
#: 由亏损1.2亿元转为盈利: what it was that turned into its opposite.
FROM_LOSS: Final = re.compile(
    "[由从](?:上年|去年|年初|(?:19|20)[0-9]{2}年|[0-9一二三四五六七八九十]+年前)?(?:同期)?的?(?P<loss>净?(?:亏损|盈利|顺差|逆差))$"
)
#: 工业投资由负转正, 居民消费稳中有升: how it turned shows what the subject is, measurable noun or not.
TURNS: Final = (
    "(?:同比|环比|实现|总体|保持)*(?:由[负降跌]转[正升增]|由正转负|止跌[回企转][升稳正]|企稳回升|扭亏[为增]盈"
    "|(?:逐年|连年|持续|稳步|不断|大幅|明显|快速|逐步|有所)(?:上升|增长|下降|减少|增加|提高|回升|攀升|递增)"
    "|(?:实现)?“?[一二两三四五六七八九十]+年(?:翻[一两三]?番|倍增)”?|(?:实现)?(?:翻番|倍增)"
    "|稳中(?:向好|有进|有升|有增|提质|趋缓|回升)|(?:持续|回升)向好|只[减降]不[增升]|只[增升]不[减降]|有增无减"
    "|[再又屡连首]?创(?:历史)?新高|“?[一二三四五六七八九十0-9]+连[涨增升降]”?"
    "|“?[一二三四五六七八九十两]+[增升涨][一二三四五六七八九十两]+[减降跌]”?)"
)
#: 农民收入超过全省平均水平 says how the subject of a clause stands.
STANDS: Final = re.compile(
    f"{TURNS}(?=，)|(?:下降|上升|提升|[降升])[至到为][^，。；0-9]{{2,10}}(?=，)|"
    "(?:首次|均|也|已|明显|继续|连续[^，。；]{1,4})?(?:超过|高于|低于|好于|优于|快于|突破|跃居|持平)"
    "|(?:不降反升|不升反降|不增反[降减]|不减反增)(?=，)|(?:增[速幅]|总量|规模)?[再又屡连首]?创(?:历史)?(?:新高|最高)"
    "|(?:稳步|持续|快速|大幅|不断|平稳|稳定|较快)(?:增长|提高|提升|增加|扩大|上升|改善)(?=，)"
)
TURNED: Final = re.compile("(?:转为|转变为|变为|转)")
MOVED_FROM: Final = re.compile("(?:由|从(?!业|事))[^，。；由从]{0,10}$")
#: 从月销售额3万元提高到15万元: the measure stands between.
CHANGE_FROM_LEVEL: Final = re.compile(r"(?:由|从(?!业|事))[^，。；0-9由从]{1,6}$")
#: 企业开办由5个环节: the subject of a change, before the first figure of it.
BEFORE_CHANGE: Final = re.compile("(?P<name>[^，。；、0-9]{2,16}?)[由从](?:原来的|以前的)?$")
THEN_TO: Final = re.compile(r"(?:提高|增加|上升|提升|扩大|下降|降低|减少|压缩|缩短|[升降增减])[到至]")
#: 5个行业增加值: the sort of what is counted, and its measure.
SORT_COUNTED: Final = re.compile(
    "(?:大|重点|主要)*(?:行业|产业|领域|品种|类|县|区|市|镇|乡|园区|企业|项目)(?P<measure>[\u4e00-\u9fff]{2,10})"
)
EACH_PULLS: Final = re.compile("(?P<each>分别|各自?)(?:拉动|带动|影响|贡献)")
CONTRIBUTION: Final = re.compile("(?:对[^，。；]{2,10})?的?贡献率$")
#: 拉动全市增长3个百分点: what is pulled is the whole; the subject is what was named before.
PULLS_ALL: Final = re.compile(
    f"(?:共同|合计)?(?:向[上下])?(?:拉动|带动|影响|拖累)(?:了)?(?:增[速长]|{WHOLE_AREA}|[本我][省市区县州]|整体|总体|全行业|全部)?"
)
AMONG: Final = re.compile("(?<![高初其集])中$")
#: People whose living is bettered: the noun of the people before what they lack.
TROUBLED: Final = (
    "(?P<who>(?:%people_side%)*(?:%people+household%))(?:的)?(?:(?:清洁|温暖|安全)(?:取暖|过冬)|安全(?:饮水|住房)"
    "|(?:实际|家庭|基本)情况|基本生活|(?:居住|饮水|吃水|用水|用电|出行|行路|住房|生活|温饱|就医|看病|上学|入学|就业)"
    "(?:环境|不?安全|困难|问题|条件|水平|难))"
)
#: People before what they did or what was done with them.
PEOPLE_ACT: Final = "(?:%people+household%)(?=(?:%doing+acting%)[^，。；]{2})"
#: 700万元设立人才基金.
SET_UP: Final = re.compile(
    "(?:设立|建立|成立|组建)了?(?P<name>[\u4e00-\u9fff“”]{2,12}?(?:基金|资金池?))(?=[，。；、]|$)"
)
#: What was done with an amount of money, right behind it.
SPENT_ON: Final = (
    "(?:建设|改造|实施|完成|开展|办[好成理]|推进|打造|治理|购置|修缮|维修|扶持|支持)"
    "(?!资金|项目[，。；]|贷款|债|投资|补助|经费|任务|基金|专项)(?:[\u4e00-\u9fff]{2}|[0-9“])"
)
#: 春节期间为300户发放补贴: when it was done.
WHEN: Final = re.compile("[\u4e00-\u9fff]{2,4}期间|从?[0-9]{1,2}月(?:份|底|初)?(?:起|开始)")
#: The side of an indicator that a list of places begins or ends with: 总量和增速分别居….
_A_SIDE: Final = "(?:总量|增[速幅量]|增长速度|涨幅|规模)"
SIDE: Final = re.compile(f"{_A_SIDE}$")
SIDE_LISTED: Final = re.compile(f"(?<=[和、与及]){_A_SIDE}(?=分别|依次|各)")
RANKED: Final = "(?:连续[^，。；]{0,4}|继续|均|双双|再次|首次|已|稳定)?%ranking%[了到至于在]?$"
#: 在全国|营商环境评价中: what the place is one of, behind its scope.
JUDGE: Final = "(?P<name>[^，。；、在0-9]{2,20}%judging%)"
#: How what judges goes on to the place that was taken.
PLACES: Final = "(?:得分)?(?:中|[综总]|排名|排位|位次|名次|[由从居列位])"
JUDGED: Final = f"(?P<name>[^，。；、在0-9]{{2,20}}(?:%judging%(?={PLACES})|榜(?=单?$)))"
#: 保持综合考核第一: what judges stands between the verb and the place.
JUDGED_HERE: Final = (
    "%ranking%(?:全[国省市区县州盟])?(?P<name>“[^“”]{2,20}”(?:百强)?榜?单?|[^，。；、在0-9]{0,6}?%judging%)$"
)
#: 在全省营商环境评价中，居第38位: what places are judged by, told in a clause of its own.
JUDGED_BEFORE: Final = f"在(?:全?[国省市区县州盟])?{JUDGE}中，$"
#: 经济总量在全市的位次: the place in the ranking is no part of what is ranked.
POSITION: Final = re.compile(r"(?:在[^，。；]{1,10})?的?(?:综合|总体|总)?(?:位次|排名|名次|排位|位置)$")
CHANGED: Final = re.compile("比|较|同|(?<!新)增(?!加?值)|减|降|(?<!提)升|分别|达|扩")
#: 完成棚户区改造任务的: the task says what work it is.
NAMED_TASK: Final = re.compile(
    "(?:完成|实现|占|达到?|是|为)[\u4e00-\u9fff]{0,4}?(?P<work>改造|造林|绿化|整治|搬迁|治理|减排|征缴|脱贫|拆迁|扩面)(?:目标|任务|计划|指标)"
)
SUMS: Final = frozenset(("总量", "总数", "总额", "规模", "总规模", "总计", "合计"))
#: 完成30个，其余6个正在整改: what is left of what was counted.
THE_REST: Final = ("剩余", "其余", "余下", "其他", "另外")
BARE_VERBS: Final = frozenset((
    "新增", "净增", "新登记", "带动", "拉动", "其", "扭转", "分", "专项", "首批", *THE_REST,
))
SHARE: Final = re.compile(
    r"[、（(]?(?:约|已|则|合计|总计|合共|两者|三者|共){0,2}(?P<verb>占|与(?=.*之比$))(?P<whole>[^，。；]{2,30}?)(?P<head>的?(?:比重|比例|份额|比率|之比)|的)?$"
)
#: 事故73起，死亡27人，两项指标分别下降…: the indicators told right before.
SO_MANY_INDICATORS: Final = re.compile(
    "(?:[上前]述|以上|这)?(?P<count>[两二三四五六七八])[项个](?:主要|安全生产)?指标$"
)
#: 分别占全市总量的63%和65%.
EACH_SHARE: Final = re.compile(
    "(?P<measure>产[值量]|面积|收入|规模|增加值|数量|投资)?(?:分别|各)(?:约|已)?(?P<verb>占)"
    "(?P<whole>[^，。；0-9]{2,24}?)(?P<head>的?(?:比重|比例|份额)|的)?(?:达到?|为)?$"
)
#: 将收入最高、范围最广的税率从17%降至13%: the object that a verb moves, whole.
MOVED_OBJECT: Final = re.compile(r"(?:^|[，；]|性|地|，[^，。；]{0,6})[将把](?P<name>[^，。；0-9]{2,40})$")
#: How work fares, behind its name: 危房改造|动态清零.
WORK_FARES: Final = re.compile(
    "(?:动态)?清零|全覆盖|提[速质标]|扩面|稳步|有序|扎实|加[快速]|持续|深入|全[面部]|顺利|基本|如期|进展|成效|取得"
)
#: What a verb did, up to the next mark; it is looked for so many characters back.
OBJECT: Final = re.compile("了?([^，。；、：0-9]{2,16})(?=[，。；、])")
OBJECT_BACK: Final = 120
EACH_MEASURE: Final = re.compile(
    r"(?:分别|各自)(?:实现|完成|达到?|为|有|拥有)?(?P<measure>(?![^，。；]{0,10}(?:计划|目标|任务|预算)数?的?$)[\u4e00-\u9fff]{1,14}(?<!为)(?<!达)(?<!至)(?<!到)(?<!长)(?<!降))$"
)
#: 甲、乙和丙三个区: how many there are is no part of the last name.
NUMBER_OF_PLACES: Final = re.compile("(?:等?[二两三四五六七八九十0-9]{1,2}[个大]?[\u4e00-\u9fff]{1,4})$")
#: 连续5年实现占补平衡 is about the balance, whatever was named before.
LASTING_WORK: Final = re.compile(
    "(?:实现|保持|开展|举办|荣获|获得|获评|入选|跻身|未发生|没有发生|获(?![得批评益利奖]))(?!(?:了?[正稳持两快较高]|增长|下降))[“\u4e00-\u9fff]{3}"
)
#: 比全国、全省平均增速分别快…, 分别高于全国、全省….
AGAINST_EACH: Final = re.compile(
    "(?:增[速幅]|[涨降]幅|占比|比重)?(?:分别)?(?:(?<![占同环可对])比(?![重例率])|较|[高低快慢好优]于|高出)"
    "(?P<refs>全国全[省区市县州]|(?:[0-9]{1,2}月份?|[^，。；0-9]{2,20}?)[、和与](?:[0-9]{1,2}月份?|[^，。；0-9]{1,16}?))"
    "(?:的?平均(?:水平|增速|增幅)?|增速|增幅|水平|目标)?(?:分别)?(?:[高低快慢多少]出?|提[高升]|加快|放慢|回落|回升|[上下]升|下降|收窄|扩大)?[了约近]?$"
)
BODY: Final = re.compile(
    "(?:机关|部门|单位|企业|公司|集团|医院|学校|政府|街道|社区|[支大中]队|[局委办院校厅处省市县区镇乡村])$"
)
PLACE_ONLY: Final = re.compile(
    "年度|(?:中心|主)城区|(?:全|我|本)[省市县区]|[\u4e00-\u9fff]{1,2}(?:新区|开发区|高新区)|[\u4e00-\u9fff]{1,3}[村镇乡]"
)
#: A part of the land of a report, and the verb behind it.
REGION: Final = re.compile(
    "“?(?P<name>[\u4e00-\u9fff]{0,7}?(?:地区|[片城新]区|区域|经济[圈带]|城市群|开发区|经开区|翼)(?!生产总值))”?(?:完成|实现)?"
)
#: No list of figures is longer than this; the bound keeps the cost of a page of figures linear.
LONGEST_LIST: Final = 40
#: 甲、乙等国家级产业集群, 第三中学等公办学校, but not 高等, 一等 or 等级.
OPEN_LIST: Final = re.compile(
    "[^，。；]{3,}(?:(?<![高平均中同优上初特一二三四五])(?<!级[甲乙丙])|(?<=[一二三四五六七八九十]中))等"
    "(?:地(?=[拜走考引招开举洽]))?(?![级次值同效额待候离奖])(?:(?:重点|关键)?(?:领域|环节|方面|行业|部门)的?)?(?=[^，。；]{2})"
)
SUMMED_LIST: Final = re.compile(
    "[^，。；]*、[^，。；]*(?<![高平均中同优上初])等(?=各[项类种]|[一二三四五六七八九十0-9]+[大项类种])"
)
#: 占总人口比重（常住人口城镇化率）为.
CLOSED_NOTE: Final = re.compile(r"(?:（[^（）]*）|\([^()]*\))$")
#: 30万吨甲醇、制气项目: units of what plants make, and a plant behind it.
OUTPUTS: Final = ("mass", "power", "volume")
PLANT: Final = "[^，。；0-9]{1,24}?%plant%"
#: 光伏电站等项目: what stands behind 等 says what kind of thing it is.
AND_SUCH: Final = re.compile("(?<=..)等(?:重[大点]|一批)*(?:项目|工程|设施)$")
PLACE_SIZED: Final = re.compile("[\u4e00-\u9fff]{0,6}[大强小][省市县区镇乡村国]")
#: 家居产业园60万平方米标房: where a thing stands, before its size.
SITE: Final = re.compile("(?:园区?|基地|厂区?|校区|小区|社区|片区|新城|新区|开发区|广场|中心)$")
GREW: Final = re.compile("(?:增长|下降|上涨|增)[了近约超过]*$")
MOVED_SO_FAR: Final = re.compile("(?:增长|上升|上涨|提高|下降|下跌|下滑|回落|减少|降低)了?$")
GROWTH_COMPARED: Final = re.compile("[比较].*(?:增[幅速]|涨幅)[高低快慢多少]")
WORK: Final = (
    "(?:(?:分配)?入住|投入(?:运营|使用|生产)|新建|续建|签约|建成|竣工|投产|开工|完工|投用|开?复工"
    "|交付|完成|在建|入库|覆盖|制定|修订|认定|发布|改制)+"
)
BARE_WORK: Final = re.compile("(?:基本|全部|其中|新)?" + WORK)
#: Of which part of a year a plan is, and what it is called.
PLAN_TERM: Final = "年初|调整|全年|年度|[上下]半年|[一二三四]季度"
PLAN: Final = "(?:预算|计划|任务|目标)+数?"
PLAN_ALONE: Final = re.compile(f"(?:{PLAN_TERM})*{PLAN}")
OF_BUDGET: Final = re.compile(
    f"已?(?:完成|占|为|达到?|超)(?:{PLAN_TERM}|中央|投资|挑战|奋斗|[国省市县区]?家?级?(?:下达|分解|核定)的?)*{PLAN}"
    "|(?:年初|调整|变动|全年)+预算数?"
)
#: What is to be done with what was measured, behind its figure.
WORK_BEHIND: Final = re.compile("(?:建设|改造|治理|整治|创建|建设和改造|改造提升)(?:任务|工作|目标)?")
WORK_AROUND: Final = re.compile(f"^新?{WORK}(?=.{{2}})|新?{WORK}$")
_EARNINGS: Final = "(?:(?:主营)?(?:业务|营业|销售)收入|营收|利润(?:总额)?|利税(?:总额)?)"
_PRODUCED: Final = "(?:现价)?总?产值|增加值"
_OUTPUTS: Final = f"(?:{_PRODUCED}|{_EARNINGS})"
#: 粮食播种面积60万亩，总产量24万吨，单产400公斤: the crop is named with its area or its harvest.
_GROWN: Final = "(?:播种|种植|采收|收获|栽培)面积|播面|(?:平均)?(?:单产|亩产)|年?总?产量|总产"
CROP: Final = re.compile(rf"(.{{2,8}}?)(?:有效|实际|新增|现有)?(?:面积|{_GROWN})$")
HARVESTS: Final = frozenset(
    ("产量", "年产量", "总产量", "总产", "单产", "平均单产", "平均亩产", "亩产", "播种面积", "种植面积")
)
#: 蔬菜产量24万吨，产值6.2亿元: what has a bare area, such as a park, is no crop.
SOLD: Final = re.compile(rf"(.{{2,8}}?)(?:有效|实际|新增|现有)?(?:{_GROWN})$")
OF_SOLD: Final = frozenset(("产值", "年产值", "总产值"))
#: 林业产值27亿元，增加值18亿元; 工业企业产值9亿元，利润1亿元: whose the next measure is.
OUTPUT: Final = re.compile(f"(?P<whose>.{{1,12}}(?:业|经济|园区|产业园|集群)){_OUTPUTS}$")
OF_OUTPUT: Final = re.compile(_PRODUCED)
EARNED: Final = re.compile(f"(?P<whose>.{{0,10}}(?:工业|企业)){_OUTPUTS}$")
OF_EARNED: Final = re.compile(_EARNINGS)
#: 生猪存栏21.6万头，出栏35.2万头.
STOCK: Final = re.compile(r"(.{1,8}?)(?:存栏|出栏)(?:量|数)?$")
#: 年出栏生猪26万头，存栏9万头: the stock before its animal.
STOCK_BEFORE: Final = re.compile("年?(?:存栏|出栏)(?P<kind>[\u4e00-\u9fff]{1,4})$")
OF_STOCK: Final = frozenset(("出栏", "存栏", "出栏量", "存栏量"))
#: 新增企业9家、累计40家: how many there are in all.
IN_ALL: Final = re.compile(
    r"[、，]?(?:年[末底]|月末|目前|现|已|累计|总计|总数)*(?:累计|总计|总数|达到?|增至|增加到|发展到)(?:了|近|超过?|突破)?"
)
#: 是上年的1.8倍, 是年度计划的118%.
TIMES_OF: Final = re.compile(
    r"(?:是|为|相当于|达到?|保持在?|稳定在|恢复[到至])(?:(?:19|20)[0-9]{2}年|[近前][0-9]{1,2}年)?[^，。；0-9]{1,14}的$"
)
#: 12个村|的饮水问题, 16家污水处理厂|的招标: places and bodies are counted, not what they have or what is done for them.
BODIES_OF: Final = (
    "[\u4e00-\u9fff、]{0,12}?%counted_body%"
    "(?=(?:[（(][^（）()]{1,4}[)）])?(?:负担|承担|拥有|享有|所有|拖欠)?的[^，。；]{2})"
)
#: 12个部门|年初预算未细化, 2个项目|验收把关不严: who is at fault is counted, and not what they are at fault with.
AT_FAULT: Final = "(?P<body>[\u4e00-\u9fff]{0,8}?(?:%counted_body%|项目|工程))(?=[\u4e00-\u9fff、“”]{0,14}?%at_fault%)"
#: 43个部门保留职权事项2108项: a body, what it does, and what is counted next.
BODY_DOES: Final = "[\u4e00-\u9fff]{0,8}?%counted_body%(?=(?:%doing+acting%|保留)[^，。；、0-9]{2,12}$)"
#: 16个园区重大项目开工38个: bodies before projects of theirs, which are counted next.
BODY_BUILDS: Final = (
    "(?P<body>[\u4e00-\u9fff]{0,8}?(?:%counted_body%|[新片地]区))[\u4e00-\u9fff]{0,6}项目(?:共|集中)?(?:%standing%)+了?"
)
#: 超亿元的, 收入不足5万元的: a class without what is of it.
CLASS: Final = re.compile(
    "[^，。；、0-9]{0,6}(?:[超过逾破]|不足|低于)+[0-9.]*[百千万亿]+元(?:以[上下])?的?|[0-9.]*[百千万亿]+元以[上下]的?"
)
#: What a figure alone in a bracket may be of: words, and no figure that it says again.
OF_BRACKET: Final = re.compile("[\u4e00-\u9fff”](?<![元吨亩公里米人户个家项头只斤年月日度])")
#: ，同比增加 between a figure and by how much something changed.
CHANGED_BY: Final = "[、，和](?:%base+linking%)*(?:%rise+fall%)了?"
#: A name that only a share or a rate has.
A_RATE: Final = re.compile("(?:率|占比|比重|比例|系数|份额)$")
#: 229件被鉴定为珍贵文物.
JUDGED_SO: Final = re.compile(
    "被[^，。；、0-9]{0,10}?(?:认定|评定|鉴定|评|命名|确定|列|授予|表彰|核定|公布)为?(?P<name>[^，。；、0-9]{2,18})(?=[，。；]|$)"
)
#: 1200名一、二级重度残疾人: sorts of people, listed before their noun.
SORTS_OF_PEOPLE: Final = (
    "(?P<name>(?!%people+household%)[一-鿿]{1,5}、(?:(?!%people+household%)[一-鿿]{1,5}、)*"
    "[一-鿿]{0,8}?(?:%people+household%))"
)
#: 300名符合条件的老人: which people, told by a clause; none who act stand in it.
PEOPLE_WHO: Final = (
    "(?P<name>(?:(?!%people+household%)[^，。；、0-9的]){2,18}的(?:%people+household%))(?![^，。；]{0,2}的)"
)
#: 180家餐饮、娱乐企业, 6家化工及制药企业: sorts of bodies, likewise.
SORTS_OF_BODIES: Final = (
    "(?P<name>(?![^，。；、及和]{0,6}%sorted_body%)[一-鿿]{1,5}[、及和](?:(?![^，。；、及和]{0,6}%sorted_body%)[一-鿿]{1,5}、)*"
    "[一-鿿]{0,8}?%sorted_body%)"
)
#: 贫困户户均增收: what each of the things counted has.
EACH_OF: Final = re.compile("(?:[户人村亩]均|平均)(?=.)")
#: 纯收入达到农牧民人均纯收入的70%: what is set in relation stands before the verb.
RELATED: Final = re.compile(
    r"(?P<name>[^，。；0-9]{2,}?)(?:[仅已约也均]|都)?(?:达到?|相当于|是|为)(?:了)?[^，。；、0-9是为占]{2,18}的$"
)
STRUCTURE: Final = re.compile(r"(?:三次)?产业(?:增加值)?(?:结构|比例|比重|构成|之?比)|(?<=，)结构比")
#: 扩大886千公顷（1329万亩）: the same amount in another unit, with 约 or 折合 before it at most.
SAID_AGAIN: Final = re.compile("[（(](?:[折约]?合|约|折|相当于)?")


def bracket_left(text: str, before: Quantity, quantity: Quantity) -> int | None:
    """Where the bracket opens that holds the figure `before` and is closed ahead of `quantity`; None where none is."""
    closed = _CLOSING.search(text, before.after, quantity.start)
    opened = max(text.rfind("（", 0, before.start), text.rfind("(", 0, before.start)) if closed else -1
    return opened if opened >= 0 and not _CLOSING.search(text, opened, before.start) else None
#: 环城路以内95%的主干道, 辖区至少50%的社区: where the things are.
WITHIN: Final = re.compile(
    "(?:以[内外]|范围内|[城园辖市镇县郊库校景区域]区|市域|县域|[境区域市县镇村]内|[东中西北]部地区)$"
)
