package dev.callbook.web;

/// One of the values a field or a filter offers.
///
/// @param id what the form posts
/// @param name what the person reads
/// @param chosen whether it is the current value, or one of them
public record Choice(String id, String name, boolean chosen) {}
