"""Results that are remembered from run to run."""
