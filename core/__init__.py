"""All that is true without a screen: reading reports, the review's record, exports. Never imports Qt."""

from core.charsets import install as _install_charsets
from core.programs import install as _install_programs

_install_charsets()
_install_programs()
