package dev.callbook.contact;

import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.externalsource.ExternalIdView;
import dev.callbook.web.Panel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact's profile, `GET /contacts/{id}`.
///
/// @param header what stands above it
/// @param phones every number, in the record's order
/// @param emails every address, in the record's order
/// @param handles the names the person goes by elsewhere
/// @param address the postal address, line by line; empty if unknown
/// @param externalIds what other systems call the contact
/// @param customFields by the titles of their schema
/// @param created when the record was made
/// @param changed when it was last changed
/// @param merged what it was merged from; null for a contact that was never merged
/// @param panels what other features show beside it, such as the last interactions and notes
record ContactView(
    ContactHeader header,
    List<Phone> phones,
    List<Email> emails,
    List<Handle> handles,
    List<String> address,
    List<ExternalIdView> externalIds,
    List<CustomFieldFacts.Fact> customFields,
    Instant created,
    Instant changed,
    @Nullable Merged merged,
    List<Panel> panels) {

  /// A merge.
  ///
  /// @param count how many contacts became one
  /// @param undoPath where a POST of the header's `version` takes it back; null if the person may
  ///   not
  /// @param edited whether the contact was changed since, so that an undo loses something
  record Merged(int count, @Nullable String undoPath, boolean edited) {}

  /// One number. Its switch posts `on` (`true` or `false`) and `number` to
  /// `/contacts/{id}/phones/{position}/sms`; the answer is a 303 to the profile.
  ///
  /// @param position its place in the record, from 0
  /// @param label in the viewer's language, such as `Mobile`
  /// @param number in international form, or as typed where it could not be understood
  /// @param country the country's two letters; empty if unknown
  /// @param extension empty if there is none
  record Phone(
      int position, String label, String number, String country, String extension, boolean sms) {}

  record Email(String label, String address) {}

  /// @param icon the name of a symbol in `icons.svg`
  /// @param channel its name, such as `WhatsApp`
  /// @param url the person's page there; null if the channel has none
  record Handle(String icon, String channel, String name, @Nullable String url) {}
}
