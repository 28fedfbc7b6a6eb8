"""The window itself: places the panes and joins them to the session."""

from gui.mainwindow.window import MainWindow

__all__ = ["MainWindow"]
