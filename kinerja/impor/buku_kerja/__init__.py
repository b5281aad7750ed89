"""The workbook that goes out and comes back: what stands in it, how it is read, what it changes.

``bentuk`` says which sheets and columns there are; ``isi`` turns a document into their texts (the
writer in ``laporan.ekspor`` and the comparison use the same ones); ``baca`` recognises and reads a
workbook; ``rencana`` compares it, three ways: as it was given out, as it came back, as the document
stands now.
"""
