"""Logs: one JSON object a line, on standard error, never with local variables, which hold people's data."""

import re
from logging import Filter, LogRecord
from typing import Any

import structlog

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def _formatter() -> structlog.stdlib.ProcessorFormatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=SHARED,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False)),
            structlog.processors.JSONRenderer(default=str),
        ],
    )


SECRETS = re.compile(r"(/(?:invitation|mandate|key|confirm-email)/)[^/\s\"']+")
"""The part of an address that opens a door to whoever knows it."""


class WithoutSecrets(Filter):
    """Cuts secrets out of addresses before anything is written."""

    def filter(self, record: LogRecord) -> bool:
        if isinstance(record.msg, str):
            record.msg, record.args = SECRETS.sub(r"\1…", record.getMessage()), None
        return True


def logging(level: str) -> dict[str, Any]:
    """Django's LOGGING: structlog renders its own events and those of the standard library alike."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": _formatter}},
        "filters": {"secrets": {"()": WithoutSecrets}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["secrets"]}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {"django": {"handlers": [], "level": "NOTSET", "propagate": True}},
    }
