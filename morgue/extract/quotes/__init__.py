"""Quotation: marks paired to stretches, their sentences kept whole, and what among them is a quote."""
