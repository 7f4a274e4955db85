"""What documents say: views of a status, content templates, Markdown, blocks. A new document is one view and one template."""
