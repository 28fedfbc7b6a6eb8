"""Collects the window's words for translation: `lupdate` over gui, then `lrelease`."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from build_scripts.assets import ROOT, TRANSLATIONS, make_translations, package_file


def unfinished() -> list[str]:
    """The source words that a translation file does not hold yet, each with its context."""
    missing = []
    for path in sorted(TRANSLATIONS.glob("*.ts")):
        for context in ElementTree.parse(path).getroot().iter("context"):
            for entry in context.iter("message"):
                translation = entry.find("translation")
                done = translation is not None and translation.get("type") is None
                forms = [] if translation is None else [form.text for form in translation.iter("numerusform")]
                words = (translation.text or "").strip() if translation is not None else ""
                if not done or not (words or (forms and all(forms))):
                    missing.append(f"{path.name}: {context.findtext('name')}: {entry.findtext('source')}")
    return missing


def main() -> int:
    """Bring the files up to date; 1 while words are missing."""
    tool = package_file("PySide6", "lupdate.exe" if sys.platform == "win32" else "lupdate")
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "gui").rglob("*.py"))
    for target, language, only in (("zh_CN.ts", "zh_CN", ()), ("en.ts", "en_US", ("-pluralonly",))):
        subprocess.run([tool, "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en_US",
                        "-target-language", language, *only, *sources, "-ts", TRANSLATIONS / target],
                       cwd=ROOT, check=True)
    make_translations()
    missing = unfinished()
    print("\n".join(missing) or "All words are translated.")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
