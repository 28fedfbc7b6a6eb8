"""The PDF files of the corpus read as a careful person reads them: what was seen on the pages, in a few words each."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from core.model.layout import Table
from core.readers import Reading, read

#: Heading, first words and last words of each section of the communique.
COMMUNIQUE = [
    ("一、综 合", "初步核算，全年", "八、其他用品和服务\t102.7"),
    ("二、农 业", "全年全市农林牧渔业", "示范区建设基本完成。"),
    ("三、工业和建筑业", "全年全市规模以上", "建筑业企业559家。"),
    ("四、固定资产投资", "全年全市固定资产投资", "销售额增长2.5%。"),
    ("五、交通和邮电", "全年全市货物运输总量2.92亿吨", "达到426.3万户。"),
    ("六、国内贸易和对外经济", "全年全市社会消费品", "增长177.4%。"),
    ("七、财政和金融", "全年全市地方财政总收入", "增加345.32亿元。"),
    ("八、教育和科学技术", "全年全市各级各类学校4563所", "分中心挂牌运营。"),
    ("九、文化旅游、卫生健康和体育", "年末全市共有国有院团11家", "40枚铜牌。"),
    ("十、人民生活和社会保障", "全年全市居民人均可支配收入23102元", "特困人员620人。"),
    ("十一、环境保护和安全生产", "全年全市PM2.5年平均浓度47微克", "损失23.33亿元。"),
    ("注释：", "[1]本公报", "来自市统计局。"),
]
#: Number, rows, columns, and cells as (row, column, words) of each of its tables.
TABLES = [
    ("表1", 10, 3, [(0, 1, "年末数（万人）"), (1, 2, ""), (9, 0, "其中：65周岁及以上"), (9, 2, "16.94")]),
    ("表2", 18, 2, [(5, 0, "#粮食"), (8, 0, "水产品"), (8, 1, "96.8"), (17, 1, "102.7")]),
    ("表3", 19, 3, [(5, 1, "508.58"), (5, 2, "-8.6"), (8, 0, "薯类（鲜薯）"), (18, 2, "10.9")]),
    ("表4", 11, 2, [(2, 0, "在总计中： 轻工业"), (5, 1, "-28.0"), (10, 1, "5.3")]),
    ("表5", 13, 4, [(0, 2, "产量"), (11, 1, "蒸发量吨"), (11, 2, "15262"), (12, 3, "9.1")]),
    ("表6", 17, 4, [(0, 3, "增长%"), (13, 1, "亿人公里"), (16, 2, "35.36"), (16, 3, "66.8")]),
]
#: Caption, rows, columns, head rows and cells of some of the accounts; most run over two pages.
ACCOUNTS = [
    ("收入支出决算总表", 32, 4, 2, [(2, 1, "2,940.05"), (19, 3, ""), (20, 3, "445.69"), (31, 1, "2,995.39")]),
    ("收入决算表", 23, 11, 3, [(3, 10, "6.20"), (6, 2, "01"), (22, 4, "258.50"),
                          (13, 3, "机关事业单位基本养老保险缴费支出")]),
    ("支出决算表", 23, 10, 3, [(6, 6, "8.37"), (7, 5, ""), (22, 3, "购房补贴")]),
    ("财政拨款收入支出决算总表", 34, 7, 2, [(1, 6, "国有资本经营预算财政拨款"), (29, 5, ""), (33, 4, "2,961.68")]),
    ("一般公共预算财政拨款支出决算表", 24, 7, 4, [(9, 4, "449.52"), (23, 0, "合计"), (23, 6, "603.14")]),
    ("一般公共预算财政拨款基本支出决算表", 42, 8, 3, [(5, 3, "1,238.58"), (26, 6, "福利费"), (41, 7, "184.65")]),
    ("财政拨款“三公”经费支出决算表", 6, 12, 5, [(0, 0, "财政拨款“三公”经费"), (5, 0, "0.95"), (5, 10, "0.95")]),
]


@pytest.fixture(scope="module")
def communique(corpus: Path) -> Reading:
    """A city's communique: thirteen pages with six tables and two pictures."""
    return read(corpus / "周口市统计公报2023.pdf")


@pytest.fixture(scope="module")
def accounts(corpus: Path) -> Reading:
    """A bureau's accounts: twenty-five pages, upright and across, mostly tables."""
    return read(corpus / "上海市普陀区财政局2024年度部门决算.pdf")


def cells(table: Table, text: str) -> dict[tuple[int, int], str]:
    """The words of a table's cells by row and column."""
    return {(cell.row, cell.column): cell.span.quote(text) for cell in table.cells}


def test_each_section_of_the_communique_begins_and_ends_as_printed(communique: Reading) -> None:
    """A paragraph that ran into its neighbour or lost its end would show here."""
    lines = communique.text.split("\n")
    places = [lines.index(heading) for heading, _, _ in COMMUNIQUE]
    assert places == sorted(places)
    for (heading, first, _), place in zip(COMMUNIQUE, places, strict=True):
        assert lines[place + 1].startswith(first), heading
    for (heading, _, last), end in zip(COMMUNIQUE, [*places[1:], len(lines)], strict=True):
        assert lines[end - 1].endswith(last), heading


def test_a_sentence_over_two_pages_is_one_and_a_picture_does_not_part_it(communique: Reading) -> None:
    """牛奶产量 stands on page 3 and its growth on page 4; a chart stands below the last words of page 10."""
    assert "牛奶产量4.32万吨，增长10.9%。" in communique.text
    assert "其中，企业职工基本养老保险参保105.55万人" in communique.text


def test_the_tables_of_the_communique_are_those_on_its_pages(communique: Reading) -> None:
    """Rows, columns, heads and cells, checked against the printed pages by eye."""
    text, tables = communique.text, communique.layout.tables
    captions = [table.caption.quote(text).split(" ")[0] for table in tables if table.caption]
    assert captions == [name for name, *_ in TABLES]
    for (name, rows, columns, samples), table in zip(TABLES, tables, strict=True):
        assert (table.rows, table.columns) == (rows, columns), name
        found = cells(table, text)
        assert [(row, column, found[row, column]) for row, column, _ in samples] == samples
        heads = [cell for cell in table.cells if cell.head]
        assert all(cell.row == 0 or cell.column == 0 for cell in heads)
        assert {cell.row for cell in heads if cell.column == 0} == set(range(rows))


def test_page_numbers_of_the_communique_are_left_out_and_nothing_else(communique: Reading) -> None:
    """- 1 - to - 13 -."""
    assert [piece.words for piece in communique.layout.left_out] == [f"- {number} -" for number in range(1, 14)]
    assert {piece.kind for piece in communique.layout.left_out} == {"page_number"}


def test_the_accounts_are_whole_tables_over_their_pages(accounts: Reading) -> None:
    """Merged heads, names over two lines, empty cells, halves on two pages: checked against the pages by eye."""
    text = accounts.text
    by_caption = {table.caption.quote(text): table for table in accounts.layout.tables if table.caption}
    for caption, rows, columns, head, samples in ACCOUNTS:
        table = by_caption[caption]
        assert (table.rows, table.columns) == (rows, columns), caption
        found = cells(table, text)
        assert [(row, column, found[row, column]) for row, column, _ in samples] == samples, caption
        assert table.unit_note and table.unit_note.quote(text) == "单位：万元"
        assert all(cell.head for cell in table.cells if cell.row < head), caption


def test_a_head_over_several_columns_of_the_accounts_covers_them(accounts: Reading) -> None:
    """公务用车购置及运行费 stands over six columns, 合计 over two columns and two rows."""
    table = next(one for one in accounts.layout.tables if one.columns == 12)
    found = {cell.span.quote(accounts.text): (cell.rows, cell.columns) for cell in table.cells}
    assert found["公务用车购置及运行费"] == (1, 6)
    assert found["合计"] == (2, 2)
    assert found["公务接待费"] == (3, 2)


def test_paragraphs_of_the_accounts_are_whole(accounts: Reading) -> None:
    """Their figures are set in a font that claims twice its height; brackets may not begin a line."""
    lines = accounts.text.split("\n")
    numbered = [line for line in lines if line[:1].isdigit() and "（款）" in line]
    assert [line.split("、")[0] for line in numbered] == [str(number) for number in range(1, 12)]
    assert all(line.endswith("。") for line in numbered)
    assert "第三部分上海市普陀区财政局2024年度部门决算情况说明" in lines


def test_columns_are_read_with_all_their_characters(corpus: Path) -> None:
    """The bar: 99.5 of a hundred characters, white space dropped. Paragraphs and headings are those of the text."""
    report = read(corpus / "county-rongcheng-2012-columns.pdf")
    original = (corpus / "county-rongcheng-2012.txt").read_text("utf-8").replace("\\r\\n", "\n")
    made, words = ("".join(text.replace("?", "").split()) for text in (report.text, original))
    made = made.removeprefix("容城县2012年政府工作报告")
    blocks = SequenceMatcher(None, words, made, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.995 * max(len(words), len(made))
    paragraphs = {"".join(line.replace("?", "").split()) for line in original.split("\n")} - {""}
    found = {"".join(line.split()) for line in report.text.split("\n")}
    assert len(paragraphs & found) >= 0.98 * len(paragraphs)
