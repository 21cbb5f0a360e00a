package dev.callbook.web;

/// A filter that is set, where it has no menu of its own. @param without the list without it
public record FilterChip(String name, String value, String without) {}
