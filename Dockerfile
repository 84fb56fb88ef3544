# syntax=docker/dockerfile:1
FROM python:3.13-slim AS build
RUN python -m venv /app
ENV PATH=/app/bin:$PATH
WORKDIR /build
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY handlers handlers
COPY models models
COPY locales locales
RUN pip install --no-cache-dir --no-deps --no-build-isolation . \
    && pip uninstall --yes setuptools pip

FROM python:3.13-slim
# Nothing that installs or builds stays; the one folder that is written to belongs to the bot.
RUN pip uninstall --yes --root-user-action ignore pip \
    && useradd --system --uid 10001 --user-group --home-dir /data --no-create-home kommune \
    && install --directory --owner kommune --group kommune --mode 0700 /data
COPY --from=build /app /app
ENV PATH=/app/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    KOMMUNE_DATA=/data
USER 10001:10001
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["kommune", "health"]
ENTRYPOINT ["kommune"]
CMD ["run"]
