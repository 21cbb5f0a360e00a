package dev.callbook.contact;

import java.util.Optional;

/// A contact as a caller wants it. @param division the wire id of the division to create it in;
/// empty for the starred one
public record ContactDraft(Optional<String> division, ContactDetails details) {}
