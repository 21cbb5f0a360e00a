package dev.callbook.workspace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One contact that can be chosen.
///
/// @param key the digit that chooses it; empty after the ninth
/// @param why the tier of the match; `FOUND` where a search found it
/// @param whyLabel the label of what matched; for a search, what matched
public record ChoiceView(
    UUID id,
    String key,
    String name,
    @Nullable String organization,
    String why,
    String whyLabel,
    boolean pickedBefore) {}
