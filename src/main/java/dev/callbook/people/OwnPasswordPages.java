package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Actor;
import dev.callbook.access.Caller;
import dev.callbook.access.OwnPassword;
import dev.callbook.access.SignIn.Outcome;
import dev.callbook.access.SignedIn;
import dev.callbook.access.Users;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Words;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// Where a user changes their own password.
@Path("/account/password")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OwnPasswordPages {
  private static final String WHY = "everyone may change their own password";

  private final OwnPassword passwords;
  private final Users users;
  private final Caller caller;
  private final SessionCookie cookie;
  private final Flash flash;
  private final Words words;
  private final Clock clock;

  OwnPasswordPages(
      OwnPassword passwords,
      Users users,
      Caller caller,
      SessionCookie cookie,
      Flash flash,
      Words words,
      Clock clock) {
    this.passwords = passwords;
    this.users = users;
    this.caller = caller;
    this.cookie = cookie;
    this.flash = flash;
    this.words = words;
    this.clock = clock;
  }

  @GET
  @SignedIn(WHY)
  public Response form() {
    return page(200, FormErrors.none());
  }

  private Response page(int status, FormErrors errors) {
    Access access = caller.access();
    var user = users.get(access.org(), self().id());
    return Response.status(status)
        .entity(PeopleTemplates.ownPassword(user.name(), user.email(), errors))
        .build();
  }

  /// A client has no password.
  private Actor.User self() {
    if (caller.access().actor() instanceof Actor.User user) {
      return user;
    }
    throw new NotFound("user", "me");
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @SignedIn(WHY)
  public Response change(
      @FormParam("current") @DefaultValue("") String current,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("again") @DefaultValue("") String again) {
    Actor.User self = self();
    PeopleMessages say = words.of(PeopleMessages.class);
    if (!password.equals(again)) {
      return wrong("again", say.passwordsDiffer());
    }
    try {
      return switch (passwords.change(caller.access().org(), self, current, password)) {
        case Outcome.SignedIn(String session) -> {
          flash.say(say.passwordIsSet());
          yield Response.seeOther(URI.create("/")).cookie(cookie.of(session)).build();
        }
        case Outcome.Refused _ -> wrong("current", say.notYourPassword());
        case Outcome.Locked(var until) ->
            wrong(
                "current",
                say.locked(Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1)));
      };
    } catch (Invalid _) {
      return wrong("password", say.passwordNeeded());
    }
  }

  private Response wrong(String field, String problem) {
    return page(422, new FormErrors(Map.of(field, problem)));
  }
}
