"""The rooms of reading a report, from lines to sections to what each says. `importing.parse` walks through them."""
