"""Values and keys that no declaration should hold, and that none may be hurt by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

CANARY = "gfcanary"

MARKUP = (
    f"<script>{CANARY}(1)</script>",
    f"<img src=x onerror={CANARY}(1)>",
    f"</title></style><svg/onload={CANARY}(1)>",
    f'"><a href="javascript:{CANARY}(1)">x</a>',
    f"[x](javascript:{CANARY}(1)) ![i](https://evil.example/{CANARY}.png)",
    f"<!-- {CANARY}",
    f"]]> <![CDATA[{CANARY}",
    f"| a | b |\n|---|---|\n| {CANARY} | `x` |",
    f"```html\n<b>{CANARY}</b>\n```",
    f"# {CANARY}\n\n- x\n> y\n\n***\n",
    f"{{{{ 7 * 7 }}}} {{% for x in {CANARY} %}} {{# #}}",
    "{0} {title} %s %(x)s {missing!r:>{n}}",
    f"https://evil.example/{CANARY} www.evil.example",
    f"<{CANARY}@evil.example> &lt;b&gt; &#x3c;",
    f"=cmd|'/c calc'!A1 +{CANARY} @SUM(1)",
    "$\\alpha$ \\\\ \\| \\` \\<",
)
CONTROL = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07",
    "\x1b]0;title\x07",
    "\x9b31mred",
    "bell\x07 back\x08\x08\x08\x08over",
    "nul\x00byte",
    "cr\roverwritten",
    "nel\x85 ls\u2028 ps\u2029 vt\x0b ff\x0c",
    "\u202eright to left\u202c",
    "\u2066isolate\u2069",
    "zero\u200bwidth\u200d\ufeff",
    "lone \ud800 surrogate \udfff",
    "tags \U000e0041\U000e0042",
    "z\u0351\u0352\u0353" * 50,
    "\x7fdelete",
    "tab\there\nline\r\nline",
)
NUMBERS = (
    -1, 0, 10**17, 10**30, -(10**40), 1e308, -1e308, 1e-320, 0.1 + 0.2, 2**63, 2**64, 10**299,
    float("inf"), float("-inf"), float("nan"),
)  # fmt: skip
DATES = (
    "2026-02-30", "0000-00-00", "9999-12-31", "0001-01-01", "2026-13-01", "2026-11-24T25:00",
    "2026-11-24T23:59:59Z", "2026-1-1", "２０２６-11-24", "2026-11-2４", "24/11/2026",
    "+2026-11-24", "2026-W01-1", "2026-11-24 10:00", "20261124", "2026-02-29", "9999-01-01",
)  # fmt: skip
PLAIN = (
    "", " ", "unknown", "inconnu", "TODO", "à compléter", "NO", "no", "oui", "null", "~", "true",
    "y", "on", "12:30", "0x1F", "1_000", "1e3", ".inf", "²", "٣ mois", "² mois", "1000000 ans",
    "999999 ans", "-5 mois", "FR", "fr", "ZZ", "É!", "met", "in_place", "@", "#0", "id", "this.x",
    "measures.x", ".", "a.b", "/", "~1", "a/b~c", "__proto__", "__class__", "🏛️", "ﷺ" * 20,
)  # fmt: skip
KEYS = (
    "", "@", "id", "unknown", "extends", "format", "a/b", "a~b", "~0", "<<", "null", "true", "1",
    "__class__", "measures", "evidence", "judgements", "accepted_risks", "claims", "$schema",
    "this", "constructor", "x" * 300, "clé", "é" * 80, "?", "- a", ": b", "# c", "use_case",
)  # fmt: skip


def text(random: Random) -> str:
    """Return a hostile text."""
    kind = random.randrange(6)
    if kind == 0:
        return random.choice(MARKUP)
    if kind == 1:
        return random.choice(CONTROL)
    if kind == 2:
        return random.choice(DATES)
    if kind == 3:
        return random.choice(PLAIN)
    if kind == 4:
        return "".join(chr(random.choice(_any_of(random))) for _ in range(random.randrange(1, 40)))
    return random.choice(("x", "é", "\n", "<b>", "a b ")) * random.choice((50, 500, 5000, 50_000))


def _any_of(random: Random) -> tuple[int, ...]:
    return (
        random.randrange(0x20), random.randrange(0x20, 0x7F), random.randrange(0x80, 0x250),
        random.randrange(0x2000, 0x2070), random.randrange(0xD7F0, 0xE010),
        random.randrange(0x1F300, 0x1F700), random.randrange(0x110000),
    )  # fmt: skip


def key(random: Random) -> str:
    """Return a hostile key."""
    if random.random() < 0.6:
        return random.choice(KEYS)
    return text(random)[:200]


def value(random: Random, depth: int = 0) -> Any:
    """Return a hostile value of any shape."""
    kind = random.randrange(9 if depth < 4 else 5)
    if kind < 2:
        return text(random)
    if kind == 2:
        return random.choice(NUMBERS)
    if kind == 3:
        return random.choice((None, True, False, "unknown", [], {}))
    if kind == 4:
        return random.choice(PLAIN)
    if kind == 5:
        return [value(random, depth + 1) for _ in range(random.randrange(5))]
    if kind == 6:
        return {key(random): value(random, depth + 1) for _ in range(random.randrange(5))}
    if kind == 7:
        return {"unknown": value(random, depth + 1)}
    return nested(random.choice((3, 20, 39, 41, 60, 200)), random)


def nested(levels: int, random: Random) -> Any:
    """Return lists or mappings that hold one another."""
    found: Any = "bottom"
    for _ in range(levels):
        found = [found] if random.random() < 0.5 else {"a": found}
    return found
