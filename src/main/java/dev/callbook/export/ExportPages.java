package dev.callbook.export;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactListFilter;
import dev.callbook.directory.ListFilter;
import dev.callbook.directory.Selection;
import dev.callbook.organization.OrganizationListFilter;
import dev.callbook.web.Choice;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Sent;
import dev.callbook.web.Words;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Exports as people see them: what is wanted, its progress, the file.
@Path(ExportPages.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ExportPages {
  static final String PATH = "/exports";
  private static final int SHOWN = 50;

  private final Exports exports;
  private final PageShells shells;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;
  private final Clock clock;

  ExportPages(
      Exports exports,
      PageShells shells,
      Caller caller,
      RefusalWords refusals,
      Words words,
      Clock clock) {
    this.exports = exports;
    this.shells = shells;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
    this.clock = clock;
  }

  @GET
  @Requires(Permission.EXPORT_VIEW)
  public TemplateInstance list() {
    return ExportTemplates.list(
        shells.at(Place.EXPORTS),
        new ExportListView(
            exports.latest(caller.access(), SHOWN).stream().map(this::view).toList(), kinds()));
  }

  /// Those that the caller may order.
  private List<ExportKind> kinds() {
    return Stream.of(ExportKind.values())
        .filter(kind -> ExportRights.any(caller.access(), Permission.EXPORT_ADD, kind))
        .toList();
  }

  /// The form, of all records of a `kind` or, for contacts, of those that the filters of their list
  /// let through.
  @GET
  @Path("new")
  @Requires(Permission.EXPORT_ADD)
  public TemplateInstance order(@Context UriInfo request) {
    return form(request.getQueryParameters(), List.of());
  }

  /// As [#order], for those that were picked on a list (`id`, repeated) or, with `all`, for
  /// everybody whom its filters let through.
  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.EXPORT_ADD)
  public TemplateInstance order(MultivaluedMap<String, String> sent) {
    return form(sent, List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.EXPORT_ADD)
  public Response add(MultivaluedMap<String, String> sent) {
    ExportKind kind = kind(sent);
    try {
      Scope scope = ExportRights.of(caller.access(), Permission.EXPORT_ADD, kind, Origin.PAGE);
      Export added = exports.add(scope, wanted(kind, sent));
      return Response.seeOther(URI.create(PATH + "/" + added.id())).build();
    } catch (Invalid | Refusal.Conflict refusal) {
      return Response.status(refusal instanceof Invalid ? 400 : 409)
          .entity(form(sent, said(refusal)))
          .build();
    }
  }

  private List<String> said(Refusal refusal) {
    return refusal instanceof Refusal.Conflict
        ? List.of(words.of(ExportMessages.class).tooManyRunning())
        : refusals.of(refusal);
  }

  private Exports.Order wanted(ExportKind kind, MultivaluedMap<String, String> sent) {
    Selection selection = selection(kind, sent);
    List<String> divisions = divisions(kind, selection, sent);
    List<String> columns = sent.getOrDefault("column", List.of());
    if (columns.isEmpty()) {
      throw new Invalid("column", "required", "Choose a column at least.");
    }
    return new Exports.Order(
        kind,
        divisions.isEmpty() ? null : divisions,
        new ExportWish(
            ExportWish.NO_CONDITIONS,
            selection,
            columns.containsAll(exports.columns(kind)) ? null : List.copyOf(columns),
            format(sent)),
        Exports.MAX_ROWS);
  }

  /// The divisions that a list is limited to, or those that were not left out; none for all.
  private List<String> divisions(
      ExportKind kind, Selection selection, MultivaluedMap<String, String> sent) {
    if (!selection.isAll()) {
      return selection.filter().getOrDefault(ListFilter.DIVISION, List.of());
    }
    List<String> among = Parse.list(sent.get("among"));
    Scope scope = ExportRights.of(caller.access(), Permission.EXPORT_ADD, kind, Origin.PAGE);
    return among.size() == scope.divisions().size() ? List.of() : among;
  }

  private static ExportFormat format(MultivaluedMap<String, String> sent) {
    return Stream.of(ExportFormat.values())
        .filter(format -> format.word().equals(sent.getFirst("format")))
        .findFirst()
        .orElseThrow(() -> new Invalid("format", "invalid.value", "There is no such format."));
  }

  private ExportKind kind(MultivaluedMap<String, String> sent) {
    String word = Optional.ofNullable(sent.getFirst("kind")).orElse(ExportKind.CONTACTS.word());
    return Stream.of(ExportKind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Invalid("kind", "invalid.value", "There is no such kind."));
  }

  private static Selection selection(ExportKind kind, MultivaluedMap<String, String> sent) {
    return switch (kind) {
      case CONTACTS -> selection(sent, ContactListFilter.of(sent).said());
      case ORGANIZATIONS -> selection(sent, OrganizationListFilter.of(sent).said());
      case NOTES, RELATIONSHIPS -> Selection.ALL;
    };
  }

  private static Selection selection(
      MultivaluedMap<String, String> sent, Map<String, List<String>> filter) {
    List<UUID> ids = Selection.picked(sent);
    return new Selection(ids, ids.isEmpty() ? filter : Map.of());
  }

  private TemplateInstance form(MultivaluedMap<String, String> sent, List<String> errors) {
    ExportKind kind = kind(sent);
    Scope scope = ExportRights.of(caller.access(), Permission.EXPORT_ADD, kind, Origin.PAGE);
    Selection selection = selection(kind, sent);
    List<Sent> said = new ArrayList<>(Sent.all(selection.filter()));
    selection.ids().forEach(id -> said.add(new Sent("id", id.toString())));
    boolean isChosen = !selection.isAll();
    return ExportTemplates.order(
        shells.at(Place.EXPORTS),
        new ExportForm(
            kind,
            said,
            selection.ids().size(),
            listOf(kind, selection),
            isChosen ? List.of(kind) : kinds(),
            isChosen || scope.divisions().size() < 2
                ? List.of()
                : scope.divisions().stream()
                    .map(division -> new Choice(division.wireId(), words.nameOf(division), true))
                    .toList(),
            exports.columns(kind),
            errors));
  }

  private static @Nullable String listOf(ExportKind kind, Selection selection) {
    if (selection.filter().isEmpty()) {
      return null;
    }
    return kind == ExportKind.ORGANIZATIONS
        ? OrganizationListFilter.of(selection.filter()).on(Link.to("/organizations")).text()
        : ContactListFilter.of(selection.filter()).on(Link.to("/contacts")).text();
  }

  @GET
  @Path("{exportId}")
  @Requires(Permission.EXPORT_VIEW)
  public TemplateInstance show(@PathParam("exportId") String id) {
    return ExportTemplates.show(shells.at(Place.EXPORTS), view(get(id)));
  }

  private Export get(String id) {
    return exports.get(caller.access(), Parse.id("exportId", id));
  }

  /// The part of the page that moves. When the work is over, the browser takes the page anew.
  @GET
  @Path("{exportId}/progress")
  @Requires(Permission.EXPORT_VIEW)
  public Response progress(@PathParam("exportId") String id) {
    ExportView view = view(get(id));
    Response.ResponseBuilder answer = Response.ok(ExportTemplates.progress(view));
    return view.isRunning() ? answer.build() : answer.header("HX-Refresh", "true").build();
  }

  /// The file, for whoever may see all that is in it at this moment.
  @GET
  @Path("{exportId}/file")
  @Requires(Permission.EXPORT_VIEW)
  @Produces(MediaType.WILDCARD)
  public Response file(@PathParam("exportId") String id) {
    Access reader = caller.access();
    ExportKind kind = get(id).kind();
    Scope scope = ExportRights.of(reader, Permission.EXPORT_VIEW, kind, Origin.PAGE);
    Export export = exports.finished(scope, kind, Parse.id("exportId", id));
    StreamingOutput bytes = out -> exports.write(scope, export, false, out);
    return Response.ok(bytes)
        .type(export.wish().format().mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + export.fileName() + "\"")
        .build();
  }

  private ExportView view(Export export) {
    return new ExportView(
        PATH + "/" + export.id(),
        export.kind(),
        export.wish().format(),
        export.state(),
        export.actor().name(),
        listOf(export.kind(), export.wish().selection()),
        export.wish().selection().ids().size(),
        export.rows(),
        export.reason(),
        export.createdAt(),
        export.createdAt().plus(OldExports.KEPT),
        clock.instant());
  }
}
