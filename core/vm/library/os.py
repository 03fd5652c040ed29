"""What of os is written in Python. The rest is native."""
import os.path
from _disk import fspath
