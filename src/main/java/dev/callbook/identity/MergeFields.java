package dev.callbook.identity;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.Handles;
import dev.callbook.contact.Labels;
import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.Address;
import dev.callbook.externalsource.ExternalIdViews;
import dev.callbook.identity.MergeView.Line;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A contact's fields as the merge page shows them, in words.
@ApplicationScoped
class MergeFields {
  private final Organizations organizations;
  private final ExternalIdViews externalIds;
  private final CustomFieldFacts customFields;
  private final Labels labels;
  private final Words words;

  MergeFields(
      Organizations organizations,
      ExternalIdViews externalIds,
      CustomFieldFacts customFields,
      Labels labels,
      Words words) {
    this.organizations = organizations;
    this.externalIds = externalIds;
    this.customFields = customFields;
    this.labels = labels;
    this.words = words;
  }

  /// One field.
  ///
  /// @param united whether a merge keeps the values of all contacts
  record Field(String name, String label, boolean united, String hint, List<Line> lines) {}

  /// The names of the organizations that contacts are with, by id. One statement.
  Map<UUID, String> organizations(Scope scope, Collection<ContactDetails> contacts) {
    List<OrganizationId> mentioned =
        contacts.stream()
            .map(ContactDetails::organization)
            .filter(Objects::nonNull)
            .distinct()
            .map(OrganizationId::new)
            .toList();
    return organizations.find(scope, mentioned).entrySet().stream()
        .collect(
            Collectors.toMap(
                found -> found.getKey().value(), found -> found.getValue().details().name()));
  }

  /// Every field by its name, in the order of the form; those without a value have no lines.
  ///
  /// @param byKey whether custom fields are shown one by one; together where not
  SequencedMap<String, Field> of(
      Scope scope, ContactDetails d, Map<UUID, String> organizationNames, boolean byKey) {
    MergeMessages say = words.of(MergeMessages.class);
    SequencedMap<String, Field> fields = new LinkedHashMap<>();
    single(fields, "salutation", say.salutation(), d.salutation());
    single(fields, "firstName", say.firstName(), d.firstName());
    single(fields, "middleName", say.middleName(), d.middleName());
    single(fields, "lastName", say.lastName(), d.lastName());
    single(
        fields,
        "organization",
        words.of(WebMessages.class).organization(),
        d.organization() == null
            ? null
            : organizationNames.getOrDefault(d.organization(), say.hiddenOrganization()));
    single(fields, "title", say.jobTitle(), d.title());
    united(fields, "phones", say.phones(), say.phonesUnited(), phones(d));
    united(fields, "emails", words.of(WebMessages.class).email(), say.united(), emails(d));
    handles(fields, d.handles());
    put(fields, new Field("address", words.of(WebMessages.class).address(), false, "", address(d)));
    single(fields, "externalSystemUrl", say.externalSystem(), d.externalSystemUrl());
    united(
        fields,
        "externalIds",
        words.of(WebMessages.class).externalIds(),
        say.united(),
        externalIds.of(scope, d.externalIds()).stream()
            .map(id -> new Line(id.source(), id.value(), null))
            .toList());
    united(
        fields,
        "surveyOptOut",
        say.surveys(),
        say.surveysInherited(),
        d.surveyOptOut() ? lines(say.noSurveys()) : List.of());
    custom(scope, fields, d, byKey);
    return fields;
  }

  private void custom(
      Scope scope, SequencedMap<String, Field> fields, ContactDetails d, boolean byKey) {
    if (byKey) {
      customFields
          .byKey(scope, SchemaKind.CONTACT, d.schema(), d.customFields())
          .forEach((key, fact) ->
              put(
                  fields,
                  new Field(
                      MergeChoice.CUSTOM + key, fact.title(), false, "", lines(fact.text()))));
    } else {
      put(
          fields,
          new Field(
              MergeChoice.CUSTOM_FIELDS,
              words.of(WebMessages.class).customFields(),
              false,
              words.of(MergeMessages.class).customOfOne(),
              customFields.of(scope, SchemaKind.CONTACT, d.schema(), d.customFields()).stream()
                  .map(fact -> new Line(fact.title(), fact.text(), null))
                  .toList()));
    }
  }

  private List<Line> phones(ContactDetails d) {
    return d.phones().stream()
        .map(phone -> {
          String extension = phone.number().extension();
          return new Line(
              labels.name(phone.label()),
              phone.number().display()
                  + (extension == null
                      ? ""
                      : " " + words.of(WebMessages.class).extension(extension)),
              phone.number().acceptsSms());
        })
        .toList();
  }

  private List<Line> emails(ContactDetails d) {
    return d.emails().stream()
        .map(email -> new Line(labels.name(email.label()), email.address(), null))
        .toList();
  }

  private void handles(SequencedMap<String, Field> fields, Handles handles) {
    single(
        fields,
        "whatsApp",
        "WhatsApp",
        handles.whatsApp() == null ? null : handles.whatsApp().number().display());
    single(
        fields,
        "twitter",
        "X",
        handles.twitter() == null
            ? null
            : first(
                handles.twitter().screenName(), handles.twitter().name(), handles.twitter().id()));
    single(fields, "facebook", "Facebook", name(handles.facebook()));
    single(fields, "line", "LINE", name(handles.line()));
    single(
        fields,
        "instagram",
        "Instagram",
        handles.instagram() == null
            ? null
            : first(
                handles.instagram().handle(),
                handles.instagram().displayName(),
                handles.instagram().id()));
    united(
        fields,
        "apple",
        "Apple",
        words.of(MergeMessages.class).united(),
        handles.apple().stream().map(id -> new Line("", id, null)).toList());
  }

  private static @Nullable String name(Handles.@Nullable Scoped scoped) {
    return scoped == null ? null : first(scoped.displayName(), scoped.id());
  }

  private static @Nullable String first(@Nullable String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private List<Line> address(ContactDetails d) {
    Address address = d.address();
    if (address == null) {
      return List.of();
    }
    String code = address.countryCode();
    String town =
        Stream.of(address.postalCode(), address.city(), address.state())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return Stream.of(
            address.address1(),
            address.address2(),
            town,
            code == null ? null : Locale.of("", code).getDisplayCountry(words.locale()))
        .filter(Objects::nonNull)
        .filter(line -> !line.isBlank())
        .map(line -> new Line("", line, null))
        .toList();
  }

  private static List<Line> lines(@Nullable String text) {
    return text == null ? List.of() : text.lines().map(line -> new Line("", line, null)).toList();
  }

  private static void single(
      SequencedMap<String, Field> fields, String name, String label, @Nullable String text) {
    put(fields, new Field(name, label, false, "", lines(text)));
  }

  private static void united(
      SequencedMap<String, Field> fields,
      String name,
      String label,
      String hint,
      List<Line> lines) {
    put(fields, new Field(name, label, true, hint, lines));
  }

  private static void put(SequencedMap<String, Field> fields, Field field) {
    fields.put(field.name(), field);
  }
}
