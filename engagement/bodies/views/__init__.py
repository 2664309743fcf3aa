"""Screens for meetings: what people must know, the agenda, the papers, who has a place, and what people ask."""
