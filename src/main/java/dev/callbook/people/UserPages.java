package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Divisions;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.access.User;
import dev.callbook.access.Users;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who can sign in, and what they may do where.
@Path("/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class UserPages {
  private final Users users;
  private final Divisions divisions;
  private final GrantForms grants;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  UserPages(
      Users users,
      Divisions divisions,
      GrantForms grants,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.users = users;
    this.divisions = divisions;
    this.grants = grants;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  @GET
  @Requires(Permission.USER_VIEW)
  public TemplateInstance list() {
    return page(caller.scope(), "", "", FormErrors.none());
  }

  private TemplateInstance page(Scope scope, String name, String email, FormErrors errors) {
    var held = grants.held(scope);
    List<UsersView.Row> rows =
        users.all(scope).stream()
            .map(user ->
                new UsersView.Row(
                    user.id().toString(),
                    user.version(),
                    user.name(),
                    user.email(),
                    user.active(),
                    held.stream()
                        .filter(h -> h.subject().equals(user.id()))
                        .map(h ->
                            new UsersView.Held(
                                h.roleId().toString(),
                                h.division().id().value().toString(),
                                grants.inWords(h)))
                        .toList()))
            .toList();
    Access access = caller.access();
    return PeopleTemplates.users(
        shells.at(Place.PEOPLE),
        new UsersView(
            rows,
            grants.roleChoices(scope),
            grants.divisionChoices(scope),
            name,
            email,
            errors,
            new UsersView.May(
                access.may(Permission.USER_ADD),
                access.may(Permission.USER_EDIT),
                access.may(Permission.GRANT_ADD),
                access.may(Permission.DIVISION_ADD))));
  }

  @POST
  @Requires(Permission.USER_ADD)
  public Response add(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division) {
    Scope scope = caller.scope();
    try {
      User added = users.add(scope, name, email, password);
      if (!role.isBlank() && !division.isBlank()) {
        grants.give(caller.scope(Permission.GRANT_ADD), added.id(), role, division);
      }
    } catch (Invalid refused) {
      return again(scope, name, email, messages(refused));
    } catch (Conflict _) {
      return again(scope, name, email, Map.of("email", words.of(PeopleMessages.class).userTaken()));
    }
    return done(words.of(PeopleMessages.class).userAdded());
  }

  private Map<String, String> messages(Invalid refused) {
    PeopleMessages say = words.of(PeopleMessages.class);
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : refused.errors()) {
      errors.put(
          error.field(),
          switch (error.field()) {
            case "name" -> say.nameNeeded();
            case "email" -> say.emailNeeded();
            case "password" -> say.passwordNeeded();
            default -> refusals.of(error);
          });
    }
    return errors;
  }

  private Response again(Scope scope, String name, String email, Map<String, String> errors) {
    return Response.status(422).entity(page(scope, name, email, new FormErrors(errors))).build();
  }

  private Response done(String what) {
    flash.say(what);
    return Response.seeOther(URI.create("/people")).build();
  }

  @POST
  @Path("{userId}/state")
  @Requires(Permission.USER_EDIT)
  public Response setState(
      @PathParam("userId") String id,
      @FormParam("version") @DefaultValue("0") String version,
      @FormParam("active") boolean active) {
    Scope scope = caller.scope();
    UUID user = Parse.id("userId", id);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    users.correct(scope, user, seen, users.get(scope, user).name(), active);
    return done(words.of(PeopleMessages.class).userSaved());
  }

  @POST
  @Path("{userId}/password")
  @Requires(Permission.USER_EDIT)
  public Response setPassword(
      @PathParam("userId") String id, @FormParam("password") @DefaultValue("") String password) {
    Scope scope = caller.scope();
    try {
      users.setPassword(scope, Parse.id("userId", id), password);
    } catch (Invalid _) {
      return again(
          scope, "", "", Map.of("password-" + id, words.of(PeopleMessages.class).passwordNeeded()));
    }
    return done(words.of(PeopleMessages.class).passwordSet());
  }

  @POST
  @Path("{userId}/grants")
  @Requires(Permission.GRANT_ADD)
  public Response give(
      @PathParam("userId") String id,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division) {
    Scope scope = caller.scope();
    User user = users.get(scope, Parse.id("userId", id));
    grants.give(scope, user.id(), role, division);
    return done(words.of(PeopleMessages.class).userSaved());
  }

  @POST
  @Path("{userId}/grants/revoke")
  @Requires(Permission.GRANT_ADD)
  public Response take(
      @PathParam("userId") String id,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division) {
    Scope scope = caller.scope();
    User user = users.get(scope, Parse.id("userId", id));
    grants.take(scope, user.id(), role, division);
    return done(words.of(PeopleMessages.class).userSaved());
  }

  @POST
  @Path("divisions")
  @Requires(Permission.DIVISION_ADD)
  public Response addDivision(@FormParam("divisionName") @DefaultValue("") String name) {
    PeopleMessages say = words.of(PeopleMessages.class);
    try {
      divisions.add(caller.scope(), name);
    } catch (Invalid _) {
      return again(caller.scope(), "", "", Map.of("divisionName", say.nameNeeded()));
    } catch (Conflict _) {
      return again(caller.scope(), "", "", Map.of("divisionName", say.divisionTaken()));
    }
    return done(say.divisionAdded());
  }
}
