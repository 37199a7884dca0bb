"""Cuts the Phosphor icon font down to the glyphs the app draws, and writes their code points beside it.

Run by hand when an icon is added; needs fonttools, and the font with its map as QtAwesome ships them:
    python packaging/subset_icons.py phosphor-1.3.0.ttf phosphor-charmap-1.3.0.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
ICONS = """
address-book airplane-tilt archive-box arrow-counter-clockwise arrow-left arrow-right arrow-square-out arrow-u-up-left
arrow-u-up-right bell book-open briefcase buildings cake calendar-blank camera caret-down caret-left caret-right
caret-up chat-circle chat-circle-dots chat-text chats-circle check check-circle circle clock clock-counter-clockwise
cloud-slash copy device-mobile dots-six-vertical dots-three download-simple ear-slash envelope-simple export eye
eye-slash file file-text flag floppy-disk folder-open fork-knife funnel funnel-simple gear-six gift git-merge globe
graduation-cap handshake heart house house-line identification-card image info keyboard leaf lightbulb link
link-simple list list-bullets lock magnifying-glass map-pin medal megaphone microphone minus monitor moon note
note-pencil paperclip paw-print pencil-line pencil-simple phone plus prohibit push-pin question quotes share-network
sliders sliders-horizontal sort-ascending sort-descending stack star sun sun-horizon tag text-bolder text-italic timer
translate trash tree-structure trophy upload-simple user user-circle user-minus user-plus users users-three
video-camera warning warning-circle x x-circle
"""


def main(font_file: str, map_file: str) -> None:
    """Write `resources/icons/phosphor.ttf` and `ui/glyphs.py`."""
    charmap = json.loads(Path(map_file).read_text("utf-8"))
    codes = {name: int(charmap[name], 16) for name in sorted(ICONS.split())}
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6])
    font = TTFont(font_file)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes.values())
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = "Relapp Icons"  # never taken for a full Phosphor that the user may have installed
        elif record.nameID == 6:
            record.string = "RelappIcons"
    font.save(ROOT / "resources" / "icons" / "phosphor.ttf")
    lines = [
        '"""Code points of the icons in resources/icons/phosphor.ttf, written by packaging/subset_icons.py."""',
        "",
        "GLYPHS = {",
        *(f'    "{name}": "\\u{code:04x}",' for name, code in codes.items()),
        "}",
        "",
    ]
    (ROOT / "ui" / "glyphs.py").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
