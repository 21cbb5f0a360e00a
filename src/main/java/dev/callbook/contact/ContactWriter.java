package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactJson.AppleJson;
import dev.callbook.contact.ContactJson.EmailJson;
import dev.callbook.contact.ContactJson.FacebookJson;
import dev.callbook.contact.ContactJson.IdentifierJson;
import dev.callbook.contact.ContactJson.InstagramJson;
import dev.callbook.contact.ContactJson.LineJson;
import dev.callbook.contact.ContactJson.LineUserJson;
import dev.callbook.contact.ContactJson.ScopedJson;
import dev.callbook.contact.ContactJson.TwitterJson;
import dev.callbook.contact.ContactJson.WhatsAppJson;
import dev.callbook.contact.Identifiers.Held;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.directory.PhoneJson;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.References.EntityRef;
import dev.callbook.directory.References.ExternalIdJson;
import dev.callbook.directory.References.SchemaJson;
import dev.callbook.externalsource.ExternalSourceWriter;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes contacts as JSON. One statement more at most for each of what is expanded, however many
/// contacts.
@ApplicationScoped
public class ContactWriter {
  /// What a single contact and lists of contacts can expand.
  public static final Set<String> EXPAND =
      Set.of(
          "externalOrganization",
          "externalDataSources",
          "identifiers",
          "externalSources",
          "division");

  private final Organizations organizations;
  private final Identifiers identifiers;
  private final ExternalSourceWriter sources;

  ContactWriter(
      Organizations organizations, Identifiers identifiers, ExternalSourceWriter sources) {
    this.organizations = organizations;
    this.identifiers = identifiers;
    this.sources = sources;
  }

  /// A contact as its JSON.
  public ContactJson write(Scope scope, Contact contact, Set<String> expand) {
    return write(scope, List.of(contact), expand).getFirst();
  }

  /// Contacts as their JSON, in the same order.
  public List<ContactJson> write(Scope scope, Collection<Contact> contacts, Set<String> expand) {
    Map<UUID, OrganizationJson> linked =
        linked(scope, contacts, expand.contains("externalOrganization"));
    Map<UUID, ExternalSourceJson> whole =
        expand.contains("externalSources")
            ? sources.expanded(
                scope, contacts.stream().flatMap(c -> c.details().externalIds().stream()).toList())
            : Map.of();
    Map<ContactId, List<Held>> held =
        expand.contains("identifiers") ? identifiers.of(scope, contacts) : Map.of();
    Linked others = new Linked(linked, whole, held);
    return contacts.stream().map(contact -> toJson(scope, contact, expand, others)).toList();
  }

  /// What contacts point at, and what they hold, by id.
  private record Linked(
      Map<UUID, OrganizationJson> organizations,
      Map<UUID, ExternalSourceJson> sources,
      Map<ContactId, List<Held>> identifiers) {}

  private Map<UUID, OrganizationJson> linked(
      Scope scope, Collection<Contact> contacts, boolean whole) {
    Set<UUID> ids =
        contacts.stream()
            .map(contact -> contact.details().organization())
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    Map<UUID, OrganizationJson> linked = new LinkedHashMap<>();
    ids.forEach(id -> linked.put(id, OrganizationJson.reference(id)));
    if (whole) {
      organizations
          .find(scope, ids.stream().map(OrganizationId::new).toList())
          .forEach(
              (id, found) -> linked.put(id.value(), OrganizationJson.of(scope, found, Set.of())));
    }
    return linked;
  }

  private static ContactJson toJson(
      Scope scope, Contact contact, Set<String> expand, Linked linked) {
    ContactDetails d = contact.details();
    Map<String, ContactPhone> phones = firstOf(d.phones());
    Map<String, String> emails = new LinkedHashMap<>();
    d.emails().forEach(email -> emails.putIfAbsent(email.label(), email.address()));
    return new ContactJson(
        contact.id().toString(),
        DivisionJson.of(scope, contact.division()),
        d.firstName(),
        d.middleName(),
        d.lastName(),
        d.salutation(),
        d.title(),
        slot(phones, "work"),
        slot(phones, "cell"),
        slot(phones, "home"),
        slot(phones, "other"),
        emails.get("work"),
        emails.get("personal"),
        emails.get("other"),
        orNull(d.phones().stream().map(p -> PhoneJson.of(p.label(), p.number())).toList()),
        orNull(d.emails().stream().map(e -> new EmailJson(e.label(), e.address())).toList()),
        d.address(),
        twitter(d.handles().twitter()),
        line(d.handles().line()),
        whatsApp(d.handles().whatsApp()),
        facebook(d.handles().facebook()),
        instagram(d.handles().instagram()),
        orNull(d.handles().apple().stream().map(AppleJson::new).toList()),
        ExternalIdJson.of(d.externalIds(), linked.sources()),
        expand.contains("identifiers") ? identifiers(scope, contact, linked) : null,
        contact.modifiedAt(),
        contact.createdAt(),
        d.organization() == null ? null : linked.organizations().get(d.organization()),
        d.surveyOptOut(),
        d.externalSystemUrl(),
        SchemaJson.of(d.schema()),
        d.customFields(),
        expand.contains("externalDataSources") ? List.of() : null,
        contact.type(),
        contact.mergeSet().isMerged() ? ref(contact.mergeSet().canonical()) : null,
        contact.mergeSet().isMerged() ? refs(contact.mergeSet().members()) : null,
        orNull(refs(contact.mergeSet().mergedFrom(contact.id()))),
        ref(contact.mergeSet().mergedTo().get(contact.id())),
        contact.version(),
        path(contact.id()));
  }

  private static String path(ContactId id) {
    return ContactJson.PATH + "/" + id;
  }

  /// A contact known by id. Source: model `ContactAddressableEntityRef`.
  public static EntityRef reference(ContactId id) {
    return new EntityRef(id.toString(), path(id));
  }

  private static @Nullable EntityRef ref(@Nullable ContactId id) {
    return id == null ? null : reference(id);
  }

  private static List<EntityRef> refs(List<ContactId> ids) {
    return ids.stream().map(ContactWriter::reference).toList();
  }

  private static Map<String, ContactPhone> firstOf(List<ContactPhone> phones) {
    Map<String, ContactPhone> first = new LinkedHashMap<>();
    phones.forEach(phone -> first.putIfAbsent(phone.label(), phone));
    return first;
  }

  private static @Nullable PhoneJson slot(Map<String, ContactPhone> phones, String label) {
    ContactPhone phone = phones.get(label);
    return phone == null ? null : PhoneJson.of(null, phone.number());
  }

  private static <T> @Nullable List<T> orNull(List<T> items) {
    return items.isEmpty() ? null : items;
  }

  private static @Nullable TwitterJson twitter(Handles.@Nullable Twitter twitter) {
    return twitter == null
        ? null
        : new TwitterJson(
            twitter.id(),
            twitter.name(),
            twitter.screenName(),
            twitter.screenName() == null ? null : "https://x.com/" + twitter.screenName());
  }

  private static @Nullable LineJson line(Handles.@Nullable Scoped line) {
    return line == null
        ? null
        : new LineJson(
            line.id() == null ? null : List.of(new LineUserJson(line.id())), line.displayName());
  }

  private static @Nullable FacebookJson facebook(Handles.@Nullable Scoped facebook) {
    return facebook == null
        ? null
        : new FacebookJson(
            facebook.id() == null ? null : List.of(new ScopedJson(facebook.id())),
            facebook.displayName());
  }

  private static @Nullable InstagramJson instagram(Handles.@Nullable Instagram instagram) {
    return instagram == null
        ? null
        : new InstagramJson(
            instagram.id() == null ? null : List.of(new ScopedJson(instagram.id())),
            instagram.displayName(),
            instagram.handle());
  }

  private static @Nullable WhatsAppJson whatsApp(Handles.@Nullable WhatsApp whatsApp) {
    return whatsApp == null
        ? null
        : new WhatsAppJson(PhoneJson.of(null, whatsApp.number()), whatsApp.displayName());
  }

  private static List<IdentifierJson> identifiers(Scope scope, Contact contact, Linked linked) {
    return linked.identifiers().getOrDefault(contact.id(), List.of()).stream()
        .map(held -> write(scope, contact, held, linked.sources()))
        .toList();
  }

  /// One of a contact's identifiers as its JSON.
  public static IdentifierJson write(Scope scope, Contact contact, Held held) {
    return write(scope, contact, held, Map.of());
  }

  private static IdentifierJson write(
      Scope scope, Contact contact, Held held, Map<UUID, ExternalSourceJson> whole) {
    UUID source = held.identifier().source();
    return new IdentifierJson(
        DivisionJson.of(scope, contact.division()),
        held.identifier().type().name(),
        held.identifier().value(),
        held.since(),
        source == null ? null : whole.getOrDefault(source, ExternalSourceJson.reference(source)));
  }
}
