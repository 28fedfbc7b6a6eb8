"""What is made at set-up and never committed: static Chinese fonts, compiled translations, compiled expressions, tables
read ahead.

Runs inside the environment (`python -m build_scripts.assets`). A made file is kept until its source changes.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import importlib.util
import io
import pkgutil
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
TRANSLATIONS = ROOT / "resources" / "translations"
PATTERNS = ROOT / "resources" / "patterns"
#: The static weights cut out of the variable font: weight -> style name.
WEIGHTS = {400: "Regular", 700: "Bold"}
WINDOWS_ENGLISH = (3, 1, 0x409)
#: The marks that Chinese and English write alike, but not equally wide.
MARKS = "‘’“”…"
#: Changed when the fonts are made otherwise: those made before are made again.
_MADE = "2"


def package_file(package: str, pattern: str) -> Path:
    """The one file of an installed package whose name fits `pattern`.

    Raises:
        FileNotFoundError: the package is not installed or holds no such file.
    """
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for path in sorted(Path(folder).rglob(pattern)):
            return path
    raise FileNotFoundError(f"{package}: no file like {pattern}")


def make_fonts() -> None:
    """Noto Sans SC Regular and Bold as static files, and Noto Serif SC Regular beside them.

    Qt takes the variable font for its thinnest weight and paints a false bold over it, so the two weights
    are pinned here once. OFL 1.1; the reserved name is not used by the files made.
    """
    source = package_file("justmytype_intl_cjk", "NotoSansSC*wght*.ttf")
    serif = package_file("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.*")
    stamp = FONTS / "made-from"
    wanted = hashlib.sha256(source.read_bytes() + serif.read_bytes() + _MADE.encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print("Making the Chinese fonts ...", flush=True)
    FONTS.mkdir(parents=True, exist_ok=True)
    data = source.read_bytes()
    for weight, style in WEIGHTS.items():
        pin_weight(data, weight, style, FONTS / f"NotoSansSC-{style}.ttf")
        cut_marks(FONTS / f"NotoSansSC-{style}.ttf", style, FONTS / f"LatinMarks-{style}.ttf")
    (FONTS / serif.name).write_bytes(serif.read_bytes())
    stamp.write_text(wanted, encoding="ascii")


def pin_weight(data: bytes, weight: int, style: str, target: Path) -> None:
    """Write one static weight of a variable font; the same bytes at every run."""
    import uharfbuzz as hb
    from fontTools.ttLib import TTFont

    wish = hb.SubsetInput()
    wish.keep_everything()
    wish.flags |= hb.SubsetFlags.SET_OVERLAPS_FLAG
    wish.pin_axis_location(hb.Face(data), "wght", weight)
    font = TTFont(io.BytesIO(hb.subset(hb.Face(data), wish).blob.data), recalcTimestamp=False, recalcBBoxes=False)
    names = font["name"]
    for name_id, text in {1: "Noto Sans SC", 2: style, 4: f"Noto Sans SC {style}", 6: f"NotoSansSC-{style}"}.items():
        names.setName(text, name_id, *WINDOWS_ENGLISH)
    for name_id in (16, 17, 25):  # typographic family, style, variations prefix: they would all say "Thin"
        names.removeNames(nameID=name_id)
    names.names = [record for record in names.names if record.platformID == WINDOWS_ENGLISH[0]]
    bold = weight >= 700
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x61 | (0x20 if bold else 0x40)
    font["head"].macStyle = int(bold)
    font.save(target)


def cut_marks(face: Path, style: str, target: Path) -> None:
    """A font of the quotes and the dots alone, as wide as English writes them: those that the face has for that.

    In the face itself they have the width of a Chinese sign, and the feature that narrows them narrows Chinese commas
    and brackets as well.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(face, recalcTimestamp=False, recalcBBoxes=False)
    cmap = font.getBestCmap()
    narrow: dict[str, str] = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "pwid":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    narrow |= getattr(part, "ExtSubTable", part).mapping
    glyphs = {ord(mark): narrow[cmap[ord(mark)]] for mark in MARKS}
    for encoded in font["cmap"].tables:
        if encoded.isUnicode() and hasattr(encoded, "cmap"):
            encoded.cmap = dict(glyphs)
    keep = Options()
    keep.layout_features, keep.name_IDs, keep.recalc_timestamp, keep.hinting = [], ["*"], False, False
    keep.notdef_outline, keep.recalc_average_width, keep.prune_unicode_ranges = True, False, True
    work = Subsetter(keep)
    work.populate(unicodes=list(glyphs))
    work.subset(font)
    family = "Policy Review Latin Marks"
    for name_id, text in {1: family, 2: style, 4: f"{family} {style}", 6: f"PolicyReviewLatinMarks-{style}"}.items():
        font["name"].setName(text, name_id, *WINDOWS_ENGLISH)
    font.save(target)


def make_translations() -> None:
    """Compile every `.ts` of resources/translations to the `.qm` that Qt loads."""
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        target = source.with_suffix(".qm")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
        tool = package_file("PySide6", name)
        beside = target.with_suffix(".part.qm")
        subprocess.run([tool, "-silent", source, "-qm", beside], check=True)
        beside.replace(target)  # a window that runs has the old file in its memory, and would end with it cut short


def make_patterns() -> None:
    """Arrange and compile ahead the expressions that opening each of the seeds asks for (`core.programs`)."""
    stamp = PATTERNS / "made-from"
    parts = ROOT / "core", ROOT / "gui"
    sources = [Path(__file__), *(path for part in parts for path in part.rglob("*.py"))]
    sources += (ROOT / "resources" / "lexicon").iterdir()
    written = b"".join(path.read_bytes() for path in sorted(sources) if path.is_file())
    wanted = hashlib.sha256(written + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print("Compiling the expressions of the lexicons ...", flush=True)
    from core.programs import keep, recorded

    with recorded() as opening:
        open_seeds()
        for source in sorted((ROOT / "gui").rglob("*.py")):
            for expression in expressions_in(source.read_text(encoding="utf-8")):
                re.compile(expression)
    keep(opening)
    stamp.write_text(wanted, encoding="ascii")


def open_seeds() -> None:
    """Load all of the core, and do with each seed what the window does with a report that is opened."""
    import core

    for module in pkgutil.walk_packages(core.__path__, "core."):
        importlib.import_module(module.name)
    from core.ledgers import NAMES, Material, ledger
    from core.pipeline import read_report
    from core.project import Project
    from core.sections.particulars import guessed

    with tempfile.TemporaryDirectory() as folder:
        for seed in sorted((ROOT / "seeds").glob("*-*.*")):
            report, original = read_report(seed)
            guessed(report)
            path = Path(folder) / f"{seed.name}.prv"
            with Project.create(path, report, original, created_by="set-up") as project:
                material = Material(report, project.claims(), (), (), "zh", project.pairs(), project.hits())
                for name in NAMES:
                    ledger(name, material)


def expressions_in(source: str) -> Iterator[str]:
    """The expressions that a module compiles, as its source has them: to load the window's takes a screen."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr="compile"), args=[ast.Constant(str(words))]):
                yield words


def make_tables() -> None:
    """Read all tables of words ahead (`resources.table`)."""
    import resources

    files = (*(ROOT / "resources").rglob("*.toml"), *(ROOT / "seeds").glob("*.toml"))
    resources.keep(sorted(files))


if __name__ == "__main__":
    make_fonts()
    make_translations()
    make_patterns()
    make_tables()
