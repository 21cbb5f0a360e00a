package dev.callbook.web;

/// Why a search found a record: the strongest reason, with the matching letters apart so that the
/// page can mark them.
///
/// @param icon the name of a symbol in `icons.svg`, such as `user`, `building`, `phone`, `mail`
/// @param label what matched, such as `Name` or `Number ends in`
/// @param before the letters before the match
/// @param marked the matching letters; empty for a match by similarity
/// @param after the letters after the match
public record Why(String icon, String label, String before, String marked, String after) {}
