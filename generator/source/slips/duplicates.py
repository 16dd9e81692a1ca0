"""A key that is written twice: one of the two, or what begins another record, is missing."""

from generator.source.tree import Mapping


def twice(key: str, mapping: Mapping, *, in_list: bool) -> str:
    """Return what to do about the second of two keys.

    Args:
        key: the key.
        mapping: the keys around it.
        in_list: whether they are an item of a list.
    """
    message = f"the key `{key}` is written twice, first on line {mapping.keys[key].line}"
    first = next(iter(mapping.keys))
    if in_list and key == first:
        return f"{message}: begin an item of its own with `- `, or keep one of the two"
    if in_list:
        return f"{message}: keep one of the two, or begin an item above it with `- {first}:`"
    if mapping.place.column > 1:
        return f"{message}: keep one of the two, or write the key that is missing above it"
    return f"{message}: keep one of the two"
