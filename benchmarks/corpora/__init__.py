"""What scanning a corpus costs."""
