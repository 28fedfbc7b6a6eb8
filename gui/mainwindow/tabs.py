"""The tabs chosen inside of the panes: each layout keeps its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast, get_args

from core.ledgers.model import NAMES
from gui import settings

if TYPE_CHECKING:
    from gui.mainwindow.contents import Contents

_KEY: Final = "tabs {layout}"


def keep(contents: Contents, layout: str) -> None:
    """Remember what each pane shows: the navigator's list, the kind of chart, the ledger."""
    chosen = known(layout)
    if contents.navigator.tabs.current:  # none is on while the search is shown
        chosen["navigator"] = contents.navigator.tabs.current
    if contents.data is not None:
        chosen["data"] = contents.data.page
    if contents.ledgers is not None:
        chosen["ledgers"] = contents.ledgers.name
    settings.set_choice(_KEY.format(layout=layout), json.dumps(chosen))


def bring_back(contents: Contents, layout: str) -> None:
    """Show in each pane what was chosen there in this layout; what was never chosen stays."""
    from gui.views.navigator.navigator import Tab

    chosen = known(layout)
    tab, page, ledger = (chosen.get(pane, "") for pane in ("navigator", "data", "ledgers"))
    if tab in get_args(Tab) and tab != contents.navigator.tabs.current:
        contents.navigator.show_tab(cast("Tab", tab))
    if contents.data is not None:
        from gui.views.data.pages import Page

        if page in get_args(Page) and contents.data.offers(page) and page != contents.data.page:
            contents.data.show_page(cast("Page", page))
    if contents.ledgers is not None:
        for name in NAMES:
            if ledger == name != contents.ledgers.name:
                contents.ledgers.show_ledger(name)


def known(layout: str) -> dict[str, str]:
    """What was chosen in this layout, by pane."""
    try:
        chosen = json.loads(settings.choice(_KEY.format(layout=layout), "{}"))
    except ValueError:
        return {}
    return {str(pane): str(tab) for pane, tab in chosen.items()} if isinstance(chosen, dict) else {}
