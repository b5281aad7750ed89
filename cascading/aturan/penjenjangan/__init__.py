"""The five stages of a penjenjangan: what they say, how they are laid out, what is odd in them."""
