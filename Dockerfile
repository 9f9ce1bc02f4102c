# An archive and what serves it, in one image that needs nothing else:
#   docker build -t morgue .                             with archive.db from this folder in it
#   docker run -p 8001:8001 morgue
#   docker run -p 8001:8001 -v "$PWD/data:/data:ro" morgue      with data/archive.db, followed when a build replaces it
# docs/hosting.md tells more.

FROM python:3.12.8-slim-bookworm AS installed
COPY requirements/serve.txt /requirements.txt
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /requirements.txt

FROM python:3.12.8-slim-bookworm
LABEL org.opencontainers.image.title="Morgue" org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin morgue
COPY --from=installed /opt/venv /opt/venv
WORKDIR /srv/morgue
COPY metadata.yml settings.json about.md ./
COPY plugins plugins
COPY templates templates
COPY static static
COPY morgue morgue
# about.md stands here only so that the line holds where there is no archive.db: then /data is to be mounted.
COPY about.md archive.db* /data/
RUN ln -s /data/archive.db archive.db
ENV PATH=/opt/venv/bin:$PATH PYTHONPATH=/srv/morgue PYTHONDONTWRITEBYTECODE=1 PORT=8001 HTTPS=off OPTIONS=""
USER 10001
EXPOSE 8001
# A file that is given to everybody, also where an archive is not for everybody.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/static/morgue.css')"]
CMD ["sh", "-c", "[ -f archive.db ] || { echo 'There is no /data/archive.db: mount the folder that it is in (docs/hosting.md).' >&2; exit 1; }; exec datasette serve . --host 0.0.0.0 --port $PORT --setting force_https_urls $HTTPS $OPTIONS"]
