package dev.callbook.lookup;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.ContactJson.IdentifierJson;
import dev.callbook.contact.ContactWriter;
import dev.callbook.directory.ExternalId;
import dev.callbook.organization.OrganizationIdentifierJson;
import dev.callbook.organization.OrganizationIdentifierReader;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.organization.Organizations;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The public API's look-ups. Translates; decides nothing.
@Path("/api/v2/externalcontacts")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LookupApi {
  private static final Set<String> EXPAND_REVERSE =
      Set.of("contacts.externalOrganization", "externalDataSources", "division");
  private static final Set<String> EXPAND =
      Set.of("externalOrganization", "identifiers", "externalSources", "division");

  /// Those who hold a number or an address; at most 25, the surest first. Source: model
  /// `ReverseWhitepagesLookupResult`.
  public record FoundJson(List<ContactJson> contacts) {}

  private final Identification identification;
  private final Organizations organizations;
  private final ContactWriter writer;
  private final Caller caller;

  LookupApi(
      Identification identification,
      Organizations organizations,
      ContactWriter writer,
      Caller caller) {
    this.identification = identification;
    this.organizations = organizations;
    this.writer = writer;
    this.caller = caller;
  }

  /// `getExternalcontactsReversewhitepageslookup`
  @GET
  @Path("reversewhitepageslookup")
  @Requires(Permission.CONTACT_VIEW)
  public FoundJson find(
      @QueryParam("lookupVal") @Nullable String lookupVal,
      @QueryParam("expand") @Nullable List<String> expand,
      @QueryParam("divisionId") @Nullable String divisionId) {
    if (Parse.isAbsent(lookupVal)) {
      throw new Invalid(
          "lookupVal", "required", "lookupVal holds an e-mail, a number or a screen name.");
    }
    Set<String> expanded =
        Parse.expand(expand, EXPAND_REVERSE).stream()
            .map(item -> item.replace("contacts.", ""))
            .collect(Collectors.toUnmodifiableSet());
    Scope scope =
        caller
            .scope()
            .within(
                "divisionId",
                Parse.isAbsent(divisionId) ? List.of() : List.of(String.valueOf(divisionId)));
    List<Contact> found =
        identification.anyOf(
            scope, Parse.text("lookupVal", String.valueOf(lookupVal)), caller.access().region());
    return new FoundJson(writer.write(scope, found, expanded));
  }

  /// `postExternalcontactsIdentifierlookupContacts`
  @POST
  @Path("identifierlookup/contacts")
  @Requires(Permission.CONTACT_VIEW)
  public ContactJson identify(
      @QueryParam("expand") @Nullable List<String> expand, @Nullable IdentifierJson identifier) {
    Scope scope = caller.scope();
    Set<String> expanded = Parse.expand(expand, EXPAND);
    if (identifier == null) {
      throw new Invalid("body", "required", "An identifier is needed as the request's body.");
    }
    Contact contact = identification.byIdentifier(scope, identifier, caller.access().region());
    return writer.write(scope, contact, expanded);
  }

  /// `postExternalcontactsIdentifierlookup`, deprecated upstream; the same as [#identify].
  @POST
  @Path("identifierlookup")
  @Requires(Permission.CONTACT_VIEW)
  public ContactJson identifyByOldPath(
      @QueryParam("expand") @Nullable List<String> expand, @Nullable IdentifierJson identifier) {
    return identify(expand, identifier);
  }

  /// `postExternalcontactsIdentifierlookupOrganizations`
  @POST
  @Path("identifierlookup/organizations")
  @Requires(Permission.ORGANIZATION_VIEW)
  public OrganizationJson identifyOrganization(
      @QueryParam("expand") @Nullable List<String> expand,
      @Nullable OrganizationIdentifierJson identifier) {
    Set<String> expanded =
        Parse.expand(expand, Set.of("identifiers", "externalSources", "division"));
    ExternalId id = OrganizationIdentifierReader.read("", identifier);
    Scope scope = caller.scope();
    return organizations
        .byExternalId(scope, id.source(), id.value())
        .map(found -> OrganizationJson.of(scope, found, expanded))
        .orElseThrow(() -> new NotFound("external organization", "by this identifier"));
  }
}
