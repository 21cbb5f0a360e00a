package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.Imports.Choice;
import dev.callbook.csvimport.Imports.Table;
import dev.callbook.csvimport.SetupViews.Filled;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final ImportSamples samples;
  private final ImportSizes sizes;
  private final SetupViews setups;
  private final KeptSettings kept;
  private final RefusalWords refusals;
  private final Caller caller;
  private final PageShells shells;
  private final Words words;
  private final Clock clock;

  ImportPages(
      Imports imports,
      RejectedRows rejected,
      ImportSamples samples,
      ImportSizes sizes,
      SetupViews setups,
      KeptSettings kept,
      RefusalWords refusals,
      Caller caller,
      PageShells shells,
      Words words,
      Clock clock) {
    this.imports = imports;
    this.rejected = rejected;
    this.samples = samples;
    this.sizes = sizes;
    this.setups = setups;
    this.kept = kept;
    this.refusals = refusals;
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
      return refused(Map.of("file", words.of(ImportMessages.class).chooseFirst()));
    }
    try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
      Import added = imports.add(caller.scope(), file.fileName(), caller.access().region(), bytes);
      return goTo(added.id(), "/setup");
    } catch (Invalid refusal) {
      return refused(Map.of("file", said(refusal.errors().getFirst())));
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

  /// @param sheet of a workbook; the first where absent
  /// @param settings kept ones to begin with
  /// @param kind what the rows are; what the kept settings or the columns' names say where absent
  @GET
  @Path("{importId}/setup")
  @Requires(Permission.IMPORT_ADD)
  public Response setup(
      @PathParam("importId") String id,
      @QueryParam("sheet") @Nullable String sheet,
      @QueryParam("settings") @Nullable String settings,
      @QueryParam("kind") @Nullable String kind) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    ImportSettings decided = it.settings();
    String wanted =
        Parse.isAbsent(sheet) ? (decided == null ? null : decided.reading().sheet()) : sheet;
    ImportKind rows = kind(decided, settings, kind);
    try {
      Table table = imports.table(scope, it, wanted, rows);
      Filled blank = asDecided(it, table);
      Filled form =
          Parse.isAbsent(settings)
              ? blank
              : kept.fill(
                  caller.scope(Permission.CSV_SETTINGS_VIEW),
                  Parse.id("settings", String.valueOf(settings)),
                  table.columns(),
                  blank);
      return Response.ok(setup(it, table, form, FormErrors.none())).build();
    } catch (Invalid refusal) {
      if (Parse.isAbsent(sheet) || !refusal.errors().getFirst().field().equals("file")) {
        throw refusal;
      }
      // The sheet that was asked for is empty, or there is none: the first one is shown instead.
      Table table = imports.table(scope, it, null, rows);
      return Response.status(422)
          .entity(setup(it, table, asDecided(it, table), errors(refusal)))
          .build();
    }
  }

  /// @return null where nothing but the columns' names can tell
  private @Nullable ImportKind kind(
      @Nullable ImportSettings decided, @Nullable String settings, @Nullable String kind) {
    if (!Parse.isAbsent(settings)) {
      return kept.kind(
          caller.scope(Permission.CSV_SETTINGS_VIEW),
          Parse.id("settings", String.valueOf(settings)));
    }
    if (!Parse.isAbsent(kind)) {
      return ImportApi.kind(String.valueOf(kind));
    }
    return decided == null ? null : decided.kind();
  }

  private static Filled asDecided(Import it, Table table) {
    ImportSettings decided = it.settings();
    ReadingRules reading = decided == null ? ReadingRules.NONE : decided.reading();
    boolean isSameSheet = Objects.equals(reading.sheet(), table.sheet());
    return new Filled(
        words(table.columns()),
        isSameSheet
            ? reading
            : new ReadingRules(table.sheet(), reading.region(), List.of(), reading.timeZone()),
        it.division() == null ? "" : it.division().value().toString(),
        "",
        decided == null ? List.of() : decided.matchOn(),
        decided == null ? SeveralMatches.REJECT : decided.several(),
        "",
        "");
  }

  private TemplateInstance setup(Import it, Table table, Filled form, FormErrors errors) {
    return ImportTemplates.setup(shells.at(Place.IMPORT), setups.view(it, table, form, errors));
  }

  private static List<String> words(List<Column> columns) {
    return columns.stream()
        .map(column -> ColumnWords.of(column.field(), column.customField()))
        .toList();
  }

  @POST
  @Path("{importId}/check")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.IMPORT_ADD)
  public Response check(@PathParam("importId") String id, @BeanParam SetupForm form) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    List<MatchKey> keys = form.keys();
    try {
      ReadingRules reading = form.reading();
      Choice choice = form.choice(keys, reading);
      Import checking =
          imports.check(scope, it.id(), ImportRights.of(caller, form.kind()), form.goal(), choice);
      keep(form, checking);
      return goTo(it.id(), "");
    } catch (Invalid refusal) {
      ReadingRules reading = form.asTyped();
      Table table = imports.table(scope, it, reading.sheet(), form.kind());
      List<String> words =
          form.words().size() == table.columns().size() ? form.words() : words(table.columns());
      Filled filled =
          new Filled(
              words, reading, form.goal(), form.from(), keys, form.several(), "", form.keepAs());
      return Response.status(422).entity(setup(it, table, filled, errors(refusal))).build();
    }
  }

  private void keep(SetupForm form, Import ordered) {
    ImportSettings settings = ordered.settings();
    if (!form.keepAs().isEmpty() && settings != null) {
      Scope scope = caller.scope(Permission.CSV_SETTINGS_ADD);
      caller.scope(Permission.IMPORT_SETTINGS_ADD);
      kept.keep(scope, form.keepAs(), imports.columns(scope, ordered), settings);
    }
  }

  private FormErrors errors(Invalid refusal) {
    return new FormErrors(
        refusal.errors().stream()
            .collect(
                Collectors.toMap(
                    error ->
                        switch (error.field()) {
                          case "division.id" -> "division";
                          case "name" -> "saveAs";
                          case "matchOn" -> "columns";
                          default -> error.field();
                        },
                    this::said,
                    (first, _) -> first,
                    LinkedHashMap::new)));
  }

  private Rejection said(Rejection rejection) {
    return new Rejection(
        rejection.row(),
        rejection.line(),
        rejection.column(),
        rejection.rule(),
        String.valueOf(said(rejection.coded(), rejection.reason())),
        rejection.coded());
  }

  /// English words are kept as they were found; those of other languages are made now.
  private @Nullable String said(@Nullable String coded, @Nullable String english) {
    return words.locale().equals(Locale.ENGLISH)
        ? english
        : ReasonCode.read(coded)
            .map(problem -> refusals.of(new FieldError("", "", "", problem)))
            .orElse(english);
  }

  /// In the page's language, where it is more than a rule's name.
  private String said(FieldError error) {
    return error.problem() instanceof Problem.Said ? refusals.of(error) : error.message();
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
        said(it.coded(), it.reason()),
        it.state().isWorking()
            ? List.of()
            : imports.rejections(scope, it, REASONS_SHOWN).stream().map(this::said).toList(),
        caller.access().may(Permission.IMPORT_ADD),
        it.state().isOver()
            && it.times().runStartedAt() != null
            && UndoRights.areHeldBy(caller, it.written()),
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
    return it.isWorking() ? answer.build() : answer.header("HX-Refresh", "true").build();
  }

  /// Some of what the dry run found, field by field.
  @GET
  @Path("{importId}/sample")
  @Requires(Permission.IMPORT_VIEW)
  public TemplateInstance sample(@PathParam("importId") String id) {
    Import it = imports.get(caller.scope(), parse(id));
    boolean mayLook =
        it.state() == ImportState.CHECKED && caller.access().may(Permission.CONTACT_VIEW);
    return ImportTemplates.sample(
        mayLook ? samples.of(caller.scope(Permission.CONTACT_VIEW), it) : ImportSampleView.CLOSED);
  }

  @GET
  @Path("{importId}/rejections")
  @Produces("text/csv")
  @Requires(Permission.IMPORT_VIEW)
  public Response rejections(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    RejectedRows.Wording wording = wording();
    StreamingOutput csv = out -> rejected.write(scope, it, wording, out);
    return ImportApi.attachment(csv);
  }

  private RejectedRows.Wording wording() {
    ImportMessages say = words.of(ImportMessages.class);
    return new RejectedRows.Wording(
        say.line(), say.rejectedColumn(), say.why(), null, rejection -> said(rejection).reason());
  }

  @POST
  @Path("{importId}/run")
  @Requires(Permission.IMPORT_ADD)
  public Response run(@PathParam("importId") String id) {
    return goTo(imports.run(caller.scope(), parse(id)).id(), "");
  }

  @POST
  @Path("{importId}/pause")
  @Requires(Permission.IMPORT_ADD)
  public Response pause(@PathParam("importId") String id) {
    return goTo(imports.pause(caller.scope(), parse(id)).id(), "");
  }

  @POST
  @Path("{importId}/resume")
  @Requires(Permission.IMPORT_ADD)
  public Response resume(@PathParam("importId") String id) {
    return goTo(imports.resume(caller.scope(), parse(id)).id(), "");
  }

  @POST
  @Path("{importId}/cancel")
  @Requires(Permission.IMPORT_ADD)
  public Response cancel(@PathParam("importId") String id) {
    return goTo(imports.cancel(caller.scope(), parse(id)).id(), "");
  }

  private static UUID parse(String id) {
    return Parse.id("importId", id);
  }
}
