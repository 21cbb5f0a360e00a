package dev.callbook.note;

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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All notes, page by page.
@Path(NoteScanApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NoteScanApi {
  static final String PATH = "/api/v2/externalcontacts/scan/notes";

  private final Notes notes;
  private final Scans scans;
  private final Divisions divisions;
  private final Caller caller;

  NoteScanApi(Notes notes, Scans scans, Divisions divisions, Caller caller) {
    this.notes = notes;
    this.scans = scans;
    this.divisions = divisions;
    this.caller = caller;
  }

  /// `getExternalcontactsScanNotes`
  @GET
  @Requires(Permission.CONTACT_VIEW)
  public CursorListing<NoteJson> scan(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("divisionId") @Nullable String divisionId) {
    return page(
        caller.scope(),
        scopeOf(Permission.ORGANIZATION_VIEW),
        new Scans.Request(PATH, limit, cursor, divisionId));
  }

  /// `getExternalcontactsScanNotesDivisionviewsAll`
  @GET
  @Path("divisionviews/all")
  @Requires(value = Permission.CONTACT_VIEW_ALL, mode = Requires.Mode.ALL)
  public CursorListing<NoteJson> scanAll(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return page(
        divisions.everywhere(caller.scope()),
        scopeOf(Permission.ORGANIZATION_VIEW_ALL)
            .map(divisions::everywhere)
            .or(() -> scopeOf(Permission.ORGANIZATION_VIEW)),
        new Scans.Request(PATH + "/divisionviews/all", limit, cursor, null));
  }

  /// The permission of contacts opens their notes only: notes about organizations are there for
  /// whoever may see those.
  private Optional<Scope> scopeOf(Permission permission) {
    return caller.access().may(permission)
        ? Optional.of(caller.scope(permission))
        : Optional.empty();
  }

  private CursorListing<NoteJson> page(
      Scope all, Optional<Scope> organizations, Scans.Request request) {
    Scope scope = request.within(all);
    return scans.page(
        scope,
        request,
        new Scans.Of<>(
            range -> notes.scan(scope, organizations, range, Filter.everything()),
            note -> new ScanPlace(note.division(), note.id()),
            page -> page.stream().map(each -> NoteJson.of(scope, each, Set.of())).toList()));
  }
}
