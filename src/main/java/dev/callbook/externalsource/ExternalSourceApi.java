package dev.callbook.externalsource;

import static dev.callbook.access.Permission.CONTACT_VIEW;
import static dev.callbook.access.Permission.EXTERNAL_SOURCE_ADD;
import static dev.callbook.access.Permission.EXTERNAL_SOURCE_DELETE;
import static dev.callbook.access.Permission.EXTERNAL_SOURCE_EDIT;
import static dev.callbook.access.Permission.EXTERNAL_SOURCE_VIEW;
import static dev.callbook.access.Permission.ORGANIZATION_VIEW;

import dev.callbook.access.Caller;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.ExternalSourceJson;
import dev.callbook.externalsource.ExternalSources.Listed;
import dev.callbook.externalsource.ExternalSources.Query;
import dev.callbook.wire.CursorListing;
import dev.callbook.wire.Cursors;
import dev.callbook.wire.Cursors.Walk;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The public API's external sources. Translates; decides nothing.
@Path(ExternalSourceJson.PATH)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExternalSourceApi {
  private static final String ID = "externalSourceId";

  private final ExternalSources sources;
  private final Cursors cursors;
  private final Caller caller;

  ExternalSourceApi(ExternalSources sources, Cursors cursors, Caller caller) {
    this.sources = sources;
    this.cursors = cursors;
    this.caller = caller;
  }

  /// `getExternalcontactsExternalsource`
  @GET
  @Path("{externalSourceId}")
  @Requires({EXTERNAL_SOURCE_VIEW, CONTACT_VIEW, ORGANIZATION_VIEW})
  public ExternalSourceJson get(@PathParam(ID) String id) {
    return ExternalSourceWriter.write(sources.get(caller.scope(), Parse.id(ID, id)));
  }

  /// `getExternalcontactsExternalsources`: by name.
  @GET
  @Requires({EXTERNAL_SOURCE_VIEW, CONTACT_VIEW, ORGANIZATION_VIEW})
  public CursorListing<ExternalSourceJson> list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("name") @Nullable String name,
      @QueryParam("active") @Nullable String active) {
    Scope scope = caller.scope();
    int size = CursorListing.limit(limit);
    String beginning = name == null ? "" : Parse.text("name", name).strip();
    Optional<Boolean> wanted =
        Parse.isAbsent(active) ? Optional.empty() : Optional.of(Parse.flag("active", active));
    Walk walk =
        new Walk(
            "external sources",
            scope.orgKey(),
            List.of(beginning.toLowerCase(Locale.ROOT), wanted.map(String::valueOf).orElse("")));
    Optional<String> after = cursors.place("cursor", walk, cursor).map(List::getFirst);
    List<Listed> found = sources.list(scope, new Query(beginning, wanted, after, size));
    List<Listed> shown = found.stream().limit(size).toList();
    String next =
        found.size() > size ? cursors.after(walk, List.of(shown.getLast().place())) : null;
    Link link =
        Link.to(ExternalSourceJson.PATH)
            .with("limit", String.valueOf(size))
            .with("name", beginning)
            .with("active", wanted.map(String::valueOf).orElse(null));
    return CursorListing.of(
        shown.stream().map(Listed::source).map(ExternalSourceWriter::write).toList(),
        link,
        "cursor",
        cursor,
        next);
  }

  /// `postExternalcontactsExternalsources`: in use unless it says otherwise.
  @POST
  @Requires(EXTERNAL_SOURCE_ADD)
  public ExternalSourceJson add(@Nullable ExternalSourceJson body) {
    return ExternalSourceWriter.write(
        sources.add(caller.scope(), ExternalSourceReader.read(Parse.body(body), true)));
  }

  /// `putExternalcontactsExternalsource`: replaces name and link; whether it is in use stays as it
  /// is where the body does not say.
  @PUT
  @Path("{externalSourceId}")
  @Requires(EXTERNAL_SOURCE_EDIT)
  public ExternalSourceJson replace(@PathParam(ID) String id, @Nullable ExternalSourceJson body) {
    UUID source = Parse.id(ID, id);
    ExternalSourceJson sent = Parse.body(body);
    return ExternalSourceWriter.write(
        sources.correct(
            caller.scope(),
            source,
            OptionalInt.empty(),
            stored -> ExternalSourceReader.read(sent, stored.active())));
  }

  /// `deleteExternalcontactsExternalsource`
  @DELETE
  @Path("{externalSourceId}")
  @Requires(EXTERNAL_SOURCE_DELETE)
  public Map<String, Object> remove(@PathParam(ID) String id) {
    sources.remove(caller.scope(), Parse.id(ID, id));
    return Map.of();
  }
}
