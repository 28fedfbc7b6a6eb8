"""An encrypted PDF of our own making: the standard handler of PDF 1.4, revision 2 (40 bits), ISO 32000-1, 7.6."""

from __future__ import annotations

import hashlib

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_ID = b"0123456789abcdef"


def encrypted_pdf(words: str, pages: int, password: str) -> bytes:
    """A PDF of so many pages, each with these words, that opens with the password only."""
    secret = (password.encode() + _PADDING)[:32]
    owner = _rc4(hashlib.md5(secret, usedforsecurity=False).digest()[:5], secret)
    rights = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(secret + owner + rights + _ID, usedforsecurity=False).digest()[:5]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number in range(pages):
        place = 5 + 2 * number
        drawn = _rc4(_of_object(key, place), f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode())
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
                       b"/Contents %d 0 R>>" % place)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
    lock = f"<</Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{_rc4(key, _PADDING).hex()}>>>".encode()
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate([*objects, lock], 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    end = f"trailer<</Size {size}/Root 1 0 R/Encrypt {size - 1} 0 R/ID[<{_ID.hex()}><{_ID.hex()}>]>>"
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + f"{end}\nstartxref\n{len(made)}\n%%EOF".encode()


def _of_object(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    place = 0
    for number in range(256):
        place = (place + state[number] + key[number % len(key)]) % 256
        state[number], state[place] = state[place], state[number]
    made, one, two = bytearray(), 0, 0
    for byte in data:
        one = (one + 1) % 256
        two = (two + state[one]) % 256
        state[one], state[two] = state[two], state[one]
        made.append(byte ^ state[(state[one] + state[two]) % 256])
    return bytes(made)
