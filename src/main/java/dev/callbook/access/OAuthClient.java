package dev.callbook.access;

import java.util.UUID;

/// A program that may ask for tokens.
public record OAuthClient(UUID id, String name, boolean active) {}
