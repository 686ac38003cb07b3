"""The same content three ways: the floor (static HTML and plotly.js), a plain Streamlit page, and ours."""
