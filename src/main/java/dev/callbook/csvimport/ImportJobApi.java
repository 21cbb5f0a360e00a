package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.access.Tickets;
import dev.callbook.csvimport.ImportJobJson.CsvRequestJson;
import dev.callbook.csvimport.ImportJobJson.CsvResponseJson;
import dev.callbook.csvimport.ImportJobJson.RequestJson;
import dev.callbook.csvimport.ImportJobJson.StepJson;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.directory.References.EntityRef;
import dev.callbook.web.PublicAddress;
import dev.callbook.wire.Answers;
import dev.callbook.wire.CursorListing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Imports as the public API orders and watches them.
@Path("/api/v2/externalcontacts/import")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ImportJobApi {
  private static final Duration REPORT = Duration.ofHours(1);

  private final ImportJobs jobs;
  private final ImportProfiles profiles;
  private final ImportListings listings;
  private final Tickets tickets;
  private final PublicAddress address;
  private final Caller caller;

  ImportJobApi(
      ImportJobs jobs,
      ImportProfiles profiles,
      ImportListings listings,
      Tickets tickets,
      PublicAddress address,
      Caller caller) {
    this.jobs = jobs;
    this.profiles = profiles;
    this.listings = listings;
    this.tickets = tickets;
    this.address = address;
    this.caller = caller;
  }

  /// `postExternalcontactsImportCsvJobs`
  @POST
  @Path("csv/jobs")
  @Requires(Permission.CSV_JOB_ADD)
  @Answers(value = CsvResponseJson.class, status = 202)
  public Response order(@Nullable CsvRequestJson body) {
    CsvRequestJson sent = Parse.body(body);
    UUID upload = required("uploadId", sent.uploadId());
    UUID settings = required("settingsId", sent.settingsId());
    Scope scope = caller.scope();
    Import job =
        jobs.order(
            scope,
            upload,
            settings,
            kind -> ImportRights.of(caller, kind),
            divisionOf(sent.division()));
    String uri = ImportJobJson.PATH + "/" + job.id();
    return Response.accepted(new CsvResponseJson(new EntityRef(job.id().toString(), uri))).build();
  }

  private static UUID required(String field, @Nullable String id) {
    if (Parse.isAbsent(id)) {
      throw new Invalid(field, "required", field + " is missing.");
    }
    return Parse.id(field, String.valueOf(id).strip());
  }

  private static String divisionOf(@Nullable DivisionJson sent) {
    return DivisionJson.idOf(sent).orElse("*");
  }

  /// `postExternalcontactsImportJobs`: a job without a file. Nothing but files brings rows here, so
  /// what is sent is checked and then declined.
  @POST
  @Path("jobs")
  @Requires(Permission.IMPORT_ADD)
  public ImportJobJson add(@Nullable RequestJson body) {
    RequestJson sent = Parse.body(body);
    Scope scope = caller.scope();
    scope.divisionToWrite(Optional.of(divisionOf(sent.division())));
    profiles.require(scope, required("settingsId", sent.settingsId()));
    throw new Conflict(
        "settingsId",
        "A job needs a file: announce it at import/csv/uploads, then order the job at import/csv/jobs.");
  }

  /// `getExternalcontactsImportJobs`
  @GET
  @Path("jobs")
  @Requires(Permission.IMPORT_VIEW_ALL)
  public CursorListing<ImportJobJson> list(
      @QueryParam("expand") @Nullable List<String> expand,
      @QueryParam("after") @Nullable String after,
      @QueryParam("pageSize") @Nullable String pageSize,
      @QueryParam("sortOrder") @Nullable String sortOrder,
      @QueryParam("jobStatus") @Nullable String jobStatus,
      @Context UriInfo request) {
    Parse.expand(expand, Set.of("division"));
    Scope scope = caller.scope();
    ImportJobFilter filter =
        new ImportJobFilter(status(jobStatus), ImportListings.isDescending(sortOrder));
    Link link =
        Link.to(ImportJobJson.PATH).with("sortOrder", sortOrder).with("jobStatus", jobStatus);
    return listings.of(
        scope,
        new ImportListings.Request(link, after, pageSize, 25, 100),
        (last, rows) -> jobs.list(scope, filter, last, rows),
        Import::id,
        job -> toJson(scope, job, request));
  }

  private static Optional<ImportJobStatus> status(@Nullable String word) {
    if (Parse.isAbsent(word)) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(ImportJobStatus.values())
            .filter(status -> status.name().equalsIgnoreCase(String.valueOf(word).strip()))
            .findFirst()
            .orElseThrow(() ->
                new Invalid(
                    "jobStatus",
                    "invalid.value",
                    "jobStatus must be Created, Running, Completed, Failed or Cancelled.")));
  }

  /// `getExternalcontactsImportJob`
  @GET
  @Path("jobs/{jobId}")
  @Requires(Permission.IMPORT_VIEW)
  public ImportJobJson get(
      @PathParam("jobId") String id,
      @QueryParam("expand") @Nullable List<String> expand,
      @Context UriInfo request) {
    Parse.expand(expand, Set.of("division"));
    Scope scope = caller.scope();
    return toJson(scope, jobs.get(scope, Parse.id("jobId", id)), request);
  }

  /// `putExternalcontactsImportJob`
  @PUT
  @Path("jobs/{jobId}")
  @Requires(Permission.IMPORT_EDIT)
  public StepJson step(@PathParam("jobId") String id, @Nullable StepJson body) {
    UUID job = Parse.id("jobId", id);
    StepJson sent = Parse.body(body);
    if (!Parse.isAbsent(sent.jobId())
        && !id.equalsIgnoreCase(String.valueOf(sent.jobId()).strip())) {
      throw new Invalid("jobId", "invalid.value", "jobId must be that of the address.");
    }
    if (sent.status() == null) {
      throw new Invalid("status", "required", "status is missing: Continue, Cancel or Retry.");
    }
    jobs.step(caller.scope(), job, sent.status());
    return new StepJson(job.toString(), sent.status());
  }

  private ImportJobJson toJson(Scope scope, Import job, UriInfo request) {
    String ticket = tickets.issue(scope, CsvFileApi.REPORT, job.id(), REPORT);
    return ImportJobJson.of(
        scope, job, address.of(request, CsvFileApi.PATH + "/" + ticket + "/report"));
  }
}
