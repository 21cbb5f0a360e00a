package dev.callbook.people;

import dev.callbook.access.Attempts;
import dev.callbook.access.Open;
import dev.callbook.access.PasswordLinks;
import dev.callbook.access.User;
import dev.callbook.people.PasswordView.State;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Words;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
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
import java.util.Map;
import java.util.Optional;

/// Where a user who was handed a link sets a password. Reading the page uses nothing up: programs
/// that look ahead at links in messages would.
@Path("/password")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PasswordPages {
  static final String PATH = "/password/";

  private static final String WHY = "whoever was handed the link; 256 random bits, good once";

  private final PasswordLinks links;
  private final Attempts attempts;
  private final Words words;
  private final RoutingContext request;

  PasswordPages(PasswordLinks links, Attempts attempts, Words words, RoutingContext request) {
    this.links = links;
    this.attempts = attempts;
    this.words = words;
    this.request = request;
  }

  @GET
  @Path("{secret}")
  @Open(WHY)
  public Response form(@PathParam("secret") String secret) {
    return links
        .userOf(secret)
        .map(user -> page(200, secret, user, FormErrors.none()))
        .orElseGet(PasswordPages::gone);
  }

  private static Response page(int status, String secret, User user, FormErrors errors) {
    return answer(
        status, new PasswordView(State.ASKING, secret, user.name(), user.email(), errors));
  }

  private static Response gone() {
    return answer(404, PasswordView.of(State.GONE));
  }

  private static Response answer(int status, PasswordView view) {
    return Response.status(status).entity(PeopleTemplates.password(view)).build();
  }

  @POST
  @Path("{secret}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Open(WHY)
  public Response set(
      @PathParam("secret") String secret,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("again") @DefaultValue("") String again) {
    if (!attempts.admit(secret, from())) {
      return answer(429, PasswordView.of(State.TOO_FAST));
    }
    Optional<User> user = links.userOf(secret);
    if (user.isEmpty()) {
      return gone();
    }
    PeopleMessages say = words.of(PeopleMessages.class);
    if (!password.equals(again)) {
      Map<String, String> errors = Map.of("again", say.passwordsDiffer());
      return page(422, secret, user.get(), new FormErrors(errors));
    }
    try {
      return links.use(secret, password) ? answer(200, PasswordView.of(State.SET)) : gone();
    } catch (Invalid _) {
      Map<String, String> errors = Map.of("password", say.passwordNeeded());
      return page(422, secret, user.get(), new FormErrors(errors));
    }
  }

  private String from() {
    return request.request().remoteAddress().hostAddress();
  }
}
