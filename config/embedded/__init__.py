"""An embedded PostgreSQL and the Django backend that starts it. DATABASES' ENGINE names this package.

server.py   who starts and stops it, and when (read this first)
place.py    where it lives: store, socket, programs; making a new store
process.py  whether a process serves a store; what a crash leaves behind
tools.py    PostgreSQL's programs and the account they run as
base.py     the Django backend
"""
