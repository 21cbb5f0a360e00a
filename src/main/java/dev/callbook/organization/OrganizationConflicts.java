package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.change.Change;
import dev.callbook.change.Changes;
import dev.callbook.change.Conflict;
import dev.callbook.change.Conflict.Difference;
import dev.callbook.customfield.CustomFieldForms;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Where two people edited the same organization: what differs, field by field.
@ApplicationScoped
class OrganizationConflicts {
  private final Changes changes;
  private final CustomFieldForms customFields;
  private final Words words;

  OrganizationConflicts(Changes changes, CustomFieldForms customFields, Words words) {
    this.changes = changes;
    this.customFields = customFields;
    this.words = words;
  }

  Conflict between(Scope scope, Organization saved, OrganizationPost yours) {
    String by =
        changes.of(scope, saved.id().value(), null, 1).stream()
            .map(Change::actorName)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("Callbook");
    var theirs = OrganizationPost.of(saved.details()).fields();
    Stream<Difference> usual =
        yours.fields().entrySet().stream()
            .map(field ->
                new Difference(
                    field.getKey(),
                    label(field.getKey()),
                    line(theirs.getOrDefault(field.getKey(), "")),
                    line(field.getValue())))
            .filter(difference -> !difference.saved().equals(difference.yours()));
    List<Difference> custom =
        customFields.differences(
            scope, SchemaKind.ORGANIZATION, saved.details().custom(), yours.custom());
    return new Conflict(by, saved.modifiedAt(), Stream.concat(usual, custom.stream()).toList());
  }

  /// Several lines in one.
  private static String line(String typed) {
    return String.join(", ", typed.strip().split("\\s*\\R\\s*"));
  }

  private String label(String field) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    WebMessages shared = words.of(WebMessages.class);
    return switch (field) {
      case "name" -> shared.name();
      case "industry" -> say.industry();
      case "employeeCount" -> say.employees();
      case "phoneNumber" -> say.mainNumber();
      case "faxNumber" -> say.faxNumber();
      case "websites" -> say.websites();
      case "tags" -> say.tags();
      case "address1" -> shared.addressLine1();
      case "address2" -> shared.addressLine2();
      case "postalCode" -> shared.postalCode();
      case "city" -> shared.city();
      case "state" -> shared.state();
      case "countryCode" -> shared.country();
      case "externalSystemUrl" -> say.externalSystemLink();
      default -> field;
    };
  }
}
