"""Named tuples that cost little to define: start-up defines dozens of them.

``typing.NamedTuple`` compiles each annotation and a constructor for each class, which takes
longer than checking a declaration. These are the same to type checkers and to their users;
a test compares them with the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter

    class _Record(tuple):
        """What all named tuples share."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}
        _names = frozenset()
        _last = ()  # values of the fields at the end that need not be given

        def __new__(cls, *values, **named):
            if named or len(values) != len(cls._fields):
                values = _filled(cls, values, named)
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, **named):
            values = [named.pop(name, value) for name, value in zip(self._fields, self)]
            if named:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(named)}")
            return tuple.__new__(type(self), values)

        def _asdict(self):
            return dict(zip(self._fields, self))

        def __repr__(self):
            shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self):
            return tuple(self)

    def _filled(cls, values, named):
        """Return the values of all fields, by position, by name, then by default."""
        fields = cls._fields
        missing = len(fields) - len(values)
        if not named and 0 < missing <= len(cls._last):
            return values + cls._last[-missing:]
        if not values and named.keys() == cls._names:
            return [named[name] for name in fields]
        given = dict(zip(fields, values))
        if missing < 0 or given.keys() & named.keys() or named.keys() - set(fields):
            raise TypeError(f"{cls.__name__} takes {', '.join(fields)}")
        found = cls._field_defaults | given | named
        lacking = [name for name in fields if name not in found]
        if lacking:
            raise TypeError(f"{cls.__name__} lacks {', '.join(lacking)}")
        return [found[name] for name in fields]

    class _Maker(type):
        """Turns the body of a class into a tuple with named places."""

        def __new__(mcs, name, bases, body):
            if not bases:
                return super().__new__(mcs, name, bases, body)
            fields = tuple(body.pop("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            body |= {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            body |= {"__slots__": (), "__match_args__": fields, "_fields": fields}
            body["_names"] = frozenset(fields)
            body |= {"_field_defaults": defaults, "_last": tuple(defaults.values())}
            return type(name, (_Record,), body)

    class NamedTuple(metaclass=_Maker):
        """Base of a class whose annotations name the places of a tuple."""


__all__ = ["NamedTuple"]
