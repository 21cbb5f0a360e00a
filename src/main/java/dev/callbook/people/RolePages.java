package dev.callbook.people;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Role;
import dev.callbook.access.Roles;
import dev.callbook.access.Scope;
import dev.callbook.people.RoleViews.Typed;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Parse;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Roles: what each allows, and for how many.
@Path("/roles")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RolePages {
  private final Roles roles;
  private final RoleViews views;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  RolePages(
      Roles roles,
      RoleViews views,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.roles = roles;
    this.views = views;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  @GET
  @Requires(Permission.ROLE_VIEW)
  public TemplateInstance list() {
    return PeopleTemplates.roles(shells.at(Place.PEOPLE), views.all(caller.scope()));
  }

  /// @param copy the role to begin with; absent: with nothing
  @GET
  @Path("new")
  @Requires(Permission.ROLE_ADD)
  public TemplateInstance form(@QueryParam("copy") @Nullable String copy) {
    Scope scope = caller.scope();
    Typed typed =
        Parse.isAbsent(copy)
            ? Typed.nothing()
            : copyOf(roles.get(scope, Parse.id("copy", String.valueOf(copy))));
    return asking(typed, FormErrors.none());
  }

  /// What the viewer does not hold stays behind: they could not give it.
  private Typed copyOf(Role role) {
    Set<Permission> kept = EnumSet.noneOf(Permission.class);
    role.permissions().stream().filter(caller.access()::may).forEach(kept::add);
    String description = role.description() == null ? "" : role.description();
    return new Typed(words.of(PeopleMessages.class).copyOf(role.name()), description, kept);
  }

  private TemplateInstance asking(Typed typed, FormErrors errors) {
    return PeopleTemplates.role(shells.at(Place.PEOPLE), views.asked(typed, errors));
  }

  @POST
  @Requires(Permission.ROLE_ADD)
  public Response add(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("description") @DefaultValue("") String description,
      @FormParam("permission") @Nullable List<String> permissions) {
    Typed typed = new Typed(name, description, permissions(permissions));
    try {
      Role added =
          roles.add(caller.access(), caller.scope(), name, description, typed.permissions());
      return done("/roles/" + added.id(), words.of(PeopleMessages.class).roleAdded());
    } catch (Invalid refused) {
      return Response.status(422).entity(asking(typed, errors(refused))).build();
    } catch (Conflict refused) {
      return Response.status(422).entity(asking(typed, errors(refused))).build();
    }
  }

  private static Set<Permission> permissions(@Nullable List<String> sent) {
    Set<Permission> read = EnumSet.noneOf(Permission.class);
    for (String name : sent == null ? List.<String>of() : sent) {
      read.add(
          Permission.of(name)
              .orElseThrow(
                  () -> new Invalid("permission", "unknown", "There is no such permission here.")));
    }
    return read;
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

  private FormErrors errors(Conflict refused) {
    return new FormErrors(Map.of("name", refusals.of(refused.error())));
  }

  private Response done(String path, String what) {
    flash.say(what);
    return Response.seeOther(URI.create(path)).build();
  }

  @GET
  @Path("{roleId}")
  @Requires(Permission.ROLE_VIEW)
  public TemplateInstance show(@PathParam("roleId") String id) {
    Scope scope = caller.scope();
    Role role = roles.get(scope, Parse.id("roleId", id));
    return showing(scope, role, Typed.of(role), FormErrors.none());
  }

  private TemplateInstance showing(Scope scope, Role role, Typed typed, FormErrors errors) {
    return PeopleTemplates.role(shells.at(Place.PEOPLE), views.of(scope, role, typed, errors));
  }

  @POST
  @Path("{roleId}")
  @Requires(Permission.ROLE_EDIT)
  public Response correct(
      @PathParam("roleId") String id,
      @FormParam("version") @DefaultValue("0") String version,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("description") @DefaultValue("") String description,
      @FormParam("permission") @Nullable List<String> permissions) {
    Scope scope = caller.scope();
    UUID role = Parse.id("roleId", id);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    Typed typed = new Typed(name, description, permissions(permissions));
    Role known = roles.get(scope, role);
    try {
      roles.correct(
          caller.access(), scope, role, Optional.of(seen), name, description, typed.permissions());
    } catch (Invalid refused) {
      return again(scope, known, typed, errors(refused));
    } catch (Conflict refused) {
      return again(scope, known, typed, errors(refused));
    }
    return done("/roles/" + role, words.of(PeopleMessages.class).roleSaved());
  }

  private Response again(Scope scope, Role role, Typed typed, FormErrors errors) {
    return Response.status(422).entity(showing(scope, role, typed, errors)).build();
  }

  @POST
  @Path("{roleId}/delete")
  @Requires(Permission.ROLE_DELETE)
  public Response remove(@PathParam("roleId") String id) {
    Scope scope = caller.scope();
    Role role = roles.get(scope, Parse.id("roleId", id));
    try {
      roles.remove(scope, role.id());
    } catch (Conflict _) {
      PeopleMessages say = words.of(PeopleMessages.class);
      String why =
          role.builtIn()
              ? say.builtInWords()
              : say.roleHeld(roles.holderCounts(scope).getOrDefault(role.id(), 0));
      return Response.status(409)
          .entity(showing(scope, role, Typed.of(role), new FormErrors(Map.of("delete", why))))
          .build();
    }
    return done("/roles", words.of(PeopleMessages.class).roleDeleted());
  }
}
