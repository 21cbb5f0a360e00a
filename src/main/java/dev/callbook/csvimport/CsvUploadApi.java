package dev.callbook.csvimport;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.access.Tickets;
import dev.callbook.csvimport.CsvUpload.Check;
import dev.callbook.csvimport.CsvUpload.Preview;
import dev.callbook.csvimport.CsvUploadJson.DetailsJson;
import dev.callbook.csvimport.CsvUploadJson.ErrorJson;
import dev.callbook.csvimport.CsvUploadJson.HeaderJson;
import dev.callbook.csvimport.CsvUploadJson.PreviewJson;
import dev.callbook.csvimport.CsvUploadJson.RequestJson;
import dev.callbook.csvimport.CsvUploadJson.ResponseJson;
import dev.callbook.csvimport.CsvUploadJson.ValidationJson;
import dev.callbook.web.PublicAddress;
import dev.callbook.wire.Answers;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Files for imports, as the public API takes them: announced here, sent to the address that is
/// answered.
@Path("/api/v2/externalcontacts/import/csv/uploads")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CsvUploadApi {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final CsvUploads uploads;
  private final Tickets tickets;
  private final PublicAddress address;
  private final Caller caller;

  CsvUploadApi(CsvUploads uploads, Tickets tickets, PublicAddress address, Caller caller) {
    this.uploads = uploads;
    this.tickets = tickets;
    this.address = address;
    this.caller = caller;
  }

  /// `postExternalcontactsImportCsvUploads`
  @POST
  @Requires(Permission.CSV_UPLOAD_ADD)
  @Answers(value = ResponseJson.class, status = 201)
  public Response add(@Nullable RequestJson body, @Context UriInfo request) {
    Scope scope = caller.scope();
    RequestJson sent = Parse.body(body);
    if (sent.fileSize() == null) {
      throw new Invalid("fileSize", "required", "fileSize is missing: how many bytes are to come.");
    }
    CsvUpload upload =
        uploads.announce(
            scope,
            Objects.requireNonNullElse(sent.fileName(), ""),
            sent.fileSize(),
            caller.access().region());
    String ticket = tickets.issue(scope, CsvFileApi.PURPOSE, upload.id(), LIFETIME);
    return Response.status(Response.Status.CREATED)
        .entity(
            new ResponseJson(
                upload.id().toString(),
                address.of(request, CsvFileApi.PATH + "/" + ticket),
                List.of(new HeaderJson(HttpHeaders.CONTENT_TYPE, "text/csv"))))
        .build();
  }

  /// `getExternalcontactsImportCsvUploadDetails`
  @GET
  @Path("{uploadId}/details")
  @Requires(Permission.CSV_UPLOAD_VIEW)
  public DetailsJson details(@PathParam("uploadId") String id) {
    CsvUpload upload = uploads.arrived(caller.scope(), Parse.id("uploadId", id));
    Check check = Objects.requireNonNull(upload.check());
    return new DetailsJson(
        upload.id().toString(),
        upload.fileName(),
        new ValidationJson(
            check.splits(),
            check.isText(),
            check.problems().stream()
                .map(problem -> new ErrorJson(problem.line(), problem.message()))
                .toList()));
  }

  /// `getExternalcontactsImportCsvUploadPreview`
  @GET
  @Path("{uploadId}/preview")
  @Requires(Permission.CSV_UPLOAD_VIEW)
  public PreviewJson preview(@PathParam("uploadId") String id) {
    Preview preview = uploads.preview(caller.scope(), Parse.id("uploadId", id));
    return new PreviewJson(id, preview.header(), preview.rows());
  }
}
