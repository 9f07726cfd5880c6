"""What a reader can ask of a page by its address, and what is said where it can't be answered."""

from inspections.forms.compared_units import AT_MOST, Choice, Problem, Select, read_choice

__all__ = ["AT_MOST", "Choice", "Problem", "Select", "read_choice"]
