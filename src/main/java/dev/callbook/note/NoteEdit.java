package dev.callbook.note;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a note shall become.
///
/// @param subject what the caller takes it to be about; empty if they do not say
/// @param text as sent; checked when it is changed
public record NoteEdit(Optional<NoteSubject> subject, @Nullable String text) {}
