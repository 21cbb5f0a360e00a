package dev.callbook.access;

import static dev.callbook.access.Permission.CONTACT_ADD;
import static dev.callbook.access.Permission.CONTACT_DELETE;
import static dev.callbook.access.Permission.CONTACT_EDIT;
import static dev.callbook.access.Permission.CONTACT_VIEW;
import static dev.callbook.access.Permission.CONVERSATION_ASSOCIATE;
import static dev.callbook.access.Permission.DIVISION_VIEW;
import static dev.callbook.access.Permission.HOME_VIEW;
import static dev.callbook.access.Permission.IMPORT_ADD;
import static dev.callbook.access.Permission.IMPORT_VIEW;
import static dev.callbook.access.Permission.INTERACTION_VIEW;
import static dev.callbook.access.Permission.ORGANIZATION_ADD;
import static dev.callbook.access.Permission.ORGANIZATION_DELETE;
import static dev.callbook.access.Permission.ORGANIZATION_EDIT;
import static dev.callbook.access.Permission.ORGANIZATION_VIEW;
import static dev.callbook.access.Permission.ROLE_VIEW;
import static dev.callbook.access.Permission.USER_VIEW;
import static dev.callbook.access.Permission.WORKSPACE_USE;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A named set of permissions. Built-in roles cannot be changed; an organization adds its own.
///
/// @param description null for none
public record Role(
    UUID id,
    String name,
    @Nullable String description,
    boolean builtIn,
    Set<Permission> permissions,
    int version) {
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    if (description != null) {
      fields.put("description", description);
    }
    fields.put("permissions", List.of(Permission.valuesOf(permissions)));
    return fields;
  }

  /// What every organization starts with.
  enum BuiltIn {
    ADMIN("Admin"),
    SUPERVISOR("Supervisor"),
    AGENT("Agent");

    private final String title;

    BuiltIn(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    Set<Permission> permissions() {
      return switch (this) {
        case ADMIN -> EnumSet.allOf(Permission.class);
        case SUPERVISOR ->
            EnumSet.of(
                CONTACT_VIEW,
                CONTACT_ADD,
                CONTACT_EDIT,
                CONTACT_DELETE,
                ORGANIZATION_VIEW,
                ORGANIZATION_ADD,
                ORGANIZATION_EDIT,
                ORGANIZATION_DELETE,
                CONVERSATION_ASSOCIATE,
                IMPORT_VIEW,
                IMPORT_ADD,
                INTERACTION_VIEW,
                WORKSPACE_USE,
                USER_VIEW,
                DIVISION_VIEW,
                ROLE_VIEW,
                HOME_VIEW);
        case AGENT ->
            EnumSet.of(
                CONTACT_VIEW,
                CONTACT_ADD,
                CONTACT_EDIT,
                ORGANIZATION_VIEW,
                ORGANIZATION_ADD,
                CONVERSATION_ASSOCIATE,
                INTERACTION_VIEW,
                WORKSPACE_USE);
      };
    }
  }
}
