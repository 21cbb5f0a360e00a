package dev.callbook.csvimport;

import dev.callbook.access.Actor;
import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.ImportSetupView.ColumnRow;
import dev.callbook.csvimport.ImportSetupView.DivisionChoice;
import dev.callbook.csvimport.ImportSetupView.FieldChoice;
import dev.callbook.csvimport.Imports.Choice;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Imports as people see them: a file, its columns, the dry run, the run, the report.
@Path(ImportPages.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ImportPages {
  static final String PATH = "/imports";
  private static final int PAGE = 25;
  private static final int REASONS_SHOWN = 50;

  private final Imports imports;
  private final RejectedRows rejected;
  private final ImportSizes sizes;
  private final Caller caller;
  private final PageShells shells;
  private final Words words;
  private final Clock clock;

  ImportPages(
      Imports imports,
      RejectedRows rejected,
      ImportSizes sizes,
      Caller caller,
      PageShells shells,
      Words words,
      Clock clock) {
    this.imports = imports;
    this.rejected = rejected;
    this.sizes = sizes;
    this.caller = caller;
    this.shells = shells;
    this.words = words;
    this.clock = clock;
  }

  @GET
  @Requires(Permission.IMPORT_VIEW)
  public TemplateInstance list(@QueryParam("olderThan") @Nullable String olderThan) {
    return list(olderThan, FormErrors.none());
  }

  private TemplateInstance list(@Nullable String olderThan, FormErrors errors) {
    Scope scope = caller.scope(Permission.IMPORT_VIEW);
    UUID before =
        Parse.isAbsent(olderThan) ? null : Parse.id("olderThan", String.valueOf(olderThan));
    List<Import> found = imports.list(scope, before, PAGE + 1);
    List<Import> page = found.subList(0, Math.min(PAGE, found.size()));
    String next = found.size() > PAGE ? PATH + "?olderThan=" + page.getLast().id() : null;
    return ImportTemplates.list(
        shells.at(Place.IMPORT),
        new ImportListView(
            page.stream().map(ImportListView.Row::of).toList(),
            new Pager("", null, next),
            errors,
            String.valueOf(sizes.maxFileBytes() / 1_000_000),
            caller.access().may(Permission.IMPORT_ADD)));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.IMPORT_ADD)
  public Response add(@RestForm("file") @Nullable FileUpload file) {
    if (file == null || file.fileName().isBlank()) {
      return refused(Map.of("file", "Choose a file first."));
    }
    try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
      Import added = imports.add(caller.scope(), file.fileName(), caller.access().region(), bytes);
      return goTo(added.id(), "/setup");
    } catch (Invalid refusal) {
      return refused(Map.of("file", String.valueOf(refusal.getMessage())));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Response refused(Map<String, String> errors) {
    return Response.status(422).entity(list(null, new FormErrors(errors))).build();
  }

  private static Response goTo(UUID id, String rest) {
    return Response.seeOther(URI.create(PATH + "/" + id + rest)).build();
  }

  @GET
  @Path("{importId}/setup")
  @Requires(Permission.IMPORT_ADD)
  public TemplateInstance setup(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    List<Column> columns = imports.columns(scope, it);
    List<MatchKey> matchOn = it.settings() == null ? List.of() : it.settings().matchOn();
    return setup(
        it,
        columns,
        words(columns),
        it.division() == null ? "" : it.division().value().toString(),
        "",
        matchOn,
        FormErrors.none());
  }

  private TemplateInstance setup(
      Import it,
      List<Column> columns,
      List<String> chosen,
      String division,
      String source,
      List<MatchKey> matchOn,
      FormErrors errors) {
    Scope scope = caller.scope();
    List<String> sources = imports.sources(scope);
    List<FieldChoice> choices = choices(scope);
    return ImportTemplates.setup(
        shells.at(Place.IMPORT),
        new ImportSetupView(
            PATH + "/" + it.id(),
            it.fileName(),
            IntStream.range(0, columns.size())
                .mapToObj(i -> ColumnRow.of(columns.get(i), choices, chosen.get(i)))
                .toList(),
            scope.divisions().stream().map(each -> choice(each, division)).toList(),
            sources,
            source.isBlank() ? (sources.isEmpty() ? "Import" : sources.getFirst()) : source,
            matchOn.contains(MatchKey.EMAIL),
            matchOn.contains(MatchKey.PHONE),
            errors));
  }

  private static List<String> words(List<Column> columns) {
    return columns.stream()
        .map(column -> ColumnWords.of(column.field(), column.customField()))
        .toList();
  }

  /// What a column can become, the custom fields last.
  private List<FieldChoice> choices(Scope scope) {
    ImportMessages say = words.of(ImportMessages.class);
    Stream<FieldChoice> usual =
        Stream.of(ImportField.values())
            .filter(field -> field != ImportField.DIVISION && field != ImportField.CUSTOM_FIELD)
            .map(field -> new FieldChoice(field.name(), say.field(field)));
    Stream<FieldChoice> custom =
        imports.customFields(scope).stream()
            .map(field ->
                new FieldChoice(
                    ColumnWords.of(ImportField.CUSTOM_FIELD, field.key()), field.title()));
    return Stream.concat(usual, custom).toList();
  }

  private DivisionChoice choice(Division division, String chosen) {
    boolean isChosen =
        chosen.isEmpty()
            ? division.kind() == Division.Kind.HOME
            : division.wireId().equals(chosen) || division.id().value().toString().equals(chosen);
    return new DivisionChoice(division.wireId(), words.nameOf(division), isChosen);
  }

  @POST
  @Path("{importId}/check")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.IMPORT_ADD)
  public Response check(
      @PathParam("importId") String id,
      @FormParam("column") @Nullable List<String> fields,
      @FormParam("division") @Nullable String division,
      @FormParam("source") @Nullable String source,
      @FormParam("matchOn") @Nullable List<String> matchOn) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    List<String> chosen = Objects.requireNonNullElse(fields, List.of());
    List<TargetField> becoming = chosen.stream().map(ColumnWords::read).toList();
    List<MatchKey> keys = ImportApi.matchKeys(matchOn);
    String goal = Objects.requireNonNullElse(division, "*");
    String from = Objects.requireNonNullElse(source, "");
    try {
      imports.check(
          scope, it.id(), ImportRights.of(caller), goal, new Choice(becoming, keys, from, false, ReadingRules.NONE));
      return goTo(it.id(), "");
    } catch (Invalid refusal) {
      List<Column> columns = imports.columns(scope, it);
      List<String> shown = chosen.size() == columns.size() ? chosen : words(columns);
      return Response.status(422)
          .entity(setup(it, columns, shown, goal, from, keys, errors(refusal)))
          .build();
    }
  }

  private static FormErrors errors(Invalid refusal) {
    return new FormErrors(
        refusal.errors().stream()
            .collect(
                Collectors.toMap(
                    error -> error.field().equals("division.id") ? "division" : error.field(),
                    FieldError::message,
                    (first, _) -> first,
                    LinkedHashMap::new)));
  }

  @GET
  @Path("{importId}")
  @Requires(Permission.IMPORT_VIEW)
  public Response show(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    if (it.state() == ImportState.UPLOADED) {
      return goTo(it.id(), "/setup");
    }
    return Response.ok(ImportTemplates.show(shells.at(Place.IMPORT), view(scope, it))).build();
  }

  private ImportView view(Scope scope, Import it) {
    return ImportView.of(
        scope,
        words,
        it,
        it.state().isWorking() ? List.of() : imports.rejections(scope, it, REASONS_SHOWN),
        caller.access().may(Permission.IMPORT_ADD),
        clock.instant());
  }

  /// The part of the page that moves. When the work is over, the browser takes the page anew.
  @GET
  @Path("{importId}/progress")
  @Requires(Permission.IMPORT_VIEW)
  public Response progress(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    Response.ResponseBuilder answer = Response.ok(ImportTemplates.progress(view(scope, it)));
    return it.state().isWorking() ? answer.build() : answer.header("HX-Refresh", "true").build();
  }

  @GET
  @Path("{importId}/rejections")
  @Produces("text/csv")
  @Requires(Permission.IMPORT_VIEW)
  public Response rejections(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    StreamingOutput csv = out -> rejected.write(scope, it, out);
    return ImportApi.attachment(csv);
  }

  @POST
  @Path("{importId}/run")
  @Requires(Permission.IMPORT_ADD)
  public Response run(@PathParam("importId") String id) {
    return goTo(imports.run(caller.scope(), parse(id)).id(), "");
  }

  @POST
  @Path("{importId}/cancel")
  @Requires(Permission.IMPORT_ADD)
  public Response cancel(@PathParam("importId") String id) {
    return goTo(imports.cancel(caller.scope(), parse(id)).id(), "");
  }

  static String nameOf(Actor actor) {
    return switch (actor) {
      case Actor.User user -> user.name();
      case Actor.Client client -> client.name();
      case Actor.Itself _ -> "Callbook";
    };
  }

  private static UUID parse(String id) {
    return Parse.id("importId", id);
  }
}
