"""Status of targets: what is to be reached, by which published rule it is judged, and why, in one sentence."""
