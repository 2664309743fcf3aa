"""Films that staff bring in for pages: kept with captions, chosen in a Video block, shown where a page is out (M2)."""
