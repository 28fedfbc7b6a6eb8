"""Old Word and WPS documents → docx, by a LibreOffice that is installed beside us.

It works on a copy in a folder of its own, with a profile made for the one run: no macros, no links followed, nothing of
the user's settings touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from core.messages import PolicyReviewError
from core.readers.reading import Progress

#: A converter that takes longer than this hangs.
SECONDS = 120
#: The first start makes a profile; from then on a page takes a fraction of a second.
_USUAL_SECONDS = 8
_NOWHERE = "http://127.0.0.1:9"
_OFFLINE = {name: _NOWHERE for scheme in ("http", "https", "ftp", "all") for name in
            (f"{scheme}_proxy", f"{scheme}_proxy".upper())} | {"no_proxy": "", "NO_PROXY": ""}
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/opt/libreoffice/program/soffice",
)
#: Settings of the profile: no macros, no active content, links never updated, nothing loaded from elsewhere. It still
#: asks for the pictures that a document names on a server, so all it asks for goes to a port where nobody listens.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
</oor:items>
"""


def converter() -> list[str] | None:
    """The command that starts LibreOffice, None where it is not installed."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return [found]
    return next(([place] for place in _PLACES if Path(place).is_file()), None)


def converted(data: bytes, name: str, progress: Progress) -> bytes:
    """The document as docx. `progress` is told now and then; what it raises ends the converter.

    Raises:
        PolicyReviewError: "old-word" where there is no LibreOffice, "conversion-failed", "conversion-timeout".
    """
    command = converter()
    if command is None:
        raise PolicyReviewError("old-word", name=name)
    with tempfile.TemporaryDirectory(prefix="policy-review-", ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        settings = here / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        source = here / "report.doc"  # not its own name, which might be read as an option
        source.write_bytes(data)
        options = [
            f"-env:UserInstallation={(here / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
            "--nodefault", "--nologo", "--infilter=MS Word 97",  # else a damaged file is taken for text
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(here / "out"), str(source),
        ]
        _run([*command, *options], here, name, progress)
        made = here / "out" / "report.docx"
        if not made.is_file():
            raise PolicyReviewError("conversion-failed", name=name)
        return made.read_bytes()


def _run(command: list[str], folder: Path, name: str, progress: Progress) -> None:
    """Run the converter to its end, or end it: on a timeout, or when the reading is given up."""
    try:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32", env={**os.environ, **_OFFLINE, "SAL_USE_VCLPLUGIN": "svp"},
        )
    except OSError as error:
        raise PolicyReviewError("conversion-failed", name=name) from error
    began = time.monotonic()
    try:
        while process.poll() is None:
            passed = time.monotonic() - began
            if passed > SECONDS:
                raise PolicyReviewError("conversion-timeout", name=name, seconds=str(SECONDS))
            progress(min(0.9, passed / (passed + _USUAL_SECONDS)))
            time.sleep(0.05)
    finally:
        if process.poll() is None:
            _end(process)
        process.wait()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the converter with what it started: its launcher only waits for another process."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
