package dev.callbook.note;

import org.jspecify.annotations.Nullable;

/// A note as a caller wants it. @param text as sent; checked when it is added
public record NoteDraft(NoteSubject subject, @Nullable String text) {}
