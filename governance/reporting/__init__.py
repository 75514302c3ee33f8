"""Report to text: terminal, Markdown, HTML, JSON."""
