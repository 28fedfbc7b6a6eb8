"""Words in pictures: scanned pages and photographs, read by RapidOCR with the models inside its package.

An optional part (`pip install policy-review[ocr]`); everything happens on this machine. What it finds are segments of
a page like any other print, with the characters it was not sure of.
"""

from __future__ import annotations

import importlib.util
import math
import re
import statistics
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from core.messages import PolicyReviewError
from core.readers.printed.shapes import Page, Segment
from core.readers.printed.text import folded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

#: A character with less than this share of certainty is marked; on a clean scan that is one in some hundred.
SURE = 0.9
#: No side of a picture that is read is longer, in pixels; A4 at 250 dots an inch has 2,900.
_LONGEST = 3_000
_MOST_PICTURES = 500
#: A page of which less than this share is certain may lie upside down.
_READABLE = 0.75
_HALF_WIDTH = re.compile(r"(?<=[\u3400-\u9fff”》）%])[,;:!?)]|[,;:!?(](?=[\u3400-\u9fff“《（])")
_WIDE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_PARTS = ("rapidocr", "onnxruntime", "PIL", "cv2")


def is_installed() -> bool:
    """Whether text recognition can be had here."""
    return all(importlib.util.find_spec(part) is not None for part in _PARTS)


def require(name: str) -> None:
    """Make sure that text recognition can be had.

    Raises:
        PolicyReviewError: "recognition-missing", with the way to get it.
    """
    if not is_installed():
        raise PolicyReviewError("recognition-missing", name=name)


def pictures(data: bytes, name: str) -> Iterator[Pixels]:
    """The pictures of an image file as rows of red, green, blue; a tif may hold many.

    Raises:
        PolicyReviewError: "damaged", also for a picture so large that it must be an attack.
    """
    import warnings

    import numpy as np
    from PIL import Image, ImageOps, ImageSequence

    kind = name.rpartition(".")[2].lower() or "jpg"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")) as image:
                for number, frame in enumerate(ImageSequence.Iterator(image)):
                    if number >= _MOST_PICTURES:
                        return
                    upright = ImageOps.exif_transpose(frame)
                    if "transparency" in upright.info or upright.mode in ("RGBA", "LA", "PA"):
                        ground = Image.new("RGBA", upright.size, "white")
                        upright = Image.alpha_composite(ground, upright.convert("RGBA"))
                    plain = upright.convert("RGB")
                    plain.thumbnail((_LONGEST, _LONGEST))
                    yield np.asarray(plain, dtype=np.uint8)
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError, Image.DecompressionBombError,
            Image.DecompressionBombWarning) as error:
        raise PolicyReviewError("damaged", name=name, kind=kind) from error


def page_pixels(sheet: Any) -> Pixels:
    """A page of a PDF drawn for recognition, rows of red, green, blue."""
    import numpy as np

    across, down = sheet.get_size()
    scale = min(200 / 72, _LONGEST / max(across, down, 1.0))
    bitmap = sheet.render(scale=max(scale, 0.05), rev_byteorder=True)
    try:
        pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
    finally:
        bitmap.close()
    return np.repeat(pixels[:, :, None], 3, axis=2) if pixels.ndim == 2 else np.ascontiguousarray(pixels[:, :, :3])


def recognised(pixels: Pixels, number: int, width: float, height: float) -> Page:
    """The page `number` (from 1) that is `width` x `height` points large and looks like this.

    A page that lies on its side or upside down is turned until most of it can be read.
    """
    import numpy as np

    best: tuple[float, Any, int] | None = None
    for quarter in range(4):
        turned = np.ascontiguousarray(np.rot90(pixels, quarter))
        found = _engine()(turned[:, :, ::-1], use_cls=False, return_word_box=True, return_single_char_box=True)
        sure = _certainty(found)
        if best is None or sure > best[0]:
            best = sure, found, quarter
        if sure >= _READABLE or (quarter == 0 and found.boxes is None):
            break
    assert best is not None
    _, found, quarter = best
    if quarter % 2:
        width, height = height, width
    down, across = pixels.shape[:2] if quarter % 2 == 0 else pixels.shape[1::-1]
    return _page(found, number, width, height, (across, down), quarter)


def _certainty(found: Any) -> float:
    """How much of a page was read with certainty, 0 to 1; lines that stand upright count as unread."""
    if found.boxes is None or not found.txts:
        return 0.0
    lying = [
        len(words) * float(score) * (abs(box[1][0] - box[0][0]) >= abs(box[3][1] - box[0][1]) or len(words) == 1)
        for words, score, box in zip(found.txts, found.scores, found.boxes, strict=True)
    ]
    return float(sum(lying) / max(sum(map(len, found.txts)), 1))


def _page(
    found: Any, number: int, width: float, height: float, pixels: tuple[int, int], quarter: int
) -> Page:
    scale = width / max(pixels[0], 1)
    doubtful: set[int] = set()
    page = Page(number, width, height, [], doubtful=doubtful)
    if found.boxes is None or not found.txts:
        return page
    quads = [[(float(x), float(y)) for x, y in box] for box in found.boxes]
    slant = _slant(quads)
    start = 0
    signs = found.word_results or [()] * len(quads)
    for words, quad, own in zip(found.txts, quads, signs, strict=False):
        text = folded(words.strip())
        if not text:
            continue
        left, bottom, right, top = _upright(quad, slant, scale, height)
        page.segments.append(Segment(_widened(text), left, bottom, right, top, start, start + len(text)))
        page.shown[start] = (*_as_shown(quad, pixels, quarter), quarter)
        doubtful.update(start + place for place in _unsure(text, own))
        start += len(text) + 1
    return page


def _widened(text: str) -> str:
    """Marks between Han in their full width: in a picture the two look alike."""
    return _HALF_WIDTH.sub(lambda mark: _WIDE[mark[0]], text)


def _unsure(text: str, signs: Any) -> Iterator[int]:
    """The places of characters that were not certain; `signs` are words or characters with their certainty."""
    place = 0
    for sign in signs:
        words = folded(str(sign[0]).strip())
        begin = text.find(words, place) if words else -1
        if begin < 0:
            continue
        place = begin + len(words)
        if float(sign[1]) < SURE:
            # nothing hangs on a comma; on a decimal point much does
            yield from (at for at in range(begin, place) if text[at].isalnum() or text[at] in "%‰.+-")


_Quad = list[tuple[float, float]]


def _slant(quads: list[_Quad]) -> float:
    """The angle by which a page lies askew, from its long lines."""
    long = [quad for quad in quads if quad[1][0] - quad[0][0] > 8 * abs(quad[3][1] - quad[0][1])]
    angles = [math.atan2(quad[1][1] - quad[0][1], quad[1][0] - quad[0][0]) for quad in long]
    return statistics.median(angles) if len(angles) > 2 else 0.0


def _upright(quad: _Quad, slant: float, scale: float, height: float) -> tuple[float, float, float, float]:
    """Left, bottom, right, top in points of a box on a page that is turned back by its slant."""
    cosine, sine = math.cos(slant), math.sin(slant)
    turned = [(x * cosine + y * sine, y * cosine - x * sine) for x, y in quad]
    left, right = min(x for x, _ in turned), max(x for x, _ in turned)
    top = (turned[0][1] + turned[1][1]) / 2
    bottom = (turned[2][1] + turned[3][1]) / 2
    return left * scale, height - bottom * scale, right * scale, height - top * scale


def _as_shown(quad: _Quad, pixels: tuple[int, int], quarter: int) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a box as shares of the page as it is shown; for reading it was turned by quarters
    against the clock."""
    points = [(x / max(pixels[0], 1), y / max(pixels[1], 1)) for x, y in quad]
    for _ in range(quarter):
        points = [(1 - y, x) for x, y in points]
    shares = [(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)) for x, y in points]
    across, down = [x for x, _ in shares], [y for _, y in shares]
    return round(min(across), 5), round(min(down), 5), round(max(across), 5), round(max(down), 5)


@cache
def _engine() -> Any:
    """The models, loaded once; about a second."""
    from rapidocr import RapidOCR

    # without a limit the pictures of pages would be made smaller than they are, and small print be lost
    return RapidOCR(params={"Global.log_level": "critical", "Global.max_side_len": _LONGEST})
