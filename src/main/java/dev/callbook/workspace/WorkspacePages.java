package dev.callbook.workspace;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.contact.ContactId;
import dev.callbook.interaction.Associations;
import dev.callbook.interaction.Interactions;
import dev.callbook.platform.DemoSettings;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.workspace.Screens.Screen;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The agent's screen. What an agent does here comes back to all their tabs by the stream, as does
/// what happens elsewhere; an answer to a script is therefore empty, one to a plain form leads back
/// to the page.
@Path("/workspace")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class WorkspacePages {
  private static final String SCRIPT = "HX-Request";

  private final Screens screens;
  private final Desk desk;
  private final Cards cards;
  private final Associations associations;
  private final Interactions interactions;
  private final DemoSettings demo;
  private final PageShells shells;
  private final RefusalWords refusals;
  private final Caller caller;

  WorkspacePages(
      Screens screens,
      Desk desk,
      Cards cards,
      Associations associations,
      Interactions interactions,
      DemoSettings demo,
      PageShells shells,
      RefusalWords refusals,
      Caller caller) {
    this.screens = screens;
    this.desk = desk;
    this.cards = cards;
    this.associations = associations;
    this.interactions = interactions;
    this.refusals = refusals;
    this.demo = demo;
    this.shells = shells;
    this.caller = caller;
  }

  @GET
  @Requires(Permission.WORKSPACE_USE)
  public TemplateInstance workspace() {
    Screen screen = screens.read(caller.access(), null);
    return WorkspaceTemplates.workspace(
        shells.at(Place.WORKSPACE), screen.calls(), screen.panels(), demo.on());
  }

  /// Whom an agent may mean.
  @GET
  @Path("{call}/search")
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance search(
      @PathParam("call") String call, @QueryParam("q") @Nullable String text) {
    Access access = caller.access();
    PanelView panel = screens.panel(access, id(call));
    String searched = text == null ? "" : text.strip();
    return WorkspaceTemplates.found(
        panel.call().id(),
        searched,
        cards.found(access, desk.search(access, searched)),
        panel.rights().keepNumber());
  }

  @POST
  @Path("{call}/pick")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONVERSATION_ASSOCIATE)
  public Response pick(
      @PathParam("call") String call,
      @FormParam("contact") @Nullable String contact,
      @FormParam("remember") @Nullable String remember,
      @HeaderParam(SCRIPT) @Nullable String script) {
    associations.pick(caller.scope(), id(call), contact(contact), remember != null);
    return done(script);
  }

  @POST
  @Path("{call}/attach")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONVERSATION_ASSOCIATE)
  public Response attach(
      @PathParam("call") String call,
      @FormParam("contact") @Nullable String contact,
      @FormParam("keepNumber") @Nullable String keepNumber,
      @HeaderParam(SCRIPT) @Nullable String script) {
    desk.attach(caller.access(), id(call), contact(contact), keepNumber != null);
    return done(script);
  }

  @POST
  @Path("{call}/detach")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONVERSATION_ASSOCIATE)
  public Response detach(
      @PathParam("call") String call, @HeaderParam(SCRIPT) @Nullable String script) {
    associations.detach(caller.scope(), id(call));
    return done(script);
  }

  @POST
  @Path("{call}/create")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONTACT_ADD)
  public Response create(
      @PathParam("call") String call,
      @FormParam("firstName") @Nullable String firstName,
      @FormParam("lastName") @Nullable String lastName,
      @FormParam("division") @Nullable String division,
      @HeaderParam(SCRIPT) @Nullable String script) {
    String first = Objects.requireNonNullElse(firstName, "");
    String last = Objects.requireNonNullElse(lastName, "");
    String where = Objects.requireNonNullElse(division, "*");
    try {
      desk.create(caller.access(), id(call), first, last, where);
      return done(script);
    } catch (Invalid refused) {
      CreateView blank = screens.panel(caller.access(), id(call)).form();
      CreateView form =
          new CreateView(
              blank.call(), first, last, blank.number(), blank.divisions(), where, errors(refused));
      return Response.status(422).entity(WorkspaceTemplates.create(form)).build();
    }
  }

  @POST
  @Path("{call}/note")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONTACT_EDIT)
  public Response note(
      @PathParam("call") String call,
      @FormParam("contact") @Nullable String contact,
      @FormParam("text") @Nullable String text,
      @HeaderParam(SCRIPT) @Nullable String script) {
    desk.note(caller.access(), id(call), contact(contact), Objects.requireNonNullElse(text, ""));
    return done(script);
  }

  @POST
  @Path("{call}/finish")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.WORKSPACE_USE)
  public Response finish(
      @PathParam("call") String call,
      @FormParam("code") @Nullable String code,
      @HeaderParam(SCRIPT) @Nullable String script) {
    interactions.finish(caller.scope(), id(call), code);
    return done(script);
  }

  private static UUID id(String call) {
    return Parse.id("call", call);
  }

  private static ContactId contact(@Nullable String sent) {
    return ContactId.parse("contact", Objects.requireNonNullElse(sent, ""));
  }

  private FormErrors errors(Invalid refused) {
    Map<String, String> byField = new LinkedHashMap<>();
    for (FieldError error : refused.errors()) {
      byField.putIfAbsent(
          error.field().equals("division.id") ? "division" : error.field(), refusals.of(error));
    }
    return new FormErrors(byField);
  }

  private static Response done(@Nullable String script) {
    return script == null
        ? Response.seeOther(URI.create("/workspace")).build()
        : Response.noContent().build();
  }
}
