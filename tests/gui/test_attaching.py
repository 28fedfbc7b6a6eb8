"""Pictures become evidence from the clipboard and by drop, without a file of their own and without loss."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from gui.mainwindow import MainWindow


def screenshot() -> QImage:
    """A picture with a corner that can be told from the rest."""
    picture = QImage(120, 80, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    picture.setPixel(0, 0, 0xFFCC0000)
    return picture


def kept(window: MainWindow) -> QImage:
    """The picture in the register's last entry."""
    project = window.session.project
    assert project is not None
    picture = QImage()
    picture.loadFromData(project.evidence_bytes(project.evidence()[-1].id))
    return picture


def test_a_screenshot_is_pasted_as_evidence(opened: MainWindow, qtbot: QtBot) -> None:
    """Press Ctrl+V on a claim: the pixels are in the project, with their hash, attached to that claim."""
    session = opened.session
    assert session.project is not None
    claim = session.claims()[0].id
    session.select("claim", claim)
    QGuiApplication.clipboard().setImage(screenshot())
    opened.refresh()
    opened.actions_table.action("paste_evidence").trigger()
    qtbot.waitUntil(lambda: len(session.project.evidence()) == 1, timeout=5_000)  # type: ignore[union-attr]
    item = session.project.evidence()[0]
    assert item.media_type == "image/png"
    assert item.sha256
    assert session.claims()[0].evidence[0].evidence == item.id
    assert kept(opened) == screenshot().convertToFormat(kept(opened).format())


def test_a_picture_dragged_from_a_browser_keeps_its_address(opened: MainWindow, qtbot: QtBot) -> None:
    """The browser gives pixels and address together: both belong to the evidence."""
    session = opened.session
    data = QMimeData()
    data.setImageData(screenshot())
    data.setUrls([QUrl("https://example.org/a.png")])
    opened.attaching.take_data(None, data)
    assert session.project is not None
    qtbot.waitUntil(lambda: len(session.project.evidence()) == 1, timeout=5_000)  # type: ignore[union-attr]
    assert session.project.evidence()[0].url == "https://example.org/a.png"
    assert kept(opened).pixelColor(0, 0).name() == "#cc0000"


@pytest.mark.parametrize(
    ("html", "named", "title"),
    [
        ('<a href="https://example.org/t1.html">2021年统计公报</a>', "", "2021年统计公报"),
        ("", "https://example.org/t1.html\n2021年  统计公报", "2021年 统计公报"),
        ('<a href="https://example.org/t1.html">https://example.org/t1.html</a>', "", "https://example.org/t1.html"),
        ("", "https://example.org/t1.html\n", "https://example.org/t1.html"),
        (f'<a href="https://example.org/t1.html">{"一段正文。" * 80}</a>', "", "https://example.org/t1.html"),
        ('<a href="https://example.org/t1.html"><img src="a.png"></a>', "", "https://example.org/t1.html"),
    ],
)
def test_a_link_dragged_from_a_browser_keeps_its_title(opened: MainWindow, html: str, named: str, title: str) -> None:
    """The register names the page, and not its address, where the browser says the name: by HTML or beside the
    address. A passage in a link is no name.
    """
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/t1.html")])
    data.setHtml(html)
    data.setData("text/x-moz-url", named.encode("utf-16-le"))
    opened.attaching.take_data(None, data)
    assert opened.session.project is not None
    item = opened.session.project.evidence()[-1]
    assert (item.title, item.url) == (title, "https://example.org/t1.html")
