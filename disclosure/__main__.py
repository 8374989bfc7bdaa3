"""``python -m disclosure`` is the command ``disclosure``."""

import sys

from disclosure.cli import main

sys.exit(main())
