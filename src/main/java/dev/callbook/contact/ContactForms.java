package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.change.Conflict;
import dev.callbook.contact.ContactForm.EmailRow;
import dev.callbook.contact.ContactForm.NumberCheck;
import dev.callbook.contact.ContactForm.PhoneRow;
import dev.callbook.customfield.CustomFieldForms;
import dev.callbook.customfield.CustomFieldPost;
import dev.callbook.customfield.CustomValues;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.DirectoryChoices;
import dev.callbook.phone.Region;
import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Link;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Builds the contact form: empty, from a contact, or from what was posted.
@ApplicationScoped
class ContactForms {
  private final ContactReader reader;
  private final ContactHeaders headers;
  private final ContactConflicts conflicts;
  private final FormChoices choices;
  private final CustomFieldForms customFields;
  private final FieldErrors errors;
  private final Labels labels;
  private final NumberChecks checks;
  private final DirectoryChoices settings;
  private final Caller caller;
  private final Words words;

  ContactForms(
      ContactReader reader,
      ContactHeaders headers,
      ContactConflicts conflicts,
      FormChoices choices,
      CustomFieldForms customFields,
      FieldErrors errors,
      Labels labels,
      NumberChecks checks,
      DirectoryChoices settings,
      Caller caller,
      Words words) {
    this.reader = reader;
    this.headers = headers;
    this.conflicts = conflicts;
    this.choices = choices;
    this.customFields = customFields;
    this.errors = errors;
    this.labels = labels;
    this.checks = checks;
    this.settings = settings;
    this.caller = caller;
    this.words = words;
  }

  /// @param organization the organization to begin with, where the page was asked for from there
  ContactForm blank(Scope scope, @Nullable String organization) {
    FormFields fields = FormFields.empty(organization);
    return form(scope, null, fields, CustomFieldPost.NONE, 0, FormErrors.none(), null, false);
  }

  ContactForm of(Scope scope, Contact contact) {
    return form(
        scope,
        contact,
        FormFields.of(contact.details()),
        CustomFieldPost.NONE,
        contact.version(),
        FormErrors.none(),
        null,
        false);
  }

  /// The form as posted, with a row added or gone: what buttons do where no script runs.
  ContactForm withRows(Scope scope, @Nullable Contact stored, Posted posted) {
    FormFields fields = FormFields.of(posted).pressed(posted.pressed());
    return form(
        scope, stored, fields, posted.custom(), posted.version(), FormErrors.none(), null, true);
  }

  /// The form as posted, each message at its field.
  ContactForm refused(Scope scope, @Nullable Contact stored, Posted posted, Invalid refusal) {
    return form(
        scope,
        stored,
        FormFields.of(posted),
        posted.custom(),
        posted.version(),
        errors.of(posted, refusal),
        null,
        true);
  }

  /// The form as posted, beside what someone else saved meanwhile.
  ContactForm conflicting(Scope scope, Contact saved, Posted posted) {
    Conflict conflict =
        conflicts.between(scope, saved, details(scope, posted, saved.details()), posted.custom());
    return form(
        scope,
        saved,
        FormFields.of(posted),
        posted.custom(),
        saved.version(),
        FormErrors.none(),
        conflict,
        true);
  }

  /// @throws Invalid with every field that breaks its rule; naming `division` where people have to
  ///   choose one and did not
  ContactDraft draft(Scope scope, Posted posted) {
    if (posted.division().isEmpty() && settings.get(scope).picksContactDivision()) {
      throw new Invalid("division", "required", "Choose the division.");
    }
    return new ContactDraft(posted.division(), details(scope, posted, null));
  }

  /// @param stored what the contact holds now; fields the form does not show, and those the person
  ///   chose to take from there, stay
  /// @throws Invalid with every field that breaks its rule
  ContactDetails details(Scope scope, Posted posted, @Nullable ContactDetails stored) {
    CustomValues custom =
        customFields.read(
            scope, SchemaKind.CONTACT, heldBy(stored), posted.custom(), stored == null);
    ContactDetails typed =
        reader.read(scope, posted.toJson(custom), stored, caller.access().region());
    return stored == null ? typed : FormFields.merge(posted, stored, typed);
  }

  private static CustomValues heldBy(@Nullable ContactDetails stored) {
    return stored == null ? CustomValues.NONE : stored.custom();
  }

  private ContactForm form(
      Scope scope,
      @Nullable Contact stored,
      FormFields f,
      CustomFieldPost custom,
      int version,
      FormErrors errors,
      @Nullable Conflict conflict,
      boolean edited) {
    return new ContactForm(
        stored == null ? null : stored.id().toString(),
        version,
        stored == null ? "" : ContactHeaders.nameOf(stored.details()),
        f.text("salutation"),
        f.text("firstName"),
        f.text("middleName"),
        f.text("lastName"),
        f.text("title"),
        f.organization().map(UUID::toString).orElse(""),
        organizationName(scope, f),
        phoneRows(f),
        labels.ofPhones("work"),
        emailRows(f),
        labels.ofEmails("work"),
        choices.handles(f),
        choices.address(f),
        f.text("externalSystemUrl"),
        f.surveyOptOut(),
        customFields.form(
            scope, SchemaKind.CONTACT, heldBy(stored == null ? null : stored.details()), custom),
        stored == null ? divisions(scope, f.division()) : List.of(),
        stored == null ? "" : headers.divisionName(scope, stored),
        edited,
        errors,
        conflict);
  }

  private String organizationName(Scope scope, FormFields f) {
    Link link = headers.organization(scope, f.organization().orElse(null));
    return link == null ? f.text("organizationName") : link.name();
  }

  private List<PhoneRow> phoneRows(FormFields f) {
    Region region = Region.find(caller.access().region()).orElseThrow();
    List<PhoneRow> rows = new ArrayList<>();
    f.phones()
        .forEach(line -> {
          NumberCheck check = checks.of(line.number(), region);
          rows.add(
              new PhoneRow(
                  line.row(),
                  labels.ofPhones(line.label()),
                  line.number(),
                  line.extension(),
                  line.sms(),
                  check));
        });
    return rows;
  }

  private List<EmailRow> emailRows(FormFields f) {
    return f.emails().stream()
        .map(line -> new EmailRow(line.row(), labels.ofEmails(line.label()), line.address()))
        .toList();
  }

  private List<Choice> divisions(Scope scope, Optional<String> chosen) {
    boolean picks = chosen.isEmpty() && settings.get(scope).picksContactDivision();
    Stream<Choice> choices =
        scope.divisions().stream()
            .map((Division division) ->
                new Choice(
                    division.wireId(),
                    words.nameOf(division),
                    chosen
                        .map(division.wireId()::equals)
                        .orElse(!picks && division.kind() == Division.Kind.HOME)));
    Choice none = new Choice("", words.of(WebMessages.class).pickDivision(), true);
    return Stream.concat(picks ? Stream.of(none) : Stream.of(), choices).toList();
  }
}
