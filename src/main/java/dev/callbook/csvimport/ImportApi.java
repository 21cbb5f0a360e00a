package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.csvimport.Imports.Choice;
import dev.callbook.wire.Answers;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Imports for programs. Our own addition to the public API.
@Path(ImportJson.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ImportApi {
  private final Imports imports;
  private final RejectedRows rejected;
  private final Caller caller;
  private final Clock clock;

  ImportApi(Imports imports, RejectedRows rejected, Caller caller, Clock clock) {
    this.imports = imports;
    this.rejected = rejected;
    this.caller = caller;
    this.clock = clock;
  }

  /// Takes the body as the file and starts the dry run.
  ///
  /// @param division a wire id; the starred one where absent
  /// @param mapping `guess`, or what each column becomes, by commas:
  ///   `FIRST_NAME,LAST_NAME,customFields.tier_enum,IGNORE`. A word may end in `:FILL`, where the
  ///   column only fills gaps of stored contacts, or in `:STORED`, where it leaves them as they are
  /// @param matchOn what else rows are recognised by: contacts by `email`, `phone`, or both in that
  ///   order, organizations by `website` after their names
  /// @param source the external source that external ids come from, by name
  /// @param sheet of a workbook, by name; the first one where absent
  /// @param region whose numbers may come without a country code, as `ES`; the organization's where
  ///   absent
  /// @param timeZone of times without one, as `Europe/Madrid`; UTC where absent
  /// @param run whether the run follows at once
  /// @param kind what the rows are: `contacts` or `organizations`
  @POST
  @Requires(Permission.IMPORT_ADD)
  @Consumes(MediaType.WILDCARD)
  @Answers(value = ImportJson.class, status = 202)
  public Response add(
      @QueryParam("fileName") @DefaultValue("import.csv") String fileName,
      @QueryParam("division") @DefaultValue("*") String division,
      @QueryParam("mapping") @DefaultValue("guess") String mapping,
      @QueryParam("matchOn") @Nullable List<String> matchOn,
      @QueryParam("source") @DefaultValue("Import") String source,
      @QueryParam("sheet") @Nullable String sheet,
      @QueryParam("region") @Nullable String region,
      @QueryParam("timeZone") @Nullable String timeZone,
      @QueryParam("run") @DefaultValue("false") boolean run,
      @QueryParam("kind") @DefaultValue("contacts") String kind,
      InputStream body) {
    Scope scope = caller.scope();
    ReadingRules reading = Imports.reading(sheet, region, timeZone, rules(mapping));
    ImportKind rows = kind(kind);
    Choice choice = choice(mapping, source, matchKeys(matchOn), run, reading, rows);
    ImportRights.check(caller, rows, division);
    Import added = imports.add(scope, fileName, caller.access().region(), body);
    Import checking =
        imports.check(scope, added.id(), ImportRights.of(caller, rows), division, choice);
    ImportJson json = ImportJson.of(scope, checking, null, clock.instant());
    return Response.accepted(json).build();
  }

  /// An import and how far it is.
  @GET
  @Path("{importId}")
  @Requires(Permission.IMPORT_VIEW)
  public ImportJson get(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    return ImportJson.of(scope, it, imports.columns(scope, it), clock.instant());
  }

  /// Imports, newest first. @param olderThan the last id of the page before
  @GET
  @Requires(Permission.IMPORT_VIEW)
  public Map<String, List<ImportJson>> list(
      @QueryParam("olderThan") @Nullable String olderThan,
      @QueryParam("pageSize") @Nullable String pageSize) {
    Scope scope = caller.scope();
    UUID before =
        Parse.isAbsent(olderThan) ? null : Parse.id("olderThan", String.valueOf(olderThan));
    int rows = Parse.number("pageSize", pageSize, 25, 1, 100);
    return Map.of(
        "entities",
        imports.list(scope, before, rows).stream()
            .map(it -> ImportJson.of(scope, it, null, clock.instant()))
            .toList());
  }

  /// The rejected rows with line, column and reason, as CSV.
  @GET
  @Path("{importId}/rejections")
  @Produces("text/csv")
  @Requires(Permission.IMPORT_VIEW)
  @Answers(value = String.class, status = 200)
  public Response rejections(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    Import it = imports.get(scope, parse(id));
    StreamingOutput csv = out -> rejected.write(scope, it, RejectedRows.Wording.ENGLISH, out);
    return attachment(csv);
  }

  static Response attachment(StreamingOutput csv) {
    return Response.ok(csv)
        .type("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"rejected-rows.csv\"")
        .build();
  }

  /// Starts the run of what the dry run found.
  @POST
  @Path("{importId}/run")
  @Requires(Permission.IMPORT_ADD)
  public ImportJson run(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    return ImportJson.of(scope, imports.run(scope, parse(id)), null, clock.instant());
  }

  /// Lets it rest where it stands.
  @POST
  @Path("{importId}/pause")
  @Requires(Permission.IMPORT_ADD)
  public ImportJson pause(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    return ImportJson.of(scope, imports.pause(scope, parse(id)), null, clock.instant());
  }

  /// Takes a paused one up again.
  @POST
  @Path("{importId}/resume")
  @Requires(Permission.IMPORT_ADD)
  public ImportJson resume(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    return ImportJson.of(scope, imports.resume(scope, parse(id)), null, clock.instant());
  }

  /// Stops it for good; what is applied stays.
  @POST
  @Path("{importId}/cancel")
  @Requires(Permission.IMPORT_ADD)
  public ImportJson cancel(@PathParam("importId") String id) {
    Scope scope = caller.scope();
    return ImportJson.of(scope, imports.cancel(scope, parse(id)), null, clock.instant());
  }

  private static UUID parse(String id) {
    return Parse.id("importId", id);
  }

  private static Choice choice(
      String mapping,
      String source,
      List<MatchKey> keys,
      boolean run,
      ReadingRules reading,
      ImportKind kind) {
    return mapping.equals("guess")
        ? new Choice(null, source, keys, run, reading, kind)
        : new Choice(
            words(mapping).map(ColumnWords::read).toList(), keys, source, run, reading, kind);
  }

  static ImportKind kind(String word) {
    return ImportKind.ofWord(word)
        .orElseThrow(
            () -> new Invalid("kind", "unknown", "kind knows contacts and organizations."));
  }

  private static Stream<String> words(String mapping) {
    return Stream.of(mapping.split(",", -1)).map(word -> word.split(":", 2)[0]);
  }

  private static List<ColumnRule> rules(String mapping) {
    List<ColumnRule> rules =
        Stream.of(mapping.split(",", -1))
            .map(word -> word.indexOf(':') < 0 ? ColumnRule.NONE : rule(word.split(":", 2)[1]))
            .toList();
    return rules.stream().allMatch(ColumnRule.NONE::equals) ? List.of() : rules;
  }

  private static ColumnRule rule(String word) {
    Winner winner = Winner.read(word.strip().toUpperCase(Locale.ROOT));
    if (winner == null) {
      throw new Invalid(
          "mapping", "unknown", "A column of mapping may end in :FILE, :FILL or :STORED.");
    }
    return ColumnRule.NONE.winning(winner);
  }

  static List<MatchKey> matchKeys(@Nullable List<String> words) {
    return Parse.list(words).stream()
        .map(word ->
            MatchKey.ofWord(word)
                .orElseThrow(() ->
                    new Invalid("matchOn", "unknown", "matchOn knows email, phone and website.")))
        .distinct()
        .toList();
  }
}
