"""Inputs that were damaged, or made to trap whoever reads them, and what becomes of them."""
