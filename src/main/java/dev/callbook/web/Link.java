package dev.callbook.web;

/// A name that leads somewhere.
public record Link(String name, String path) {}
