"""All that is true without a screen: reading reports, the review's record, exports. Never imports Qt."""
