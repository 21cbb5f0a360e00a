package dev.callbook.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.directory.Address;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.directory.PhoneJson;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.References.EntityRef;
import dev.callbook.directory.References.ExternalIdJson;
import dev.callbook.directory.References.SchemaJson;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.wire.Bulk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact on the wire. Source: model `ExternalContact`.
///
/// `phoneNumbers`, `emailAddresses` and `version` are our additions: the slots (`workPhone`, …)
/// show the first number of their label only, the lists show all. The four fields about merges are
/// absent from a contact that was never merged.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactJson(
    @Nullable String id,
    @Nullable DivisionJson division,
    @Nullable String firstName,
    @Nullable String middleName,
    @Nullable String lastName,
    @Nullable String salutation,
    @Nullable String title,
    @Nullable PhoneJson workPhone,
    @Nullable PhoneJson cellPhone,
    @Nullable PhoneJson homePhone,
    @Nullable PhoneJson otherPhone,
    @Nullable String workEmail,
    @Nullable String personalEmail,
    @Nullable String otherEmail,
    @Nullable List<PhoneJson> phoneNumbers,
    @Nullable List<EmailJson> emailAddresses,
    @Nullable Address address,
    @Nullable TwitterJson twitterId,
    @Nullable LineJson lineId,
    @Nullable WhatsAppJson whatsAppId,
    @Nullable FacebookJson facebookId,
    @Nullable InstagramJson instagramId,
    @Nullable List<AppleJson> appleOpaqueIds,
    @Nullable List<ExternalIdJson> externalIds,
    @Nullable List<IdentifierJson> identifiers,
    @Nullable Instant modifyDate,
    @Nullable Instant createDate,
    @Nullable OrganizationJson externalOrganization,
    @Nullable Boolean surveyOptOut,
    @Nullable String externalSystemUrl,
    @Nullable SchemaJson schema,
    @Nullable ObjectNode customFields,
    @Nullable List<Object> externalDataSources,
    @Nullable ContactType type,
    @Nullable EntityRef canonicalContact,
    @Nullable List<EntityRef> mergeSet,
    @Nullable List<EntityRef> mergedFrom,
    @Nullable EntityRef mergedTo,
    @Nullable Integer version,
    @Nullable String selfUri)
    implements Bulk.Identified {

  static final String PATH = "/api/v2/externalcontacts/contacts";

  /// One e-mail address with its label.
  public record EmailJson(@Nullable String label, @Nullable String address) {}

  /// Source: model `TwitterId`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TwitterJson(
      @Nullable String id,
      @Nullable String name,
      @Nullable String screenName,
      @Nullable String profileUrl) {}

  /// Source: model `LineId`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LineJson(@Nullable List<LineUserJson> ids, @Nullable String displayName) {}

  /// Source: model `LineUserId`.
  public record LineUserJson(@Nullable String userId) {}

  /// Source: model `FacebookId`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FacebookJson(@Nullable List<ScopedJson> ids, @Nullable String displayName) {}

  /// Source: models `FacebookScopedId`, `InstagramScopedId`.
  public record ScopedJson(@Nullable String scopedId) {}

  /// Source: model `InstagramId`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record InstagramJson(
      @Nullable List<ScopedJson> ids, @Nullable String displayName, @Nullable String handle) {}

  /// Source: model `WhatsAppId`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WhatsAppJson(@Nullable PhoneJson phoneNumber, @Nullable String displayName) {}

  /// Source: model `AppleOpaqueId`.
  public record AppleJson(@Nullable String value) {}

  /// A way to recognise the contact. Source: model `ContactIdentifier`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record IdentifierJson(
      @Nullable DivisionJson division,
      @Nullable String type,
      @Nullable String value,
      @Nullable Instant dateCreated,
      @Nullable ExternalSourceJson externalSource) {}
}
