"""Icon files of the packages are what the systems read."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from build_scripts.icons import make_icons


def test_each_entry_of_an_icon_is_a_picture_of_its_size(qtbot: QtBot, tmp_path: Path) -> None:  # noqa: ARG001
    """A wrong offset shows as a blank icon on the user's desktop."""
    make_icons(tmp_path)
    for name in ("app", "project"):
        data = (tmp_path / f"{name}.ico").read_bytes()
        for number in range(struct.unpack_from("<H", data, 4)[0]):
            width, *_, size, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
            picture = QImage.fromData(data[offset : offset + size])
            assert picture.width() == (width or 256)
        family = (tmp_path / f"{name}.icns").read_bytes()
        assert struct.unpack_from(">I", family, 4)[0] == len(family)
        place, widths = 8, []
        while place < len(family):
            size = struct.unpack_from(">I", family, place + 4)[0]
            widths.append(QImage.fromData(family[place + 8 : place + size]).width())
            place += size
        assert widths == [32, 64, 128, 256, 512, 1024]
