"""What a reader can ask of a page by its address, checked against what is held."""
