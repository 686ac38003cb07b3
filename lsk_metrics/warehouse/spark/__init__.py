"""The warehouse of somebody else: the same questions asked of Apache Spark through Spark Connect."""
