"""Floor 0: values every other floor speaks in; opens no file, asks no clock."""
