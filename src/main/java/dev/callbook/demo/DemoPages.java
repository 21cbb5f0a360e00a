package dev.callbook.demo;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.platform.DemoSettings;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the demo adds to an agent's workspace: calls on request, and the switch of those that come
/// in by themselves. Outside a demo there is nothing at these addresses.
@Path("/demo")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class DemoPages {
  private static final String SCRIPT = "HX-Request";

  private final DemoSettings settings;
  private final Switchboard switchboard;
  private final Trickle trickle;
  private final Ids ids;
  private final Caller caller;

  DemoPages(
      DemoSettings settings, Switchboard switchboard, Trickle trickle, Ids ids, Caller caller) {
    this.settings = settings;
    this.switchboard = switchboard;
    this.trickle = trickle;
    this.ids = ids;
    this.caller = caller;
  }

  /// The controls, as the workspace takes them in.
  @GET
  @Path("controls")
  @Requires(Permission.WORKSPACE_USE)
  public TemplateInstance controls() {
    refuseOutsideDemo();
    return DemoTemplates.controls(trickle.isOn(agent()));
  }

  /// Has somebody call the agent who asks.
  @POST
  @Path("calls")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.WORKSPACE_USE)
  public Response call(
      @FormParam("situation") @Nullable String situation,
      @HeaderParam(SCRIPT) @Nullable String script) {
    refuseOutsideDemo();
    switchboard.ring(caller.access(), situation(situation), ids.next().toString());
    return script == null ? toWorkspace() : Response.noContent().build();
  }

  /// @param on anything while calls shall come in by themselves; absent to hold them back
  @POST
  @Path("trickle")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.WORKSPACE_USE)
  public Response trickle(
      @FormParam("on") @Nullable String on, @HeaderParam(SCRIPT) @Nullable String script) {
    refuseOutsideDemo();
    trickle.set(agent(), on != null);
    return script == null ? toWorkspace() : Response.noContent().build();
  }

  private void refuseOutsideDemo() {
    if (!settings.on()) {
      throw new NotFoundException();
    }
  }

  private static Situation situation(@Nullable String sent) {
    return Arrays.stream(Situation.values())
        .filter(each -> each.name().equals(sent))
        .findFirst()
        .orElseThrow(() ->
            new Invalid("situation", "invalid.value", "There is no such situation to simulate."));
  }

  private UUID agent() {
    return Objects.requireNonNull(caller.access().actor().idOrNull());
  }

  private static Response toWorkspace() {
    return Response.seeOther(URI.create("/workspace")).build();
  }
}
