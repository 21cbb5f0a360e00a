package dev.callbook.openapi;

import dev.callbook.access.Open;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The API's description for people: every operation and shape on one page, without a script.
@Path("/openapi/ui")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class DescriptionPages {
  private final DescriptionView view;

  DescriptionPages(Description description) {
    view = DescriptionView.of(description.document());
  }

  @GET
  @Open("anyone: it says what is served, and holds nobody's data")
  public TemplateInstance show() {
    return DescriptionTemplates.show(view);
  }
}
