"""The shipped report laid out as a PDF like the original, made when it is asked for."""
