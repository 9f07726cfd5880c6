FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/srv/var

WORKDIR /srv/findings
RUN useradd --system --home-dir /srv findings && install -d -o findings /srv/var

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt

COPY manage.py ./
COPY config ./config
COPY inspections ./inspections
COPY templates ./templates
COPY static ./static

USER findings
EXPOSE 8000
CMD ["python", "manage.py", "serve", "--host", "0.0.0.0", "--port", "8000"]
