package dev.callbook.workspace;

import dev.callbook.access.Access;
import dev.callbook.access.Division;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.Handles;
import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.DirectoryChoices;
import dev.callbook.interaction.Interaction;
import dev.callbook.interaction.Party;
import dev.callbook.lookup.Candidate;
import dev.callbook.lookup.Reason;
import dev.callbook.note.Note;
import dev.callbook.note.NoteSubject;
import dev.callbook.note.Notes;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.workspace.PersonView.AddressView;
import dev.callbook.workspace.PersonView.NumberView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts contacts into what the workspace shows of them.
@ApplicationScoped
class Cards {
  private static final int MAX_NOTES = 3;
  private static final int MAX_KEY = 9;

  private final Organizations organizations;
  private final Notes notes;
  private final CustomFieldFacts customFields;
  private final DirectoryChoices settings;

  Cards(
      Organizations organizations,
      Notes notes,
      CustomFieldFacts customFields,
      DirectoryChoices settings) {
    this.organizations = organizations;
    this.notes = notes;
    this.customFields = customFields;
    this.settings = settings;
  }

  String name(Contact contact) {
    String name = contact.details().fullName();
    return name.isEmpty() ? contact.id().toString() : name;
  }

  @Nullable String organization(Access access, Contact contact) {
    UUID id = contact.details().organization();
    return id == null ? null : names(access, List.of(id)).get(id);
  }

  private Map<UUID, String> names(Access access, List<UUID> ids) {
    if (ids.isEmpty() || !access.may(Permission.ORGANIZATION_VIEW)) {
      return Map.of();
    }
    Scope scope = access.scope(Permission.ORGANIZATION_VIEW, Origin.PAGE);
    Map<UUID, String> names = new java.util.HashMap<>();
    organizations
        .find(scope, ids.stream().distinct().map(OrganizationId::new).toList())
        .forEach((id, organization) -> names.put(id.value(), organization.details().name()));
    return names;
  }

  PersonView person(Access access, Interaction interaction, Party.Person found) {
    Contact contact = found.contact();
    ContactDetails details = contact.details();
    Reason reason = found.reason();
    String organization = organization(access, contact);
    Scope scope = access.scope(Permission.CONTACT_VIEW, Origin.PAGE);
    return new PersonView(
        contact.id().value(),
        name(contact),
        details.title(),
        organization,
        organization == null ? null : details.organization(),
        scope.division(contact.division()).map(Division::name).orElse("*"),
        reason == null ? null : reason.tier().name(),
        reason == null ? "" : reason.label(),
        details.surveyOptOut(),
        details.externalSystemUrl(),
        numbers(details.phones(), interaction.caller().lookupKey()),
        addresses(details),
        customFields.of(scope, SchemaKind.CONTACT, details.schema(), details.customFields()),
        notes(scope, contact),
        access.may(Permission.CONTACT_EDIT));
  }

  private List<Note> notes(Scope scope, Contact contact) {
    NoteSubject subject = NoteSubject.contact(contact.id().value());
    return notes.of(scope, subject, true, false, 0, MAX_NOTES).notes();
  }

  private static List<NumberView> numbers(List<ContactPhone> phones, @Nullable String key) {
    return phones.stream()
        .map(phone ->
            new NumberView(
                phone.label(),
                phone.number().display(),
                phone.number().extension(),
                phone.number().acceptsSms(),
                key != null && key.equals(phone.number().lookupKey())))
        .toList();
  }

  private static List<AddressView> addresses(ContactDetails details) {
    List<AddressView> all = new ArrayList<>();
    details.emails().forEach(email -> all.add(new AddressView("mail", email.address())));
    Handles handles = details.handles();
    if (handles.whatsApp() != null) {
      all.add(new AddressView("brand-whatsapp", handles.whatsApp().number().display()));
    }
    if (handles.twitter() != null) {
      add(all, "brand-x", handles.twitter().screenName(), handles.twitter().name());
    }
    if (handles.instagram() != null) {
      add(all, "brand-instagram", handles.instagram().handle(), handles.instagram().displayName());
    }
    if (handles.facebook() != null) {
      add(all, "brand-facebook", handles.facebook().displayName(), handles.facebook().id());
    }
    if (handles.line() != null) {
      add(all, "brand-line", handles.line().displayName(), handles.line().id());
    }
    handles.apple().forEach(id -> add(all, "brand-apple", id, null));
    return all;
  }

  private static void add(
      List<AddressView> all, String icon, @Nullable String text, @Nullable String otherwise) {
    String shown = text == null ? otherwise : text;
    if (shown != null) {
      all.add(new AddressView(icon, shown));
    }
  }

  List<ChoiceView> choices(Access access, List<Candidate> candidates) {
    Map<UUID, String> names =
        names(
            access,
            candidates.stream()
                .map(candidate -> candidate.contact().details().organization())
                .filter(Objects::nonNull)
                .toList());
    List<ChoiceView> choices = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      UUID organization = candidate.contact().details().organization();
      choices.add(
          new ChoiceView(
              candidate.contact().id().value(),
              choices.size() < MAX_KEY ? String.valueOf(choices.size() + 1) : "",
              name(candidate.contact()),
              organization == null ? null : names.get(organization),
              candidate.reason().tier().name(),
              candidate.reason().label(),
              candidate.pickedBefore()));
    }
    return choices;
  }

  /// Whom a search found, to choose from.
  List<ChoiceView> found(Access access, List<Desk.Found> found) {
    List<ChoiceView> choices = new ArrayList<>(found.size());
    for (Desk.Found each : found) {
      choices.add(
          new ChoiceView(
              each.contact().id().value(),
              choices.size() < MAX_KEY ? String.valueOf(choices.size() + 1) : "",
              name(each.contact()),
              organization(access, each.contact()),
              "FOUND",
              each.matched(),
              false));
    }
    return choices;
  }

  /// Where the agent may create contacts.
  List<CreateView.Choice> divisions(Access access) {
    return access.may(Permission.CONTACT_ADD)
        ? access.scope(Permission.CONTACT_ADD, Origin.PAGE).divisions().stream()
            .map(division -> new CreateView.Choice(division.wireId(), division.name()))
            .toList()
        : List.of();
  }

  /// The one that is chosen before the agent chooses: none where they have to themselves, else the
  /// one division of an agent who has one, else the home division, else the first.
  String usualDivision(Access access) {
    if (!access.may(Permission.CONTACT_ADD)) {
      return "";
    }
    Scope scope = access.scope(Permission.CONTACT_ADD, Origin.PAGE);
    if (settings.get(scope).picksContactDivision()) {
      return "";
    }
    List<Division> own =
        scope.divisions().stream()
            .filter(division -> division.kind() != Division.Kind.STARRED)
            .toList();
    return own.stream()
        .filter(division -> division.kind() == Division.Kind.HOME)
        .findFirst()
        .or(() -> own.stream().findFirst())
        .map(Division::wireId)
        .orElse("*");
  }
}
