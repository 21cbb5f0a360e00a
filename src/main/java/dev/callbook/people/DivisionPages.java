package dev.callbook.people;

import dev.callbook.access.Caller;
import dev.callbook.access.DivisionEntry;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Divisions;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.people.DivisionViews.Typed;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// Divisions: where records are, and what keeps one from being removed.
@Path("/divisions")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DivisionPages {
  private final Divisions divisions;
  private final DivisionViews views;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  DivisionPages(
      Divisions divisions,
      DivisionViews views,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.divisions = divisions;
    this.views = views;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  @GET
  @Requires(Permission.DIVISION_VIEW)
  public TemplateInstance list() {
    return listing(caller.scope(), new Typed("", ""), FormErrors.none());
  }

  private TemplateInstance listing(Scope scope, Typed typed, FormErrors errors) {
    return PeopleTemplates.divisions(shells.at(Place.PEOPLE), views.all(scope, typed, errors));
  }

  @POST
  @Requires(Permission.DIVISION_ADD)
  public Response add(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("description") @DefaultValue("") String description) {
    Scope scope = caller.scope();
    try {
      divisions.add(scope, name, description);
    } catch (Invalid refused) {
      FormErrors errors = errors(refused);
      return Response.status(422)
          .entity(listing(scope, new Typed(name, description), errors))
          .build();
    } catch (Conflict refused) {
      FormErrors errors = taken(refused);
      return Response.status(422)
          .entity(listing(scope, new Typed(name, description), errors))
          .build();
    }
    return done("/divisions", words.of(PeopleMessages.class).divisionAdded());
  }

  private FormErrors errors(Invalid refused) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : refused.errors()) {
      errors.put(
          error.field(),
          error.field().equals("name")
              ? words.of(PeopleMessages.class).nameNeeded()
              : refusals.of(error));
    }
    return new FormErrors(errors);
  }

  private FormErrors taken(Conflict refused) {
    return new FormErrors(Map.of("name", sentence(refused)));
  }

  private String sentence(Conflict refused) {
    return refused.error().problem() instanceof Problem.TooMany
        ? refusals.of(refused.error())
        : words.of(PeopleMessages.class).divisionTaken();
  }

  private Response done(String path, String what) {
    flash.say(what);
    return Response.seeOther(URI.create(path)).build();
  }

  @GET
  @Path("{divisionId}")
  @Requires(Permission.DIVISION_VIEW)
  public TemplateInstance show(@PathParam("divisionId") String id) {
    Scope scope = caller.scope();
    DivisionEntry entry = entry(scope, id);
    return showing(scope, entry, Typed.of(entry), FormErrors.none());
  }

  private DivisionEntry entry(Scope scope, String id) {
    return divisions.get(scope.org(), id(id));
  }

  private static DivisionId id(String text) {
    return new DivisionId(Parse.id("divisionId", text));
  }

  private TemplateInstance showing(
      Scope scope, DivisionEntry entry, Typed typed, FormErrors errors) {
    return PeopleTemplates.division(shells.at(Place.PEOPLE), views.of(scope, entry, typed, errors));
  }

  @POST
  @Path("{divisionId}")
  @Requires(Permission.DIVISION_EDIT)
  public Response correct(
      @PathParam("divisionId") String id,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("description") @DefaultValue("") String description) {
    Scope scope = caller.scope();
    DivisionEntry entry = entry(scope, id);
    Typed typed = new Typed(name, description);
    try {
      divisions.correct(scope, entry.division().id(), name, description);
    } catch (Invalid refused) {
      return again(422, scope, entry, typed, errors(refused));
    } catch (Conflict refused) {
      return again(422, scope, entry, typed, taken(refused));
    }
    return done("/divisions/" + id, words.of(PeopleMessages.class).divisionSaved());
  }

  private Response again(
      int status, Scope scope, DivisionEntry entry, Typed typed, FormErrors errors) {
    return Response.status(status).entity(showing(scope, entry, typed, errors)).build();
  }

  /// Roles granted in it go with it, which the page says in numbers.
  @POST
  @Path("{divisionId}/delete")
  @Requires(Permission.DIVISION_DELETE)
  public Response remove(@PathParam("divisionId") String id) {
    Scope scope = caller.scope();
    DivisionEntry entry = entry(scope, id);
    try {
      divisions.remove(scope, entry.division().id(), true);
    } catch (Conflict _) {
      Map<String, String> why = Map.of("delete", words.of(PeopleMessages.class).divisionNotEmpty());
      return again(409, scope, entry, Typed.of(entry), new FormErrors(why));
    }
    return done("/divisions", words.of(PeopleMessages.class).divisionDeleted());
  }

  @POST
  @Path("restore")
  @Requires(Permission.DIVISION_ADD)
  public Response restore(@FormParam("division") @DefaultValue("") String id) {
    Scope scope = caller.scope();
    try {
      divisions.restore(scope, new DivisionId(Parse.id("division", id)));
    } catch (Conflict refused) {
      return Response.status(422)
          .entity(
              listing(
                  scope, new Typed("", ""), new FormErrors(Map.of("restore", sentence(refused)))))
          .build();
    }
    return done("/divisions", words.of(PeopleMessages.class).divisionRestored());
  }
}
