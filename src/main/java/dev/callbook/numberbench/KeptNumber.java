package dev.callbook.numberbench;

import java.util.UUID;

/// A number that a source's rules must go on reading as they do.
///
/// @param sent as the source sends it, 1 to 100 characters
/// @param expected what it is read as
record KeptNumber(UUID id, String sent, Reading expected) {}
