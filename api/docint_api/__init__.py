"""docint's HTTP service."""
