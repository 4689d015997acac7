"""The portal's own settings, with a data folder that lives as long as the test run."""

import atexit
import os
import shutil
import tempfile

folder = tempfile.mkdtemp(prefix="samverk-tests-")
atexit.register(shutil.rmtree, folder, ignore_errors=True)
os.environ["SAMVERK_DATA_DIR"] = folder

from samverk.portal.site.settings import *  # noqa: E402, F403 - the folder is chosen first

INSTALLED_APPS = ["tests.flush", *INSTALLED_APPS]  # noqa: F405

if not SETTINGS.database_url:  # noqa: F405
    # A file, as in real life: in memory, two who write at once are refused instead of waiting for each other.
    DATABASES["default"]["TEST"] = {"NAME": f"{folder}/test.sqlite3"}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF"  # noqa: F405
