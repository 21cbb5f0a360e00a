package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Divisions;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.Scans;
import dev.callbook.wire.CursorListing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All contacts, page by page.
@Path(ContactScanApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ContactScanApi {
  static final String PATH = "/api/v2/externalcontacts/scan/contacts";

  private final Contacts contacts;
  private final ContactWriter writer;
  private final Scans scans;
  private final Divisions divisions;
  private final Caller caller;

  ContactScanApi(
      Contacts contacts, ContactWriter writer, Scans scans, Divisions divisions, Caller caller) {
    this.contacts = contacts;
    this.writer = writer;
    this.scans = scans;
    this.divisions = divisions;
    this.caller = caller;
  }

  /// `getExternalcontactsScanContacts`
  @GET
  @Requires(Permission.CONTACT_VIEW)
  public CursorListing<ContactJson> scan(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("divisionId") @Nullable String divisionId) {
    return page(caller.scope(), new Scans.Request(PATH, limit, cursor, divisionId));
  }

  /// `getExternalcontactsScanContactsDivisionviewsAll`
  @GET
  @Path("divisionviews/all")
  @Requires(value = Permission.CONTACT_VIEW_ALL, mode = Requires.Mode.ALL)
  public CursorListing<ContactJson> scanAll(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return page(
        divisions.everywhere(caller.scope()),
        new Scans.Request(PATH + "/divisionviews/all", limit, cursor, null));
  }

  private CursorListing<ContactJson> page(Scope all, Scans.Request request) {
    Scope scope = request.within(all);
    return scans.page(
        scope,
        request,
        new Scans.Of<>(
            range -> contacts.scan(scope, range, Filter.everything()),
            contact -> new ScanPlace(contact.division(), contact.id().value()),
            page -> writer.write(scope, page, Set.of())));
  }
}
