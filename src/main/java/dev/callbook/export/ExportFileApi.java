package dev.callbook.export;

import dev.callbook.access.Open;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.access.Tickets;
import dev.callbook.access.Tickets.Admitted;
import dev.callbook.wire.Refusal.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of exports, at the addresses that exports name.
@Path(ExportFileApi.PATH)
@RunOnVirtualThread
public class ExportFileApi {
  static final String PATH = "/api/v2/callbook/exports";

  private final Exports exports;
  private final Tickets tickets;

  ExportFileApi(Exports exports, Tickets tickets) {
    this.exports = exports;
    this.tickets = tickets;
  }

  static String purpose(ExportKind kind) {
    return kind.word() + "-export";
  }

  /// Compressed for whoever says that they can read it.
  @GET
  @Path("{kind}/{ticket}")
  @Produces("text/csv")
  @Open(
      "whoever holds an address that an export named within the hour; what its reader may see counts as of now")
  public Response file(
      @PathParam("kind") String word,
      @PathParam("ticket") String ticket,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings,
      @Context HttpServerResponse response) {
    ExportKind kind =
        Stream.of(ExportKind.values())
            .filter(known -> known.word().equals(word))
            .findFirst()
            .orElseThrow(() -> new NotFound("export", word));
    Admitted admitted = tickets.admit(purpose(kind), ticket);
    Scope scope = ExportRights.of(admitted.access(), Permission.EXPORT_VIEW, kind);
    Export export = exports.finished(scope, kind, admitted.record());
    boolean isCompressed =
        export.wish().format() != ExportFormat.XLSX
            && encodings != null
            && encodings.toLowerCase(Locale.ROOT).contains("gzip")
            && !encodings.toLowerCase(Locale.ROOT).contains("gzip;q=0");
    StreamingOutput bytes = out -> exports.write(scope, export, isCompressed, out);
    Response.ResponseBuilder answer =
        Response.ok(bytes)
            .type(export.wish().format().mediaType())
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + export.fileName() + "\"")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (!isCompressed) {
      return answer.build();
    }
    // The server has said `identity`, lest it compress the answer itself; both would cancel out.
    response.headers().remove(HttpHeaders.CONTENT_ENCODING);
    return answer.encoding("gzip").build();
  }
}
