"""The portal's own settings, with a data folder that lives as long as the test run."""

import atexit
import os
import shutil
import tempfile

folder = tempfile.mkdtemp(prefix="samverk-tests-")
atexit.register(shutil.rmtree, folder, ignore_errors=True)
os.environ["SAMVERK_DATA_DIR"] = folder

from samverk.portal.site.settings import *  # noqa: E402, F403 - the folder is chosen first
