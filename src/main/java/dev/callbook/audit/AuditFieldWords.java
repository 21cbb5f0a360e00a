package dev.callbook.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.change.Change;
import dev.callbook.change.HistoryView.Field;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the log says of everything but contacts and organizations, field by field, in words.
@ApplicationScoped
class AuditFieldWords {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

  /// How the field of a telephone begins; its number follows.
  private static final String DEVICE = "device ";

  private final Words words;

  AuditFieldWords(Words words) {
    this.words = words;
  }

  /// The ids that an entry's fields mention.
  static Set<UUID> idsIn(Change change) {
    Set<UUID> ids = new HashSet<>();
    Stream.of(change.before(), change.after())
        .filter(Objects::nonNull)
        .forEach(fields -> collect(fields, ids));
    return ids;
  }

  private static void collect(JsonNode value, Set<UUID> ids) {
    if (value.isTextual()) {
      id(value).ifPresent(ids::add);
    }
    value.forEach(each -> collect(each, ids));
  }

  private static Optional<UUID> id(JsonNode value) {
    return ID.matcher(value.asText()).matches()
        ? Optional.of(UUID.fromString(value.asText()))
        : Optional.empty();
  }

  /// @param named what has an id; empty if that is not known
  List<Field> fields(Change change, Function<UUID, String> named) {
    Set<String> names = new TreeSet<>();
    Stream.of(change.before(), change.after())
        .filter(Objects::nonNull)
        .forEach(fields -> fields.fieldNames().forEachRemaining(names::add));
    // Says what the id beside it is of; its name says so too.
    names.remove("subjectKind");
    return names.stream()
        .map(name ->
            new Field(
                name,
                label(name),
                text(change.before(), name, named),
                text(change.after(), name, named),
                false))
        .filter(field -> !field.before().equals(field.after()))
        .toList();
  }

  private String text(@Nullable ObjectNode fields, String name, Function<UUID, String> named) {
    JsonNode value = fields == null ? null : fields.get(name);
    return value == null ? "" : text(value, named);
  }

  private String text(JsonNode value, Function<UUID, String> named) {
    if (value.isBoolean()) {
      WebMessages say = words.of(WebMessages.class);
      return value.booleanValue() ? say.yes() : say.no();
    }
    if (value.isValueNode()) {
      return id(value)
          .map(named)
          .filter(name -> !name.isEmpty())
          .orElseGet(() -> value.isNull() ? "" : value.asText());
    }
    if (value.isArray()) {
      return joined(value.valueStream(), named);
    }
    boolean isFlat = value.valueStream().allMatch(JsonNode::isValueNode);
    // A schema's document says more by its keys than by its values.
    return isFlat ? joined(value.valueStream(), named) : value.toString();
  }

  private String joined(Stream<JsonNode> values, Function<UUID, String> named) {
    return values
        .map(each -> text(each, named))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String label(String field) {
    AuditMessages say = words.of(AuditMessages.class);
    WebMessages shared = words.of(WebMessages.class);
    return switch (field) {
      case "name" -> shared.name();
      case "email" -> shared.email();
      case "password" -> shared.password();
      case "active", "enabled" -> say.active();
      case "description" -> say.description();
      case "permissions" -> say.permissions();
      case "grants" -> say.rolesAndDivisions();
      case "grant" -> say.actsAs();
      case "secret", "secretChangedAt" -> say.secret();
      case "tokenSeconds" -> say.tokenSeconds();
      case "redirectUris" -> say.redirectAddresses();
      case "scopes" -> say.scopes();
      case "client" -> say.client();
      case "noteText" -> say.note();
      case "subjectId" -> say.writtenAbout();
      case "relationship" -> say.relationship();
      case "user" -> say.user();
      case "organization" -> say.organization();
      case "contactId" -> say.contact();
      case "region", "defaultRegion" -> say.region();
      case "outsideLine" -> say.outsideLine();
      case "international" -> say.international();
      case "national" -> say.national();
      case "withoutPlus" -> say.withoutPlus();
      case "keptNumber" -> say.keptNumber();
      case "readAs" -> say.readAs();
      case "kind" -> say.whatFilter();
      case "divisions" -> say.divisions();
      case "query" -> say.conditions();
      case "format" -> say.format();
      case "deleted" -> say.deleted();
      case "order" -> say.order();
      case "jsonSchema" -> say.document();
      case "appliesTo" -> say.appliesTo();
      case "link" -> say.link();
      case "mappings" -> say.columns();
      case "externalSettingsId" -> say.importSettings();
      case "picksContactDivision" -> say.picksContactDivision();
      case "picksInteractionDivision" -> say.picksInteractionDivision();
      case "tellsHiddenContact" -> say.tellsHiddenContact();
      case "auditRetentionDays" -> say.auditRetentionDays();
      case "idleSeconds" -> say.idleSeconds();
      default -> field.startsWith(DEVICE) ? say.device(field.substring(DEVICE.length())) : field;
    };
  }
}
