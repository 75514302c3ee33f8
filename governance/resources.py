"""Find rules and schemas in a wheel, an editable install or a checkout."""

from __future__ import annotations

import os.path

from governance.errors import ResourceNotFoundError

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_REPOSITORY = os.path.dirname(_PACKAGE)


def rules() -> str:
    """Return the folder of the rule packs."""
    return _folder("rules")


def schemas() -> str:
    """Return the folder of the published schemas."""
    return _folder("schemas")


def compiled_book() -> str | None:
    """Return the folder of the rule book compiled when the package was built, if any."""
    folder = os.path.join(_PACKAGE, "_data", "book")
    return folder if os.path.isdir(folder) else None


def _folder(name: str) -> str:
    shipped = os.path.join(_PACKAGE, "_data", name)
    if os.path.isdir(shipped):
        return shipped
    # A checkout or an editable install. `pyproject.toml` proves that the parent is
    # our repository: in a damaged install it would be `site-packages`.
    beside = os.path.join(_REPOSITORY, name)
    if os.path.isfile(os.path.join(_REPOSITORY, "pyproject.toml")) and os.path.isdir(beside):
        return beside
    raise ResourceNotFoundError(
        f"no {name!r} folder in the installed package or beside a checkout"
    )
