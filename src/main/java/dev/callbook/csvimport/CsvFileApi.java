package dev.callbook.csvimport;

import dev.callbook.access.Open;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.access.Tickets;
import dev.callbook.access.Tickets.Admitted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/// Files of imports at addresses that let in whoever holds them: the file on its way here, and the
/// report of rejected rows.
@Path(CsvFileApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CsvFileApi {
  /// `BodyLimits` lets larger bodies pass here.
  static final String PATH = "/api/v2/callbook/importfiles";

  static final String PURPOSE = "csv-upload";
  static final String REPORT = "import-report";

  private final CsvUploads uploads;
  private final Imports imports;
  private final RejectedRows rejected;
  private final Tickets tickets;

  CsvFileApi(CsvUploads uploads, Imports imports, RejectedRows rejected, Tickets tickets) {
    this.uploads = uploads;
    this.imports = imports;
    this.rejected = rejected;
    this.tickets = tickets;
  }

  @PUT
  @Path("{ticket}")
  @Consumes(MediaType.WILDCARD)
  @Open(
      "whoever holds the address of an upload within the hour; what its owner may do counts as of now")
  public Response take(@PathParam("ticket") String ticket, InputStream body) {
    Admitted admitted = tickets.admit(PURPOSE, ticket);
    Scope scope = admitted.access().scope(Permission.CSV_UPLOAD_ADD, Origin.API);
    uploads.take(scope, admitted.record(), body);
    return Response.ok().build();
  }

  @GET
  @Path("{ticket}/report")
  @Produces("text/csv")
  @Open(
      "whoever holds the address of a report within the hour; what its reader may see counts as of now")
  public Response report(@PathParam("ticket") String ticket) {
    Admitted admitted = tickets.admit(REPORT, ticket);
    Scope scope = admitted.access().scope(Permission.IMPORT_VIEW, Origin.API);
    Import it = imports.get(scope, admitted.record());
    StreamingOutput csv = out -> rejected.write(scope, it, RejectedRows.Wording.ENGLISH, out);
    return ImportApi.attachment(csv);
  }
}
