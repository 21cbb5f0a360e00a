package dev.callbook.people;

import dev.callbook.access.Caller;
import dev.callbook.access.Open;
import dev.callbook.access.SignIn;
import dev.callbook.access.SignIn.Outcome;
import dev.callbook.web.PageShells;
import dev.callbook.web.SignInView;
import dev.callbook.web.WebTemplates;
import dev.callbook.web.Words;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Sign-in by e-mail and password, and sign-out.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SignInPages {
  private final SignIn signIn;
  private final Caller caller;
  private final PageShells shells;
  private final SessionCookie cookie;
  private final Words words;
  private final Clock clock;

  SignInPages(
      SignIn signIn,
      Caller caller,
      PageShells shells,
      SessionCookie cookie,
      Words words,
      Clock clock) {
    this.signIn = signIn;
    this.caller = caller;
    this.shells = shells;
    this.cookie = cookie;
    this.words = words;
    this.clock = clock;
  }

  /// Leads to the first place the user may enter.
  @GET
  @Open("anyone: leads on to a page, or to sign-in")
  public Response start() {
    return Response.seeOther(URI.create(caller.isKnown() ? shells.start().path() : "/sign-in"))
        .build();
  }

  @GET
  @Path("sign-in")
  @Open("anyone: the sign-in form")
  public TemplateInstance form(@QueryParam("next") @Nullable String next) {
    return WebTemplates.signIn(new SignInView("", "", null, ownPath(next)));
  }

  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Open("whoever knows an e-mail and its password")
  public Response enter(
      @FormParam("email") @Nullable String email,
      @FormParam("password") @Nullable String password,
      @FormParam("next") @Nullable String next) {
    String sentEmail = email == null ? "" : email;
    return switch (signIn.attempt(sentEmail, password == null ? "" : password)) {
      case Outcome.SignedIn(String session) ->
          onward(ownPath(next)).cookie(cookie.of(session)).build();
      case Outcome.Refused _ ->
          again(sentEmail, next, words.of(PeopleMessages.class).wrongPassword());
      case Outcome.Locked(var until) ->
          again(
              sentEmail,
              next,
              words
                  .of(PeopleMessages.class)
                  .locked(Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1)));
    };
  }

  /// What a client asks for may lead on to the client, whereas the answer to a form may lead to no
  /// other site (`form-action` of the content security policy): a page in between leads there.
  private static Response.ResponseBuilder onward(String path) {
    return path.startsWith(AuthorizePages.PATH)
        ? Response.ok(WebTemplates.onward(path))
        : Response.seeOther(URI.create(path));
  }

  private static Response again(String email, @Nullable String next, String problem) {
    return Response.status(422)
        .entity(WebTemplates.signIn(new SignInView("", email, problem, ownPath(next))))
        .build();
  }

  @POST
  @Path("sign-out")
  @Open("anyone: ends the browser's own session")
  public Response leave(@CookieParam(SignIn.COOKIE) @Nullable String session) {
    if (session != null && caller.isKnown()) {
      signIn.out(caller.access().org(), session);
    }
    return Response.seeOther(URI.create("/sign-in")).cookie(cookie.none()).build();
  }

  /// Only a path of this site: the answer never leads to another host.
  private static String ownPath(@Nullable String next) {
    return next != null && next.matches("/(?![/\\\\])[\\x21-\\x7e]*") ? next : "/";
  }
}
