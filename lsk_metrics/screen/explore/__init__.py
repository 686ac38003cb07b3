"""The Explore page's parts: any indicator, found by typing, in any form it can have."""
