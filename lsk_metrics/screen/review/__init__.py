"""The page of the review pack: what is chosen, the figures in their order, the files made of them."""
