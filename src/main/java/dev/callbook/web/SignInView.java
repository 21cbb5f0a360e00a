package dev.callbook.web;

import org.jspecify.annotations.Nullable;

/// What the sign-in page shows.
///
/// @param organizationName whose Callbook this is; empty where several organizations share it
/// @param email as typed before, so that only the password is asked again
/// @param problem why the last try failed or how long the account is locked, in words; null at
///   first
/// @param next the path to return to, posted back in the field `next`
public record SignInView(String organizationName, String email, @Nullable String problem, String next) {}
