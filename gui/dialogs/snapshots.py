"""The snapshots of the project: when, after what, how large; to look at, and to go back to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.project import Snapshot
from core.vocabulary import keys, label
from gui import settings
from gui.dialogs.sheet import Sheet, listed
from gui.theme import Theme, app_font
from gui.views.controls import paint_text

_SNAPSHOT = int(Qt.ItemDataRole.UserRole)
_ROW = 52


def time_words(moment: datetime) -> str:
    """A time as the window's language writes it: 2026年3月1日 14:05."""
    chinese = settings.language() == "zh"
    return f"{moment:%Y年}{moment.month}月{moment.day}日 {moment:%H:%M}" if chinese else f"{moment:%d %b %Y, %H:%M}"


class SnapshotsDialog(Sheet):
    """The list, and two things to do with the one that is chosen; restoring asks once more and says what it does.

    Signals:
        look_wanted(Snapshot): open it read-only in a window of its own.
        restore_wanted(Snapshot): go back to it.
    """

    look_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget, snapshots: Sequence[Snapshot], *, writable: bool, now: datetime
    ) -> None:
        super().__init__(theme, parent, width=600)
        self._snapshots = tuple(snapshots)
        self._writable = writable
        self._asking = False
        self.list = QListWidget(self)
        self.list.setItemDelegate(_Rows(theme, now, self.list))
        self.list.setMinimumHeight(min(7, max(3, len(snapshots))) * _ROW + 10)
        self.list.setAccessibleName(self.tr("Snapshots"))
        for snapshot in snapshots:
            item = listed(self.list, time_words(snapshot.taken_at))
            item.setData(_SNAPSHOT, snapshot)
        self.question = QLabel(self)
        self.question.setWordWrap(True)
        self.question.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.question.hide()
        self.empty = QLabel(self.tr("There is none yet. The first is made while you work."), self)
        self.empty.setObjectName("dialogLead")
        self.empty.setVisible(not snapshots)
        self.list.setVisible(bool(snapshots))
        self.content.addWidget(self.list, 1)
        self.content.addWidget(self.empty)
        self.content.addWidget(self.question, 1)
        self.look_button = QPushButton(self.tr("Look at it"), self)
        self.look_button.setAutoDefault(False)
        self.look_button.setProperty("quiet", True)
        self.look_button.clicked.connect(self._look)
        self.foot.insertWidget(self.foot.indexOf(self.done_button), self.look_button)
        self.list.itemDoubleClicked.connect(self._look)
        self.list.currentRowChanged.connect(self._refresh)
        self._show_list()
        if snapshots:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    @property
    def chosen(self) -> Snapshot | None:
        """The snapshot that is chosen in the list."""
        row = self.list.currentRow()
        return self._snapshots[row] if row >= 0 else None

    def finish(self) -> None:
        """First ask, then do."""
        if not self.done_button.isEnabled() or self.chosen is None:
            return
        if self._asking:
            self.restore_wanted.emit(self.chosen)
            self.accept()
        else:
            self._show_question(self.chosen)

    def reject(self) -> None:
        if self._asking:
            self._show_list()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._look()
        else:
            super().keyPressEvent(event)

    def _show_list(self) -> None:
        self._asking = False
        self.describe(
            self.tr("Snapshots"),
            self.tr("The project as it was, kept beside it while you work. Looking at one changes nothing."),
            self.tr("Restore…"),
        )
        self.cancel_button.setText(self.tr("Close"))
        self.question.hide()
        self.list.setVisible(self.list.count() > 0)
        self.look_button.setVisible(self.list.count() > 0)
        self.done_button.setVisible(self.list.count() > 0)
        self._refresh()

    def _show_question(self, snapshot: Snapshot) -> None:
        self._asking = True
        when = time_words(snapshot.taken_at)
        self.describe(self.tr("Go back to {time}?").format(time=when), "", self.tr("Restore"))
        self.question.setText("\n\n".join((
            self.tr("All verdicts, notes, tags, claims and evidence become again as they were at {time}.").format(
                time=when
            ),
            self.tr("What was done since is not lost: the present state is kept as a snapshot first, and Undo brings "
                    "it back. The log keeps both. Signatures stay as they are."),
        )))
        self.list.hide()
        self.look_button.hide()
        self.question.show()
        self.done_button.setFocus()
        QTimer.singleShot(0, self, self.adjustSize)

    def _refresh(self) -> None:
        chosen = self.chosen is not None
        self.look_button.setEnabled(chosen)
        self.done_button.setEnabled(chosen and self._writable)
        self.done_button.setToolTip("" if self._writable else self.tr("The project is read-only"))

    def _look(self) -> None:
        if self.chosen is not None:
            self.look_wanted.emit(self.chosen)
            self.accept()


class _Rows(QStyledItemDelegate):
    """A row: the time and how long ago, under it what was done last and by whom; at the right size and reason."""

    def __init__(self, theme: Theme, now: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        snapshot: Snapshot = index.data(_SNAPSHOT)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = QRectF(option.rect).adjusted(12, 6, -12, -6)
        upper, lower = QRectF(box), QRectF(box)
        upper.setHeight(20)
        lower.setTop(upper.bottom() + 1)
        ink, muted = self._theme.color("text"), self._theme.color("muted")
        right = Qt.AlignmentFlag.AlignRight
        paint_text(painter, upper, time_words(snapshot.taken_at), app_font(13, 600), ink)
        paint_text(painter, upper, self.ago(snapshot.taken_at), app_font(12), muted, right)
        paint_text(painter, lower, self.last(snapshot), app_font(12), muted)
        paint_text(painter, lower, self.size(snapshot), app_font(12), muted, right)

    def ago(self, moment: datetime) -> str:
        """How long ago: 20 分钟前."""
        minutes = max(0, round((self._now - moment).total_seconds() / 60))
        if minutes < 1:
            return self.tr("just now")
        if minutes < 60:
            return self.tr("{n} min ago").format(n=minutes)
        if minutes < 24 * 60:
            return self.tr("{n} h ago").format(n=minutes // 60)
        return self.tr("{n} d ago").format(n=minutes // (24 * 60))

    def last(self, snapshot: Snapshot) -> str:
        """What was done last, and by whom."""
        language = settings.language()
        edit = label("edit", snapshot.edit, language) if snapshot.edit in keys("edit") else snapshot.edit
        last = self.tr("Last step: {edit}").format(edit=edit)
        return " · ".join(part for part in (last, snapshot.by) if part)

    def size(self, snapshot: Snapshot) -> str:
        """Why it was made, and its size."""
        locale = QLocale(QLocale.Language.Chinese if settings.language() == "zh" else QLocale.Language.English)
        size = locale.formattedDataSize(snapshot.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        known = snapshot.reason in keys("snapshot_reason")
        reason = label("snapshot_reason", snapshot.reason, settings.language()) if known else ""
        return " · ".join(part for part in (reason, size) if part)
