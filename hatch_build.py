"""Compile the rule book into the wheel, so that start-up reads JSON and never YAML."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuleBookHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile ``rules/`` and include the result as package data."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are gathered; an editable install compiles on use."""
        if version == "editable" or self.target_name != "wheel":
            return
        sys.path.insert(0, self.root)
        from governance.loading.cache import compile_into

        self.folder = tempfile.mkdtemp(prefix="gardefou-book-")
        compile_into([os.path.join(self.root, "rules")], self.folder)
        build_data["force_include"][self.folder] = "governance/_data/book"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled copy."""
        del version, build_data, artifact_path
        shutil.rmtree(getattr(self, "folder", ""), ignore_errors=True)
