#!/usr/bin/env python3
"""Makes nfkc.bin, the table of Unicode normalization form KC, from the Unicode Character Database that Python carries.

Python's unicodedata.unidata_version says which; the file was made from version 14.0.0. Run in this folder: ./make-nfkc.py
Deflated; three lists, each begun by its length; numbers are 7-bit encoded (little end first), code points as steps from the last.
"""
import sys
import unicodedata
import zlib

HANGUL = range(0xAC00, 0xD7A4)  # decomposed by arithmetic


def number(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def steps(codes):
    last = 0
    for code in codes:
        yield code, number(code - last)
        last = code


characters = [c for c in range(sys.maxunicode + 1) if not 0xD800 <= c <= 0xDFFF and c not in HANGUL]
data = bytearray()

marks = [c for c in characters if unicodedata.combining(chr(c))]
data += number(len(marks))
for code, step in steps(marks):
    data += step + bytes([unicodedata.combining(chr(code))])

mapped = [c for c in characters if unicodedata.normalize("NFKD", chr(c)) != chr(c)]
data += number(len(mapped))
for code, step in steps(mapped):
    text = unicodedata.normalize("NFKD", chr(code)).encode()
    data += step + number(len(text)) + text

pairs = []
for code in characters:
    parts = unicodedata.decomposition(chr(code)).split()
    if len(parts) == 2 and not parts[0].startswith("<") and unicodedata.normalize("NFC", chr(code)) == chr(code):
        pairs.append((int(parts[0], 16), int(parts[1], 16), code))
data += number(len(pairs))
for first, second, code in pairs:
    data += number(first) + number(second) + number(code)

deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
with open("nfkc.bin", "wb") as file:
    file.write(deflate.compress(bytes(data)) + deflate.flush())
print(f"Unicode {unicodedata.unidata_version}: {len(marks)} marks, {len(mapped)} mappings, {len(pairs)} pairs")
