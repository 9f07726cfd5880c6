"""Made-up regions with made-up findings, to try things out on: never beside what is real.

size.py     how much of it, and which: the same size and seed give the same data
names.py    invented names
rounds.py   the rounds, each by a real framework; who is inspected in which, and how much is held
numbers.py  made-up numbers: samples, shares of them, ratings
texts.py    sentences, each with its number and each saying that it is made up
figures.py  the values of the known measures in one report
collected.py  rows that wait to be written, and the order they are written in
visit.py    one inspection that is being made up: of whom, in which round, by which dice
report.py   one whose report is held: written.py is its source; judgements.py, findings.py, background.py its facts
ratings.py  one of which only ratings are held
build.py    all of it, as drafts (read this first)
held.py     what a store holds already, and whether any of it is real
"""
