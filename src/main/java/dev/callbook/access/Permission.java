package dev.callbook.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a role can allow, named as in the public API: `domain:entity:action`.
public enum Permission {
  CONTACT_VIEW("externalContacts:contact:view", "relate:contact:view"),
  CONTACT_ADD("externalContacts:contact:add", "relate:contact:add"),
  CONTACT_EDIT("externalContacts:contact:edit", "relate:contact:edit"),
  CONTACT_DELETE("externalContacts:contact:delete", "relate:contact:delete"),
  ORGANIZATION_VIEW(
      "externalContacts:externalOrganization:view", "relate:externalOrganization:view"),
  ORGANIZATION_ADD("externalContacts:externalOrganization:add", "relate:externalOrganization:add"),
  ORGANIZATION_EDIT(
      "externalContacts:externalOrganization:edit", "relate:externalOrganization:edit"),
  ORGANIZATION_DELETE(
      "externalContacts:externalOrganization:delete", "relate:externalOrganization:delete"),
  CONVERSATION_ASSOCIATE(
      "externalContacts:conversation:associate", "relate:conversation:associate"),
  CONTACT_SEARCH("externalContacts:contact:search"),
  CONTACT_VIEW_ALL("externalContacts:contact:viewAll"),
  CONTACT_ENRICH("externalContacts:contact:enrich"),
  ORGANIZATION_SEARCH("externalContacts:externalOrganization:search"),
  ORGANIZATION_VIEW_ALL("externalContacts:externalOrganization:viewAll"),
  ORGANIZATION_ENRICH("externalContacts:externalOrganization:enrich"),
  IDENTITY_MERGE("externalContacts:identity:merge"),
  IDENTITY_PROMOTE("externalContacts:identity:promote"),
  CUSTOM_FIELDS_VIEW("externalContacts:customFields:view"),
  CUSTOM_FIELDS_ADD("externalContacts:customFields:add"),
  CUSTOM_FIELDS_EDIT("externalContacts:customFields:edit"),
  EXTERNAL_SOURCE_VIEW("externalContacts:externalSource:view"),
  EXTERNAL_SOURCE_ADD("externalContacts:externalSource:add"),
  EXTERNAL_SOURCE_EDIT("externalContacts:externalSource:edit"),
  EXTERNAL_SOURCE_DELETE("externalContacts:externalSource:delete"),
  EXPORT_VIEW("externalContacts:export:view"),
  EXPORT_ADD("externalContacts:export:add"),
  IMPORT_VIEW("externalContacts:importJob:view"),
  IMPORT_VIEW_ALL("externalContacts:importJob:viewAll"),
  IMPORT_ADD("externalContacts:importJob:add"),
  IMPORT_EDIT("externalContacts:importJob:edit"),
  IMPORT_SETTINGS_VIEW("externalContacts:importSettings:view"),
  IMPORT_SETTINGS_VIEW_ALL("externalContacts:importSettings:viewAll"),
  IMPORT_SETTINGS_ADD("externalContacts:importSettings:add"),
  IMPORT_SETTINGS_EDIT("externalContacts:importSettings:edit"),
  IMPORT_SETTINGS_DELETE("externalContacts:importSettings:delete"),
  CSV_JOB_ADD("externalContacts:importCsvJob:add"),
  CSV_SETTINGS_VIEW("externalContacts:importCsvSettings:view"),
  CSV_SETTINGS_ADD("externalContacts:importCsvSettings:add"),
  CSV_SETTINGS_EDIT("externalContacts:importCsvSettings:edit"),
  CSV_SETTINGS_DELETE("externalContacts:importCsvSettings:delete"),
  CSV_UPLOAD_VIEW("externalContacts:importCsvUpload:view"),
  CSV_UPLOAD_ADD("externalContacts:importCsvUpload:add"),
  SETTINGS_VIEW("externalContacts:settings:view"),
  SETTINGS_EDIT("externalContacts:settings:edit"),
  SETTINGS_DELETE("externalContacts:settings:delete"),
  INTERACTION_REPORT("callbook:interaction:report"),
  INTERACTION_VIEW("callbook:interaction:view"),
  SOURCE_VIEW("callbook:source:view"),
  SOURCE_EDIT("callbook:source:edit"),
  WORKSPACE_USE("callbook:workspace:use"),
  USER_VIEW("directory:user:view"),
  USER_ADD("directory:user:add"),
  USER_EDIT("directory:user:edit"),
  DIVISION_VIEW("authorization:division:view"),
  DIVISION_ADD("authorization:division:add"),
  DIVISION_EDIT("authorization:division:edit"),
  DIVISION_DELETE("authorization:division:delete"),
  DIVISION_DELETED_VIEW("authorization:divisionDeleted:view"),
  ROLE_VIEW("authorization:role:view"),
  ROLE_ADD("authorization:role:add"),
  ROLE_EDIT("authorization:role:edit"),
  ROLE_DELETE("authorization:role:delete"),
  GRANT_VIEW("authorization:grant:view"),
  GRANT_ADD("authorization:grant:add"),
  GRANT_DELETE("authorization:grant:delete"),
  ORG_ADMIN("directory:organization:admin"),
  TOKEN_DELETE("oauth:token:delete"),
  CLIENT_VIEW("oauth:client:view"),
  CLIENT_ADD("oauth:client:add"),
  CLIENT_EDIT("oauth:client:edit"),
  CLIENT_DELETE("oauth:client:delete"),
  AUDIT_VIEW("audits:audit:view"),
  HOME_VIEW("callbook:home:view");

  private static final Map<String, Permission> BY_VALUE =
      Arrays.stream(values())
          .flatMap(p -> p.names().stream().map(name -> Map.entry(name, p)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /// What belongs to a division, or leads to what does; everything else belongs to the whole
  /// organization, wherever the permission is held.
  private static final Set<String> DIVIDED =
      Set.of(
          "externalContacts:contact",
          "externalContacts:externalOrganization",
          "externalContacts:conversation",
          "externalContacts:identity",
          "externalContacts:export",
          "externalContacts:importJob",
          "externalContacts:importCsvJob",
          "externalContacts:importCsvUpload",
          "callbook:interaction:view");

  private final String value;
  private final @Nullable String alias;

  Permission(String value) {
    this(value, null);
  }

  Permission(String value, @Nullable String alias) {
    this.value = value;
    this.alias = alias;
  }

  /// The name on the wire.
  public String value() {
    return value;
  }

  /// Whether it matters in which division it is held; otherwise it holds for the whole organization
  /// as soon as it is held anywhere.
  public boolean isDivided() {
    return DIVIDED.contains(value) || DIVIDED.contains(value.substring(0, value.lastIndexOf(':')));
  }

  private List<String> names() {
    return alias == null ? List.of(value) : List.of(value, alias);
  }

  /// @param value a name on the wire, old aliases included; empty if it is none of ours
  public static Optional<Permission> of(String value) {
    return Optional.ofNullable(BY_VALUE.get(value));
  }

  /// Names that are no longer ours are passed over, so that an old database starts under a newer
  /// version.
  static Set<Permission> ofValues(String[] values) {
    return Arrays.stream(values)
        .flatMap(value -> of(value).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  static String[] valuesOf(java.util.Collection<Permission> permissions) {
    Function<Permission, String> name = Permission::value;
    return permissions.stream().map(name).sorted().toArray(String[]::new);
  }
}
