"""Cek kualitas: what an evaluator would say about the wording and logic of a document, Q01 to Q22.

Pure: ``bahan`` is what the rules look at, ``katalog`` what they are called and why they matter,
``kata`` the words they know, ``periksa`` the document, ``lembaga`` what stands around it.
"""
