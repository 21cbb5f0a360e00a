package dev.callbook.workspace;

import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.note.Note;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The card of a contact.
///
/// @param why the tier of the match, such as `EXACT`; null where somebody attached the contact by
///   hand
/// @param whyLabel the label of the number or address that matched
/// @param customFields those that hold something, by their titles
/// @param notes the newest first
public record PersonView(
    UUID id,
    String name,
    @Nullable String title,
    @Nullable String organization,
    @Nullable UUID organizationId,
    String division,
    @Nullable String why,
    String whyLabel,
    boolean surveyOptOut,
    @Nullable String externalUrl,
    List<NumberView> numbers,
    List<AddressView> addresses,
    List<CustomFieldFacts.Fact> customFields,
    List<Note> notes,
    boolean mayEdit) {

  /// @param isThisCall whether the caller uses it now
  public record NumberView(
      String label,
      String display,
      @Nullable String extension,
      boolean acceptsSms,
      boolean isThisCall) {}

  /// An e-mail address or a handle.
  ///
  /// @param icon the name of a symbol in `icons.svg`
  public record AddressView(String icon, String text) {}
}
