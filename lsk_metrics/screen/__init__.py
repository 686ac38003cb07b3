"""The only Streamlit inside the package: how answers and figures come to a page."""
