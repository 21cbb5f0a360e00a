package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.PasswordLinks;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.access.Sessions;
import dev.callbook.access.User;
import dev.callbook.access.Users;
import dev.callbook.people.UserView.Typed;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.PublicAddress;
import dev.callbook.web.Words;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One user: who they are, what they may do and why, what they have open.
@Path("/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class UserPages {
  private final Users users;
  private final GrantForms grants;
  private final PasswordLinks links;
  private final Sessions sessions;
  private final UserViews views;
  private final UserFormErrors wrong;
  private final PageShells shells;
  private final PublicAddress address;
  private final Flash flash;
  private final Caller caller;
  private final Words words;

  UserPages(
      Users users,
      GrantForms grants,
      PasswordLinks links,
      Sessions sessions,
      UserViews views,
      UserFormErrors wrong,
      PageShells shells,
      PublicAddress address,
      Flash flash,
      Caller caller,
      Words words) {
    this.users = users;
    this.grants = grants;
    this.links = links;
    this.sessions = sessions;
    this.views = views;
    this.wrong = wrong;
    this.shells = shells;
    this.address = address;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
  }

  @GET
  @Path("{userId}")
  @Requires(Permission.USER_VIEW)
  public TemplateInstance show(
      @PathParam("userId") String id,
      @QueryParam("permission") @Nullable String permission,
      @QueryParam("division") @Nullable String division) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    return page(
        scope,
        user,
        Questions.Asked.of(permission, division),
        null,
        new Typed(user.name(), user.email()),
        FormErrors.none());
  }

  private User user(Scope scope, String id) {
    return users.get(scope, Parse.id("userId", id));
  }

  private TemplateInstance page(
      Scope scope,
      User user,
      Questions.Asked asked,
      @Nullable String link,
      Typed typed,
      FormErrors errors) {
    return PeopleTemplates.user(
        shells.at(Place.PEOPLE), views.of(scope, user, asked, link, typed, errors));
  }

  private Response done(UUID user, String what) {
    flash.say(what);
    return Response.seeOther(URI.create("/people/" + user)).build();
  }

  @POST
  @Path("{userId}")
  @Requires(Permission.USER_EDIT)
  public Response correct(
      @PathParam("userId") String id,
      @FormParam("version") @DefaultValue("0") String version,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("email") @DefaultValue("") String email) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    try {
      users.correct(caller.access(), scope, user.id(), seen, name, email, user.active());
    } catch (Invalid refused) {
      return again(scope, user, new Typed(name, email), wrong.of(refused));
    } catch (Conflict _) {
      Map<String, String> taken = Map.of("email", words.of(PeopleMessages.class).userTaken());
      return again(scope, user, new Typed(name, email), new FormErrors(taken));
    }
    return done(user.id(), words.of(PeopleMessages.class).userSaved());
  }

  private Response again(Scope scope, User user, Typed typed, FormErrors errors) {
    return Response.status(422)
        .entity(page(scope, user, Questions.Asked.nothing(), null, typed, errors))
        .build();
  }

  @POST
  @Path("{userId}/state")
  @Requires(Permission.USER_EDIT)
  public Response setState(
      @PathParam("userId") String id,
      @FormParam("version") @DefaultValue("0") String version,
      @FormParam("active") boolean active) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    Access access = caller.access();
    users.correct(access, scope, user.id(), seen, user.name(), user.email(), active);
    PeopleMessages say = words.of(PeopleMessages.class);
    return done(user.id(), active ? say.userActivated() : say.userDeactivated());
  }

  /// The link stands on this answer and nowhere else.
  @POST
  @Path("{userId}/password-link")
  @Requires(Permission.USER_EDIT)
  public TemplateInstance issueLink(@PathParam("userId") String id, @Context UriInfo request) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    PasswordLinks.Issued issued = links.issue(caller.access(), scope, user.id());
    return page(
        scope,
        user,
        Questions.Asked.nothing(),
        address.of(request, PasswordPages.PATH + issued.secret()),
        new Typed(user.name(), user.email()),
        FormErrors.none());
  }

  @POST
  @Path("{userId}/password-link/withdraw")
  @Requires(Permission.USER_EDIT)
  public Response withdrawLink(@PathParam("userId") String id) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    links.withdraw(caller.access(), scope, user.id());
    return done(user.id(), words.of(PeopleMessages.class).linkWithdrawn());
  }

  @POST
  @Path("{userId}/grants")
  @Requires(Permission.GRANT_ADD)
  public Response give(
      @PathParam("userId") String id,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    grants.give(scope, user.id(), role, division);
    return done(user.id(), words.of(PeopleMessages.class).roleGiven());
  }

  @POST
  @Path("{userId}/grants/revoke")
  @Requires(Permission.GRANT_DELETE)
  public Response take(
      @PathParam("userId") String id,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    grants.take(scope, user.id(), role, division);
    return done(user.id(), words.of(PeopleMessages.class).roleTaken());
  }

  @POST
  @Path("{userId}/sessions/end")
  @Requires(Permission.TOKEN_DELETE)
  public Response endSession(
      @PathParam("userId") String id, @FormParam("session") @DefaultValue("") String session) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    sessions.endPage(scope, user.id(), session);
    return done(user.id(), words.of(PeopleMessages.class).sessionEnded());
  }

  @POST
  @Path("{userId}/tokens/end")
  @Requires(Permission.TOKEN_DELETE)
  public Response endLogin(
      @PathParam("userId") String id, @FormParam("login") @DefaultValue("") String login) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    sessions.endLogin(scope, user.id(), Parse.id("login", login));
    return done(user.id(), words.of(PeopleMessages.class).sessionEnded());
  }

  @POST
  @Path("{userId}/sign-out")
  @Requires(Permission.TOKEN_DELETE)
  public Response signOut(@PathParam("userId") String id) {
    Scope scope = caller.scope();
    User user = user(scope, id);
    users.signOut(scope, user.id());
    return done(user.id(), words.of(PeopleMessages.class).signedOutEverywhere());
  }
}
