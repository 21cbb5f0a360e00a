package dev.callbook.contact;

import dev.callbook.change.Conflict;
import dev.callbook.customfield.CustomFieldForm;
import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form that makes or changes a contact: `GET /contacts/new` posts to `/contacts`, `GET
/// /contacts/{id}/edit` posts to `/contacts/{id}`.
///
/// A field posts under the name of its component here and has it as its `id`, which is also its key
/// in `errors`. Rows post parallel lists: `phoneRow`, `phoneLabel`, `phoneNumber`, `phoneExtension`
/// have one value a row, in order; `phoneSms` has the `phoneRow` of each number that accepts SMS.
/// E-mails post `emailRow`, `emailLabel`, `emailAddress`. Handles post under their channel's key.
/// The button posts `do`: `save`, or without scripts `add-phone`, `add-email`,
/// `remove-phone-<row>`, `remove-email-<row>`, which are answered by the same form with the row
/// added or gone, or `schema`, by the same form with that schema's fields.
///
/// @param id the contact's id; null for a new one
/// @param version the version the form was made from; 0 for a new one
/// @param name the contact's name as it is saved; empty for a new one
/// @param title what the person does
/// @param organizationId the picked organization; empty if none
/// @param organizationName its name, or what was typed without picking
/// @param phones one row a number; a new form has one empty row
/// @param phoneLabels the labels a new row offers
/// @param emails one row an address; a new form has one empty row
/// @param emailLabels the labels a new row offers
/// @param handles all channels, with an empty name where there is none
/// @param address the postal address
/// @param externalSystemUrl the record in the company's own system
/// @param custom the custom fields
/// @param divisions where the contact may be created; empty when it exists, for it stays
/// @param divisionName the division of an existing contact
/// @param edited whether the form holds something that is not saved: it came back with errors
/// @param errors what is wrong, by field: `lastName`, `phone-<row>`, `email-<row>`, …
/// @param conflict what someone else saved meanwhile; null if nobody did
record ContactForm(
    @Nullable String id,
    int version,
    String name,
    String salutation,
    String firstName,
    String middleName,
    String lastName,
    String title,
    String organizationId,
    String organizationName,
    List<PhoneRow> phones,
    List<Choice> phoneLabels,
    List<EmailRow> emails,
    List<Choice> emailLabels,
    List<HandleRow> handles,
    AddressRows address,
    String externalSystemUrl,
    boolean surveyOptOut,
    CustomFieldForm custom,
    List<Choice> divisions,
    String divisionName,
    boolean edited,
    FormErrors errors,
    @Nullable Conflict conflict) {

  public boolean isNew() {
    return id == null;
  }

  /// Where the form posts to, and where cancelling leads.
  public String action() {
    return id == null ? "/contacts" : "/contacts/" + id;
  }

  /// What a new row says of its number.
  public NumberCheck untyped() {
    return NumberCheck.NONE;
  }

  /// @param row what tells the rows of one form apart; a script counts on from any value
  /// @param labels the labels to choose from, the row's own chosen
  /// @param number as the person typed it
  record PhoneRow(
      String row,
      List<Choice> labels,
      String number,
      String extension,
      boolean sms,
      NumberCheck check) {}

  record EmailRow(String row, List<Choice> labels, String address) {}

  /// @param key the field's name: `whatsApp`, `twitter`, `facebook`, `line`, `instagram`, `apple`
  /// @param icon the name of a symbol in `icons.svg`
  /// @param channel its name in words
  record HandleRow(String key, String icon, String channel, String placeholder, String name) {}

  /// The fields `address1`, `address2`, `postalCode`, `city`, `state`, `countryCode`.
  record AddressRows(
      String address1,
      String address2,
      String postalCode,
      String city,
      String state,
      List<Choice> countries) {}

  /// What can be said about a number while it is typed, `GET
  /// /contacts/numbers/check?phoneNumber=…`. Typing is never blocked or reformatted.
  ///
  /// @param state how sure it is
  /// @param words the sentence beside the number, such as `United Kingdom` or `Too short for Spain:
  ///   9 digits follow +34, you typed 7.`
  /// @param e164 the number in E.164 form; empty until it is known
  /// @param kind such as `Mobile`; empty if unknown
  record NumberCheck(State state, String words, String e164, String kind) {
    /// Nothing to say.
    static final NumberCheck NONE = new NumberCheck(State.OPEN, "", "", "");

    enum State {
      /// Too little is typed to judge.
      OPEN,
      GOOD,
      /// It can be saved, and the person should know something first.
      DOUBTFUL,
      BAD
    }
  }
}
