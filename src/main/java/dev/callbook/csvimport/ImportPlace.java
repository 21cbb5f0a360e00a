package dev.callbook.csvimport;

import dev.callbook.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// The navigation's address of the imports.
@Path("/import")
public class ImportPlace {
  @GET
  @Open("anyone: leads on to the imports, which ask who it is")
  public Response lead() {
    return Response.seeOther(URI.create(ImportPages.PATH)).build();
  }
}
