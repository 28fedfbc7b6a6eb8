"""What was read of a file and what it is, settled by a person before a project is made of it."""

from gui.dialogs.importing.dialog import ImportDialog
from gui.dialogs.importing.form import ParticularsForm
from gui.dialogs.importing.password import PasswordDialog

__all__ = ["ImportDialog", "ParticularsForm", "PasswordDialog"]
