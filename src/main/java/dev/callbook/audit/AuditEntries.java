package dev.callbook.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Access;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.HistoryView.Field;
import dev.callbook.change.Sight;
import dev.callbook.change.Subject;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactFieldWords;
import dev.callbook.contact.ContactHeaders;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.SchemaRef;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationFieldWords;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts entries of the log into words, a page of them at a time: what they name is read once for
/// all, and only as far as the viewer may see it.
@ApplicationScoped
public class AuditEntries {
  private final Contacts contacts;
  private final Organizations organizations;
  private final Divisions divisions;
  private final AuditNameStore names;
  private final ContactFieldWords contactFields;
  private final OrganizationFieldWords organizationFields;
  private final AuditFieldWords otherFields;
  private final Words words;

  AuditEntries(
      Contacts contacts,
      Organizations organizations,
      Divisions divisions,
      AuditNameStore names,
      ContactFieldWords contactFields,
      OrganizationFieldWords organizationFields,
      AuditFieldWords otherFields,
      Words words) {
    this.contacts = contacts;
    this.organizations = organizations;
    this.divisions = divisions;
    this.names = names;
    this.contactFields = contactFields;
    this.organizationFields = organizationFields;
    this.otherFields = otherFields;
    this.words = words;
  }

  /// What the entries of a page name, as far as the viewer may see it.
  ///
  /// @param organizationNames those that contacts' fields mention, by id
  /// @param others names of what belongs to no division
  private record Named(
      Map<UUID, Contact> contacts,
      Map<UUID, Organization> organizations,
      Map<String, String> organizationNames,
      Map<UUID, String> others,
      Map<DivisionId, Division> divisions) {}

  /// @param scope what the permission to audit lets the viewer see
  public List<AuditEntry> inWords(Access viewer, Scope scope, List<Change> changes) {
    Sight sight = new Sight(viewer);
    Named named = named(viewer, scope, changes.stream().filter(sight::sees).toList());
    return changes.stream()
        .map(change -> entry(viewer, scope, change, sight.sees(change), named))
        .toList();
  }

  private Named named(Access viewer, Scope scope, List<Change> changes) {
    Set<UUID> ids = new HashSet<>();
    for (Change change : changes) {
      ids.add(change.subjectId());
      if (change.subject() != Subject.CONTACT && change.subject() != Subject.ORGANIZATION) {
        ids.addAll(AuditFieldWords.idsIn(change));
      }
    }
    Optional<Scope> people = scopeFor(viewer, Permission.CONTACT_VIEW);
    Optional<Scope> companies = scopeFor(viewer, Permission.ORGANIZATION_VIEW);
    return new Named(
        people
            .map(view ->
                contacts.find(view, ids.stream().map(ContactId::new).toList()).entrySet().stream()
                    .collect(
                        Collectors.toMap(found -> found.getKey().value(), Map.Entry::getValue)))
            .orElse(Map.of()),
        companies
            .map(view ->
                organizations
                    .find(view, ids.stream().map(OrganizationId::new).toList())
                    .entrySet()
                    .stream()
                    .collect(
                        Collectors.toMap(found -> found.getKey().value(), Map.Entry::getValue)))
            .orElse(Map.of()),
        companies
            .map(view ->
                contactFields.organizationNames(
                    view, changes.stream().filter(c -> c.subject() == Subject.CONTACT).toList()))
            .orElse(Map.of()),
        names.names(scope, ids),
        divisions.all(scope.org()).stream()
            .collect(Collectors.toMap(Division::id, Function.identity())));
  }

  private static Optional<Scope> scopeFor(Access viewer, Permission permission) {
    return viewer.may(permission)
        ? Optional.of(viewer.scope(permission, Origin.PAGE))
        : Optional.empty();
  }

  private AuditEntry entry(Access viewer, Scope scope, Change change, boolean isSeen, Named named) {
    List<Field> fields = isSeen ? fields(scope, change, named) : List.of();
    UUID actor = change.actorId();
    Division division = change.division() == null ? null : named.divisions().get(change.division());
    return new AuditEntry(
        change.id().toString(),
        icon(change),
        what(change),
        isSeen ? nameOf(change, named) : "",
        isSeen ? pathOf(viewer, change, named) : null,
        AuditFilter.PATH + "?record=" + change.subjectId(),
        who(change),
        actor == null ? null : AuditFilter.PATH + "?who=" + actor,
        via(change),
        change.originId() == null ? null : AuditFilter.PATH + "?within=" + change.originId(),
        change.at(),
        division == null ? "" : words.nameOf(division),
        fields,
        !isSeen,
        change.isForgotten());
  }

  private static String icon(Change change) {
    if (isMerge(change)) {
      return "git-merge";
    }
    return switch (change.action()) {
      case ADDED -> "plus";
      case CHANGED -> "pencil";
      case REMOVED -> "trash";
    };
  }

  private static boolean isMerge(Change change) {
    return change.subject() == Subject.CONTACT
        && Stream.of(change.before(), change.after())
            .filter(Objects::nonNull)
            .anyMatch(fields -> fields.has("mergedTo") || fields.has("mergedFrom"));
  }

  private String what(Change change) {
    AuditMessages say = words.of(AuditMessages.class);
    if (isMerge(change)) {
      return contactFields.merge(change).orElse(say.merged());
    }
    if (change.subject() == Subject.CONTACT && contactFields.merge(change).isPresent()) {
      return contactFields.merge(change).get();
    }
    String kind = kindOf(change.subject());
    return switch (change.action()) {
      case ADDED -> change.subject() == Subject.GRANT ? say.rolesGiven() : say.wasAdded(kind);
      case CHANGED -> say.wasChanged(kind);
      case REMOVED -> change.subject() == Subject.GRANT ? say.rolesTaken() : say.wasRemoved(kind);
    };
  }

  /// What a kind of record is called.
  String kindOf(Subject subject) {
    AuditMessages say = words.of(AuditMessages.class);
    return switch (subject) {
      case CONTACT -> say.contact();
      case ORGANIZATION -> say.organization();
      case NOTE -> say.note();
      case RELATIONSHIP -> say.relationship();
      case INTERACTION -> say.interaction();
      case USER -> say.user();
      case CLIENT -> say.client();
      case GRANT -> say.grant();
      case ROLE -> say.role();
      case DIVISION -> say.division();
      case CONSENT -> say.consent();
      case SOURCE -> say.source();
      case EXPORT -> say.export();
      case IMPORT_SETTINGS -> say.importSettings();
      case EXTERNAL_SOURCE -> say.externalSource();
      case SCHEMA -> say.schema();
      case DUPLICATE -> say.duplicate();
      case SETTING -> say.setting();
    };
  }

  private String who(Change change) {
    AuditMessages say = words.of(AuditMessages.class);
    String name = change.actorName();
    return name != null ? name : change.actorId() == null ? "Callbook" : say.someoneGone();
  }

  private String via(Change change) {
    AuditMessages say = words.of(AuditMessages.class);
    return switch (change.origin()) {
      case "api" -> say.byApi();
      case "import" -> say.byImport();
      case "interaction" -> say.duringCall();
      // Of what Callbook did itself, its name says so.
      case "system" -> change.actorId() == null ? "" : say.byItself();
      default -> "";
    };
  }

  private List<Field> fields(Scope scope, Change change, Named named) {
    return switch (change.subject()) {
      case CONTACT -> {
        Contact contact = named.contacts().get(change.subjectId());
        SchemaRef schema = contact == null ? schemaIn(change) : contact.details().schema();
        yield contactFields.fields(
            change, contactFields.reading(scope, named.organizationNames(), schema));
      }
      case ORGANIZATION -> {
        Organization organization = named.organizations().get(change.subjectId());
        SchemaRef schema =
            organization == null ? schemaIn(change) : organization.details().schema();
        yield organizationFields.fields(scope, change, schema);
      }
      case NOTE,
          RELATIONSHIP,
          INTERACTION,
          USER,
          CLIENT,
          GRANT,
          ROLE,
          DIVISION,
          CONSENT,
          SOURCE,
          EXPORT,
          IMPORT_SETTINGS,
          EXTERNAL_SOURCE,
          SCHEMA,
          DUPLICATE,
          SETTING ->
          otherFields.fields(change, id -> nameOf(id, named));
    };
  }

  private static @Nullable SchemaRef schemaIn(Change change) {
    return sides(change)
        .map(fields -> fields.path("schema"))
        .filter(schema -> schema.path("id").isTextual() && schema.path("version").isInt())
        .map(schema ->
            new SchemaRef(
                UUID.fromString(schema.path("id").asText()), schema.path("version").asInt()))
        .findFirst()
        .orElse(null);
  }

  /// The newer side first.
  private static Stream<ObjectNode> sides(Change change) {
    return Stream.of(change.after(), change.before()).filter(Objects::nonNull);
  }

  /// Whatever has this id; empty if nothing has that the viewer may see.
  private String nameOf(UUID id, Named named) {
    Contact contact = named.contacts().get(id);
    if (contact != null) {
      return ContactHeaders.nameOf(contact.details());
    }
    Organization organization = named.organizations().get(id);
    if (organization != null) {
      return organization.details().name();
    }
    Division division = named.divisions().get(new DivisionId(id));
    return division == null ? named.others().getOrDefault(id, "") : words.nameOf(division);
  }

  private String nameOf(Change change, Named named) {
    String now = nameOf(aboutWhom(change), named);
    if (!now.isEmpty()) {
      return now;
    }
    String then =
        sides(change)
            .map(fields ->
                change.subject() == Subject.CONTACT
                    ? text(fields, "firstName", "middleName", "lastName")
                    : text(fields, "name"))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return then;
  }

  private static String text(ObjectNode fields, String... names) {
    return Arrays.stream(names)
        .map(name -> fields.path(name).asText(""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// The record an entry is about, or the one that has it.
  private static UUID aboutWhom(Change change) {
    String owner =
        switch (change.subject()) {
          case NOTE -> "subjectId";
          case RELATIONSHIP -> "organization";
          case INTERACTION -> "contactId";
          default -> "";
        };
    return sides(change)
        .map(fields -> fields.path(owner))
        .filter(JsonNode::isTextual)
        .map(id -> UUID.fromString(id.asText()))
        .findFirst()
        .orElse(change.subjectId());
  }

  private static @Nullable String pathOf(Access viewer, Change change, Named named) {
    UUID whom = aboutWhom(change);
    if (named.contacts().containsKey(whom)) {
      return "/contacts/" + whom + (change.subject() == Subject.NOTE ? "/notes" : "");
    }
    if (named.organizations().containsKey(whom)) {
      return "/organizations/"
          + whom
          + switch (change.subject()) {
            case NOTE -> "/notes";
            case RELATIONSHIP -> "/relationships";
            default -> "";
          };
    }
    return switch (change.subject()) {
      case USER, GRANT, DIVISION, ROLE -> viewer.may(Permission.USER_VIEW) ? "/people" : null;
      case CLIENT -> viewer.may(Permission.CLIENT_VIEW) ? "/clients" : null;
      case SOURCE -> viewer.may(Permission.SOURCE_VIEW) ? "/number-bench" : null;
      default -> null;
    };
  }
}
