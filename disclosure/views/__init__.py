"""Floor 5: frozen page models that templates may use; personal data is masked here and only here."""
