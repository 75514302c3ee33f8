"""Files whose bytes are hostile: cut, flipped, in another encoding, made to exhaust a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


def flips(random: Random, data: bytes) -> bytes:
    """Change some bytes."""
    found = bytearray(data)
    for _ in range(random.choice((1, 3, 30))):
        found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def cuts(random: Random, data: bytes) -> bytes:
    """Keep only the start, the end or the middle."""
    start, end = sorted(random.randrange(len(data)) for _ in range(2))
    return random.choice((data[:end], data[start:], data[start:end]))


def lines(random: Random, data: bytes) -> bytes:
    """Repeat, drop, exchange or indent lines."""
    rows = data.split(b"\n")
    for _ in range(random.choice((1, 5, 20))):
        at, other = random.randrange(len(rows)), random.randrange(len(rows))
        match random.randrange(5):
            case 0:
                rows.insert(other, rows[at])
            case 1 if len(rows) > 2:
                del rows[at]
            case 2:
                rows[at], rows[other] = rows[other], rows[at]
            case 3:
                rows[at] = b" " * random.randrange(5) + rows[at].lstrip()
            case _:
                rows[at] = b"\t" + rows[at]
    return b"\n".join(rows)


def insertions(random: Random, data: bytes) -> bytes:
    """Put hostile text anywhere."""
    for _ in range(random.choice((1, 4))):
        at = random.randrange(len(data))
        piece = words.text(random)[:2000].encode("utf-8", "surrogatepass")
        data = data[:at] + piece + data[at:]
    return data


def encodings(random: Random, data: bytes) -> bytes:
    """Write the text in another encoding, with or without a mark."""
    text = data.decode("utf-8", "replace")
    name = random.choice(
        (
            "cp1252",
            "latin-1",
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-32",
            "utf-8-sig",
            "cp437",
            "utf-7",
            "utf-32-le",
            "mac-roman",
            "shift-jis",
            "cp037",
        )
    )
    found = text.encode(name, "replace")
    return found[: random.choice((len(found), len(found) - 1, len(found) // 2 | 1))]


def breaks(random: Random, data: bytes) -> bytes:
    """End lines in another way."""
    kind = random.choice((b"\r\n", b"\r", b"\xc2\x85", b"\xe2\x80\xa8", b"\x0c", b"\x00", b"\n\r"))
    return data.replace(b"\n", kind)


def spaces(random: Random, data: bytes) -> bytes:
    """Replace ordinary spaces by others."""
    kind = random.choice((b"\xc2\xa0", b"\xe2\x80\xaf", b"\t", b"\xe3\x80\x80", b"\xe2\x80\x8b"))
    return data.replace(b" ", kind, random.choice((1, 3, 10_000)))


def brackets(random: Random, data: bytes) -> bytes:
    """Add and remove brackets, quotes and colons."""
    found = bytearray(data)
    for _ in range(random.choice((1, 3, 10))):
        at = random.randrange(len(found))
        if random.random() < 0.5:
            found[at:at] = random.choice((b"{", b"}", b"[", b"]", b'"', b"'", b": ", b"- ", b"#"))
        else:
            index = max(found.find(sign, at) for sign in b"{}[]\"':,")
            if index >= 0:
                del found[index]
    return bytes(found)


def yaml_tricks(random: Random, data: bytes) -> bytes:
    """Add tags, aliases, merges, directives and documents."""
    head = b"format: gardefou/declaration/v1\nid: x\ntitle: x\n"
    return random.choice(
        (
            bomb(random),
            head + bomb(random),
            head + b"system: !!python/object/apply:os.system ['touch /tmp/x']\n",
            head + b"system: !!python/name:os.system\n",
            head + b"system: !include /etc/passwd\n",
            head
            + b"title: !!binary aGVsbG8=\npeople: !!set {a, b}\nvalue: !!timestamp 2026-11-24\n",
            head + b"organisation: {countries: [NO, FR, ON, Y]}\npays: NO\n",
            head + b"a: &a [*a]\n",
            head + b"a: &a {b: *a}\n",
            head + b"a: *nothing\n",
            head + b"x: &x {name: a}\nsystem: {<<: *x}\n",
            head + b"system:\n  <<: [{a: b}]\n",
            head + b"--- \n" + data,
            data + b"\n---\n" + data,
            b"%YAML 1.1\n---\n" + data,
            b"%TAG ! tag:evil,2026:\n---\n" + data,
            b"%YAML 9.9\n---\n" + data,
            head + b"? [a, b]\n: c\n? {a: b}\n: d\n? |\n  block\n: e\n",
            head + b"? \n: \n",
            head + b"{a: b}: c\n",
            head + b"1: a\n2.5: b\ntrue: c\nnull: d\n~: e\n",
            head + b"title: |4\n   a\n",
            head + b"title: >-9\n x\n",
            head + b'title: "\\x"\n',
            head + b'title: "\\U00110000 \\ud800 \\0"\n',
            head + b"title: 'a\n",
            head + b"a: b: c\n",
            head + b"n: 0o777777777777777777777777\nm: 0xFFFFFFFFFFFFFFFFFFFFFFFFFFF\n",
            head + b"n: " + b"9" * random.choice((299, 301, 5000)) + b"\n",
            head + b"n: 1e" + b"9" * random.choice((3, 30)) + b"\n",
            head + b"n: -.inf\nm: .NaN\n",
            head + b"n: 190:20:30\nm: 685_230\no: 0b1010\np: 2026-11-24T10:00:00Z\n",
            head + b"- a\n",
            b"- " * 60 + b"a",
            b"? " * 60,
            b"a: " * 60,
            b"[" * 100_000,
            b"{a: " * 5000,
            b"&a " * 10,
            b"!" * 1000,
            b"!<" + b"a" * 5000,
            b"*" * 100,
            b"@`%",
            b"...\n---\n...\n",
            b"--- ---",
            head + b"title: " + b"x" * 250_000 + b"\n",
            head + b"k" * 250_000 + b": x\n",
            b"\n".join(b"k%d: x" % n for n in range(3000)),
            b"a: 1\n" * 200,
            head + b"use_case:\n" + b"  stage: idea\n" * 40,
            head + b"use_case: {stage: idea, stage: in_use}\nuse_case: {stage: idea}\n",
        )
    )


def bomb(random: Random) -> bytes:
    """Return aliases that repeat aliases."""
    width, levels = random.choice((2, 9)), random.choice((5, 9, 30))
    rows = [b"a0: &a0 [x, x, x, x]"]
    for level in range(1, levels):
        inner = b", ".join([b"*a%d" % (level - 1)] * width)
        rows.append(b"a%d: &a%d [%s]" % (level, level, inner))
    return b"\n".join(rows) + b"\n"


def json_tricks(random: Random, data: bytes) -> bytes:
    """Add what JSON does not have, or has too much of."""
    start = b'{"format": "gardefou/declaration/v1", "id": "x", "title": "x", '
    return random.choice(
        (
            start + b'"n": NaN, "m": Infinity, "o": -Infinity}',
            start + b'"n": 1e999}',
            start + b'"n": -0}',
            start + b'"n": 1E400, "m": 0.' + b"1" * 400 + b"}",
            start + b'"n": ' + b"9" * random.choice((299, 301, 5000)) + b"}",
            start + b'"t": "\\ud800"}',
            start + b'"t": "\\udc00\\ud800"}',
            start + b'"\\ud800": 1}',
            start + b'"t": "\\u0000\\u001b[31m\\u202e"}',
            start + b'"t": "\x00\x1b"}',
            start + b'"id": "y", "id": "z", "title": null}',
            start + b'"a": {"b": 1, "b": 2}}',
            start + b"// comment\n}",
            start + b"/* comment */}",
            start + b'"a": 1,}',
            start + b"'a': 'b'}",
            start + b"a: 1}",
            start + b'"a": True}',
            start + b'"a": undefined}',
            start + b'"a": 01}',
            start + b'"a": .5}',
            start + b'"a": +1}',
            start + b'"a": 0x10}',
            start + b'"a" 1}',
            start + b'"a": "x\ny"}',
            start + b'"a": "\\x41"}',
            start + b'"a": "\\u12"}',
            start + b'"a": "',
            start,
            start + b'"a": [',
            start + b'"a": [1 2]}',
            start + b'"a": [,]}',
            b"",
            b"null",
            b"1",
            b'"x"',
            b"[]",
            b"[1]",
            b"{}",
            b"}",
            b"]",
            b",",
            b":",
            b'{"a"}',
            b"{1: 2}",
            b"{" * 100_000,
            b"[" * 100_000,
            b'{"a":' * 5000 + b"1" + b"}" * 5000,
            b"[" * 41 + b"]" * 41,
            start + b'"a": ' + b"[" * 900 + b"]" * 900 + b"}",
            b"\xef\xbb\xbf" + start + b'"a": 1}',
            start + b'"a": 1} trailing',
            start + b'"a": 1}\x00',
            start + b'"t": "' + b"x" * 250_000 + b'"}',
            start + b'"' + b"k" * 250_000 + b'": 1}',
            start + b", ".join(b'"k%d": 1' % n for n in range(3000)) + b"}",
            data.replace(b":", b"", 3),
            data.replace(b'"', b"'", 4),
            data.replace(b",", b",,", 2),
            data + data,
            b"\x1e" + data,
        )
    )


def markdown_tricks(random: Random, data: bytes) -> bytes:
    """Put a declaration into a Markdown document, well or badly."""
    fence = random.choice((b"```", b"~~~", b"````", b"``"))
    name = random.choice((b"yaml", b"json", b"", b"gardefou", b"yaml title=x", b"YAML"))
    block = fence + name + b"\n" + data + b"\n" + random.choice((fence, b"", b"`" * 9)) + b"\n"
    front = b"---\n" + data + random.choice((b"\n---\n", b"\n...\n", b"\n"))
    inner = b"\n".join(b"  " + row for row in block.split(b"\n"))
    quoted = b"\n".join(b"> " + row for row in block.split(b"\n"))
    parts = [
        b"# Title\n\nText <b>x</b>\n\n",
        block,
        front,
        inner,
        quoted,
        data,
        b"- item\n\n" + inner,
    ]
    return b"\n".join(random.choices(parts, k=random.randrange(1, 4)))


MUTATIONS: dict[str, Callable[[Random, bytes], bytes]] = {
    one.__name__: one
    for one in (flips, cuts, lines, insertions, encodings, breaks, spaces, brackets)
}
