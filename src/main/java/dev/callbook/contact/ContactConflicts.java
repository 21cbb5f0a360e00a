package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.Conflict;
import dev.callbook.change.Conflict.Difference;
import dev.callbook.customfield.CustomFieldForms;
import dev.callbook.customfield.CustomFieldPost;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.Address;
import dev.callbook.web.Link;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where two people edited the same contact: what differs, field by field.
@ApplicationScoped
class ContactConflicts {
  private final Changes changes;
  private final ContactHeaders headers;
  private final CustomFieldForms customFields;
  private final Words words;

  ContactConflicts(
      Changes changes, ContactHeaders headers, CustomFieldForms customFields, Words words) {
    this.changes = changes;
    this.headers = headers;
    this.customFields = customFields;
    this.words = words;
  }

  /// @param custom what was typed into the custom fields
  Conflict between(Scope scope, Contact saved, ContactDetails yours, CustomFieldPost custom) {
    List<Change> last = changes.of(scope, saved.id().value(), null, 1);
    String by =
        last.isEmpty()
            ? "Callbook"
            : Objects.requireNonNullElse(last.getFirst().actorName(), "Callbook");
    List<Difference> differences = differences(scope, saved.details(), yours);
    differences.addAll(
        customFields.differences(scope, SchemaKind.CONTACT, saved.details().custom(), custom));
    return new Conflict(by, saved.modifiedAt(), differences);
  }

  private List<Difference> differences(Scope scope, ContactDetails saved, ContactDetails yours) {
    ContactMessages say = words.of(ContactMessages.class);
    List<Difference> found = new ArrayList<>();
    add(found, "firstName", say.firstName(), saved.firstName(), yours.firstName());
    add(found, "lastName", say.lastName(), saved.lastName(), yours.lastName());
    add(found, "middleName", say.middleName(), saved.middleName(), yours.middleName());
    add(found, "salutation", say.salutation(), saved.salutation(), yours.salutation());
    add(found, "title", say.jobTitle(), saved.title(), yours.title());
    add(found, "phones", say.phoneNumbers(), phones(saved), phones(yours));
    add(found, "emails", say.emails(), emails(saved), emails(yours));
    add(found, "address", say.address(), address(saved), address(yours));
    add(found, "handles", say.handles(), handles(saved), handles(yours));
    add(
        found,
        "organization",
        say.organization(),
        organization(scope, saved),
        organization(scope, yours));
    add(
        found,
        "surveyOptOut",
        say.surveys(),
        saved.surveyOptOut() ? say.noSurveys() : say.surveysAllowed(),
        yours.surveyOptOut() ? say.noSurveys() : say.surveysAllowed());
    add(
        found,
        "externalSystemUrl",
        say.externalSystemLink(),
        saved.externalSystemUrl(),
        yours.externalSystemUrl());
    return found;
  }

  private static void add(
      List<Difference> found,
      String field,
      String label,
      @Nullable String saved,
      @Nullable String yours) {
    String was = Objects.requireNonNullElse(saved, "");
    String is = Objects.requireNonNullElse(yours, "");
    if (!was.equals(is)) {
      found.add(new Difference(field, label, was, is));
    }
  }

  private String phones(ContactDetails details) {
    ContactMessages say = words.of(ContactMessages.class);
    return details.phones().stream()
        .map(p -> p.number().display() + (p.number().acceptsSms() ? " " + say.withSms() : ""))
        .collect(Collectors.joining(", "));
  }

  private static String emails(ContactDetails details) {
    return details.emails().stream().map(ContactEmail::address).collect(Collectors.joining(", "));
  }

  private static String handles(ContactDetails details) {
    return details.handles().keys().stream()
        .map(key -> key.channel() + " " + key.key())
        .collect(Collectors.joining(", "));
  }

  private String organization(Scope scope, ContactDetails details) {
    Link link = headers.organization(scope, details.organization());
    return link == null ? "" : link.name();
  }

  private static String address(ContactDetails details) {
    Address a = details.address();
    return a == null
        ? ""
        : Stream.of(
                a.address1(), a.address2(), a.postalCode(), a.city(), a.state(), a.countryCode())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
  }
}
