"""The language server: what mtcheck finds, shown in an editor while one types.

Everything here needs pygls, the extra `mtcheck[lsp]`; nothing else of mtcheck imports it.
"""
