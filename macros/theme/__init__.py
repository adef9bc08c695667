"""Colours, design tokens, security policy, and the scripts and styles that browsers are sent."""
