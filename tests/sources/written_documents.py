"""Documents of every format, written by hand for the tests, whole and damaged."""

import hashlib
import io
import zipfile
from collections.abc import Sequence

import docx


def pdf_of(
    pages: Sequence[Sequence[str | tuple[str, float]]],
    info: dict[str, str] | None = None,
    password: str | None = None,
) -> bytes:
    """Return a PDF whose pages have these lines; a pair gives a line and how far it is set in.

    A page without lines is a page without text. With a password it is encrypted with RC4 of 40 bits
    (PDF 1.4, revision 2), so that it opens with that password alone.
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for lines in pages:
        page, content = len(objects) + 1, len(objects) + 2
        kids.append(f"{page} 0 R")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/Encoding /WinAnsiEncoding >> >> >> >>" % content
        )
        objects.append(_stream(_drawn(lines)))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    trailer = b"/Root 1 0 R"
    if info:
        entries = " ".join(f"/{key} ({value})" for key, value in info.items())
        objects.append(f"<< {entries} >>".encode("cp1252"))
        trailer += b" /Info %d 0 R" % len(objects)
    if password is not None:
        objects, more = _encrypted(objects, password)
        trailer += more
    return _file(objects, trailer)


def _drawn(lines: Sequence[str | tuple[str, float]]) -> bytes:
    drawn = [b"BT /F1 11 Tf"]
    for index, line in enumerate(lines):
        words, left = line if isinstance(line, tuple) else (line, 72.0)
        escaped = words.encode("cp1252").replace(b"\\", rb"\\")
        escaped = escaped.replace(b"(", rb"\(").replace(b")", rb"\)")
        drawn.append(b"1 0 0 1 %.1f %.1f Tm (%s) Tj" % (left, 770.0 - 14 * index, escaped))
    return b"\n".join([*drawn, b"ET"])


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    begin = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        begin,
    )
    return bytes(out)


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _encrypted(objects: list[bytes], password: str) -> tuple[list[bytes], bytes]:
    """Encrypt streams by algorithms 2, 3 and 4 of the PDF Reference 1.7, section 3.5.2."""
    padded = (password.encode() + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    permissions, identity = -4, b"0123456789abcdef"
    key = hashlib.md5(
        padded + owner + permissions.to_bytes(4, "little", signed=True) + identity
    ).digest()[:5]
    sealed = []
    for number, content in enumerate(objects, 1):
        head, mark, body = content.partition(b"\nstream\n")
        if mark:
            own = hashlib.md5(key + number.to_bytes(3, "little") + bytes(2)).digest()[:10]
            body = _rc4(own, body.removesuffix(b"\nendstream")) + b"\nendstream"
        sealed.append(head + mark + body)
    sealed.append(
        b"<< /Filter /Standard /V 1 /R 2 /P %d /O <%s> /U <%s> >>"
        % (permissions, owner.hex().encode(), _rc4(key, _PADDING).hex().encode())
    )
    hexed = identity.hex().encode()
    return sealed, b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (len(sealed), hexed, hexed)


def _rc4(key: bytes, data: bytes) -> bytes:
    box, swap = list(range(256)), 0
    for index in range(256):
        swap = (swap + box[index] + key[index % len(key)]) % 256
        box[index], box[swap] = box[swap], box[index]
    first = second = 0
    out = bytearray()
    for byte in data:
        first = (first + 1) % 256
        second = (second + box[first]) % 256
        box[first], box[second] = box[second], box[first]
        out.append(byte ^ box[(box[first] + box[second]) % 256])
    return bytes(out)


def docx_of(
    paragraphs: Sequence[str],
    table: Sequence[Sequence[str]] = (),
    title: str = "",
    author: str = "",
) -> bytes:
    """Return a Word document of these paragraphs and, after them, one table."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if table:
        drawn = document.add_table(len(table), len(table[0]))
        for row, cells in zip(drawn.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    document.core_properties.title, document.core_properties.author = title, author
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx_with(data: bytes, parts: dict[str, bytes]) -> bytes:
    """Return a Word document with parts of its package replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()
