"""The file is no text that can be read.

A cycle file is plain text in UTF-8, which every editor can save. A Word document, a PDF, a picture, an empty file or text in
another encoding is refused before anything else is looked at.

If this is meant
    It cannot be waived. Save the file as "UTF-8" or "Plain text (UTF-8)" and
    give it a name that ends in .yaml.

See also: yaml-syntax, too-large
"""
