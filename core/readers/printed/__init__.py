"""Printed pages → a text as a person reads it: segments, columns, tables, page furniture, paragraphs.

Coordinates are points on the page as it is shown, from its left edge and upwards from its foot.
"""
