package dev.callbook.testing.bad.lookup;

public record FoundJson(String name) {}
