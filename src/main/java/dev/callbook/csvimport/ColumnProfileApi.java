package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.wire.Answers;
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

/// What the columns of files become, saved.
@Path(ColumnProfileJson.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ColumnProfileApi {
  private final ImportProfiles profiles;
  private final ImportListings listings;
  private final Caller caller;

  ColumnProfileApi(ImportProfiles profiles, ImportListings listings, Caller caller) {
    this.profiles = profiles;
    this.listings = listings;
    this.caller = caller;
  }

  /// `getExternalcontactsImportCsvSettings`
  @GET
  @Requires(Permission.CSV_SETTINGS_VIEW)
  public CursorListing<ColumnProfileJson> list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("externalSettingsId") @Nullable String externalSettingsId) {
    UUID profile =
        Parse.isAbsent(externalSettingsId)
            ? null
            : Parse.id("externalSettingsId", String.valueOf(externalSettingsId).strip());
    Link link =
        Link.to(ColumnProfileJson.PATH)
            .with("externalSettingsId", profile == null ? null : profile.toString());
    return listings
        .of(
            caller.scope(),
            new ImportListings.Request(link, after, pageSize, 25, 200),
            (last, rows) -> profiles.listColumns(caller.scope(), profile, last, rows),
            ColumnProfile::id,
            ColumnProfileJson::of)
        .withoutCursors();
  }

  /// `postExternalcontactsImportCsvSettings`
  @POST
  @Requires(Permission.CSV_SETTINGS_ADD)
  @Answers(value = ColumnProfileJson.class, status = 201)
  public Response add(@Nullable ColumnProfileJson body) {
    ColumnProfileJson sent = Parse.body(body);
    ColumnProfile added =
        profiles.addColumns(
            caller.scope(),
            sent.profile(),
            sent.read(),
            sent.regionCode(),
            sent.rows(),
            sent.zone());
    return Response.status(Response.Status.CREATED).entity(ColumnProfileJson.of(added)).build();
  }

  /// `getExternalcontactsImportCsvSetting`
  @GET
  @Path("{settingsId}")
  @Requires(Permission.CSV_SETTINGS_VIEW)
  public ColumnProfileJson get(@PathParam("settingsId") String id) {
    return ColumnProfileJson.of(profiles.columns(caller.scope(), parse(id)));
  }

  /// `putExternalcontactsImportCsvSetting`
  @PUT
  @Path("{settingsId}")
  @Requires(Permission.CSV_SETTINGS_EDIT)
  public ColumnProfileJson replace(
      @PathParam("settingsId") String id, @Nullable ColumnProfileJson body) {
    UUID settings = parse(id);
    ColumnProfileJson sent = Parse.body(body);
    return ColumnProfileJson.of(
        profiles.correctColumns(
            caller.scope(),
            settings,
            sent.profile(),
            sent.read(),
            sent.regionCode(),
            sent.rows(),
            sent.zone()));
  }

  /// `deleteExternalcontactsImportCsvSetting`
  @DELETE
  @Path("{settingsId}")
  @Requires(Permission.CSV_SETTINGS_DELETE)
  public Response remove(@PathParam("settingsId") String id) {
    profiles.removeColumns(caller.scope(), parse(id));
    return Response.noContent().build();
  }

  private static UUID parse(String id) {
    return Parse.id("settingsId", id);
  }
}
