package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.wire.CursorListing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Saved ways to import.
@Path(ImportProfileJson.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ImportProfileApi {
  private final ImportProfiles profiles;
  private final ImportListings listings;
  private final Caller caller;

  ImportProfileApi(ImportProfiles profiles, ImportListings listings, Caller caller) {
    this.profiles = profiles;
    this.listings = listings;
    this.caller = caller;
  }

  /// `getExternalcontactsImportSettings`
  @GET
  @Requires(Permission.IMPORT_SETTINGS_VIEW_ALL)
  public CursorListing<ImportProfileJson> list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("sortOrder") @Nullable String sortOrder,
      @QueryParam("name") @Nullable String name) {
    boolean newestFirst = ImportListings.isDescending(sortOrder);
    String begins = Parse.isAbsent(name) ? null : Parse.text("name", String.valueOf(name)).strip();
    Link link = Link.to(ImportProfileJson.PATH).with("sortOrder", sortOrder).with("name", begins);
    return listings.of(
        caller.scope(),
        new ImportListings.Request(link, after, pageSize, 25, 100),
        (last, rows) -> profiles.list(caller.scope(), begins, newestFirst, last, rows),
        ImportProfile::id,
        ImportProfileJson::of);
  }

  /// `postExternalcontactsImportSettings`
  @POST
  @Requires(Permission.IMPORT_SETTINGS_ADD)
  public ImportProfileJson add(@Nullable ImportProfileJson body) {
    return ImportProfileJson.of(profiles.add(caller.scope(), Parse.body(body).read()));
  }

  /// `getExternalcontactsImportSetting`
  @GET
  @Path("{settingsId}")
  @Requires(Permission.IMPORT_SETTINGS_VIEW)
  public ImportProfileJson get(@PathParam("settingsId") String id) {
    return ImportProfileJson.of(profiles.get(caller.scope(), parse(id)));
  }

  /// `putExternalcontactsImportSetting`
  @PUT
  @Path("{settingsId}")
  @Requires(Permission.IMPORT_SETTINGS_EDIT)
  public ImportProfileJson replace(
      @PathParam("settingsId") String id, @Nullable ImportProfileJson body) {
    UUID settings = parse(id);
    return ImportProfileJson.of(
        profiles.correct(caller.scope(), settings, Parse.body(body).read()));
  }

  /// `deleteExternalcontactsImportSetting`
  @DELETE
  @Path("{settingsId}")
  @Requires(Permission.IMPORT_SETTINGS_DELETE)
  public Response remove(@PathParam("settingsId") String id) {
    profiles.remove(caller.scope(), parse(id));
    return Response.noContent().build();
  }

  private static UUID parse(String id) {
    return Parse.id("settingsId", id);
  }
}
