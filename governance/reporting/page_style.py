"""The style of the page: readable in light, dark and print, contrast of at least 4.5 to 1."""

from __future__ import annotations

from typing import Final

STYLE: Final = """\
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #ffffff; --soft: #f2f4f7;
  --line: #8a94a3; --link: #0b4f9e; --mark: #7a1f1f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #16181b; --soft: #23272d; --line: #7d8794;
    --link: #8fc1ff; --mark: #ffb3a8; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-bottom: 3rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2rem 0 .6rem; }
h1 { font-size: 1.8rem; }
h2 { font-size: 1.35rem; border-bottom: 2px solid var(--line); padding-bottom: .2rem; }
h3 { font-size: 1.1rem; }
p, li { max-width: 46rem; }
a { color: var(--link); }
a:focus-visible, .table:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; }
nav ul { list-style: none; padding: 1rem 0 0; margin: 0; display: flex; flex-wrap: wrap;
  gap: .3rem 1.2rem; }
nav .l3 { font-size: .95rem; }
em { font-style: normal; color: var(--mark); }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, monospace; font-size: .92em;
  background: var(--soft); padding: .05rem .25rem; border-radius: .2rem;
  overflow-wrap: anywhere; }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding: .4rem 0; }
th, td { border: 1px solid var(--line); padding: .4rem .55rem; text-align: left;
  vertical-align: top; }
th { background: var(--soft); }
footer { border-top: 1px solid var(--line); font-size: .92rem; padding-top: .8rem; }
@media print {
  :root { --ink: #000000; --paper: #ffffff; --soft: #f2f2f2; --line: #666666;
    --link: #000000; --mark: #000000; }
  nav, .skip { display: none; }
  body { font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  tr, li { break-inside: avoid; }
  article { break-before: page; }
  article:first-of-type { break-before: auto; }
  .table { overflow: visible; }
}
"""
