"""Commands killed in the middle, in processes of their own at moments drawn by chance; what is found afterwards."""
