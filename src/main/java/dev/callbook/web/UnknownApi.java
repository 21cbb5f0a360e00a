package dev.callbook.web;

import dev.callbook.access.Open;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/// Whatever else is asked of the API: 404 in its error form.
@Path("/api/{rest:.*}")
@RunOnVirtualThread
public class UnknownApi {
  private static final String WHY = "anyone: there is nothing here";

  @GET
  @Open(WHY)
  public void get() {
    throw new NotFoundException();
  }

  @POST
  @Open(WHY)
  public void post() {
    throw new NotFoundException();
  }

  @PUT
  @Open(WHY)
  public void put() {
    throw new NotFoundException();
  }

  @PATCH
  @Open(WHY)
  public void patch() {
    throw new NotFoundException();
  }

  @DELETE
  @Open(WHY)
  public void delete() {
    throw new NotFoundException();
  }
}
