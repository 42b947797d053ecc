"""Small invented files in the shapes that publishers and their users make."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

NMC = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc"
"""The header of National Material Capabilities."""


def nmc_csv(*rows: str) -> str:
    return "\n".join([NMC, *rows]) + "\n"


def capabilities(ccode: int, year: int) -> str:
    return f"{ccode},{year},10,20,30,40,50,60,0.01"


def written(path: Path, text: str, encoding: str = "utf-8", line_end: str = "\n") -> Path:
    path.write_bytes(text.replace("\n", line_end).encode(encoding))
    return path


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def workbook(path: Path, rows: Sequence[Sequence[str | float | None]]) -> Path:
    """Write the smallest XLSX that has these rows on its first sheet."""
    sheet = io.StringIO()
    for number, row in enumerate(rows, 1):
        sheet.write(f'<row r="{number}">')
        for letter, cell in zip("ABCDEFGHIJKLMNOP", row, strict=False):
            if isinstance(cell, str):
                inner = f'<is><t xml:space="preserve">{cell}</t></is>'
                sheet.write(f'<c r="{letter}{number}" t="inlineStr">{inner}</c>')
            elif cell is not None:
                sheet.write(f'<c r="{letter}{number}"><v>{cell}</v></c>')
        sheet.write("</row>")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="data" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet.getvalue()}'
        "</sheetData></worksheet>",
    }
    return zipped(path, **{name: text.encode() for name, text in parts.items()})
