package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Actor;
import dev.callbook.access.Caller;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.Open;
import dev.callbook.access.oauth.AuthorizationRequest;
import dev.callbook.access.oauth.AuthorizationRequest.Sent;
import dev.callbook.access.oauth.Authorizations;
import dev.callbook.access.oauth.Authorizations.Reading;
import dev.callbook.web.WebTemplates;
import dev.callbook.web.Words;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A client sends a user here; the user signs in, allows it, and returns with a code.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class AuthorizePages {
  /// Where clients send users.
  static final String PATH = "/oauth/authorize";

  private static final String WHY = "anyone: asks who it is, then asks the user";

  private final Authorizations authorizations;
  private final Caller caller;
  private final Words words;

  AuthorizePages(Authorizations authorizations, Caller caller, Words words) {
    this.authorizations = authorizations;
    this.caller = caller;
    this.words = words;
  }

  @GET
  @Path("oauth/authorize")
  @Open(WHY)
  public Response ask(@Context UriInfo uri) {
    MultivaluedMap<String, String> sent = uri.getQueryParameters();
    return ask(sent(sent), "login".equals(sent.getFirst("prompt")));
  }

  @GET
  @Path("login/oauth/authorize")
  @Open(WHY)
  public Response askAtLogin(@Context UriInfo uri) {
    return ask(uri);
  }

  private Response ask(Sent sent, boolean anew) {
    return switch (authorizations.read(sent)) {
      case Reading.Returned(String location) -> Response.seeOther(URI.create(location)).build();
      case Reading.Asked(AuthorizationRequest request) -> {
        if (anew || !isFor(request)) {
          yield Response.seeOther(URI.create(signIn(sent))).build();
        }
        yield authorizations.isRemembered(caller.access(), request)
            ? Response.seeOther(URI.create(authorizations.sendCode(caller.access(), request)))
                .build()
            : page(request, sent);
      }
    };
  }

  private boolean isFor(AuthorizationRequest request) {
    return caller.isKnown() && authorizations.isFor(caller.access(), request);
  }

  /// Comes back without `prompt`: whoever has just signed in is not asked to once more.
  private static String signIn(Sent sent) {
    return "/sign-in?next=" + URLEncoder.encode(PATH + "?" + sent.query(), StandardCharsets.UTF_8);
  }

  private Response page(AuthorizationRequest request, Sent sent) {
    Access user = caller.access();
    return Response.ok(
            PeopleTemplates.consent(
                new ConsentView(
                    request.registered().client().name(),
                    user.orgName(),
                    nameOf(user),
                    authorizations.emailOf(user),
                    request.scopes().stream().sorted().map(this::inWords).toList(),
                    addressOf(request.redirectUri()),
                    fields(user, sent),
                    PATH + "?" + sent.query() + "&prompt=login")))
        .build();
  }

  private static String nameOf(Access access) {
    return access.actor() instanceof Actor.User(var _, String name) ? name : "";
  }

  private String inWords(OAuthScope scope) {
    PeopleMessages say = words.of(PeopleMessages.class);
    return switch (scope) {
      case EXTERNAL_CONTACTS -> say.scopeExternalContacts();
      case EXTERNAL_CONTACTS_READONLY -> say.scopeExternalContactsReadonly();
    };
  }

  private static String addressOf(String redirectUri) {
    URI uri = URI.create(redirectUri);
    return uri.getRawAuthority() == null ? uri.getScheme() + ":" : uri.getRawAuthority();
  }

  /// Who was asked is posted along, so that nobody answers for another who signed in meanwhile.
  private static List<ConsentView.Field> fields(Access user, Sent sent) {
    List<ConsentView.Field> fields = new ArrayList<>();
    fields.add(new ConsentView.Field("user", String.valueOf(user.actor().idOrNull())));
    add(fields, "client_id", sent.clientId());
    add(fields, "redirect_uri", sent.redirectUri());
    add(fields, "response_type", sent.responseType());
    add(fields, "scope", sent.scope());
    add(fields, "state", sent.state());
    add(fields, "code_challenge", sent.codeChallenge());
    add(fields, "code_challenge_method", sent.codeChallengeMethod());
    return fields;
  }

  private static void add(List<ConsentView.Field> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.add(new ConsentView.Field(name, value));
    }
  }

  /// The user's answer. The way on to the client is a page's, not a redirect's: the content
  /// security policy lets the answer to a form lead to no other site.
  @POST
  @Path("oauth/authorize")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Open("the user who was asked: asks who it is otherwise")
  public Response decide(@Nullable MultivaluedMap<String, String> form) {
    MultivaluedMap<String, String> fields = form == null ? new MultivaluedHashMap<>() : form;
    Sent sent = sent(fields);
    return switch (authorizations.read(sent)) {
      case Reading.Returned(String location) -> onward(location);
      case Reading.Asked(AuthorizationRequest request) -> {
        if (!isFor(request)) {
          yield Response.seeOther(URI.create(signIn(sent))).build();
        }
        Access user = caller.access();
        if (!String.valueOf(user.actor().idOrNull()).equals(fields.getFirst("user"))) {
          yield page(request, sent);
        }
        yield onward(
            "allow".equals(fields.getFirst("decision"))
                ? authorizations.allow(user, request)
                : authorizations.deny(request));
      }
    };
  }

  private static Response onward(String location) {
    return Response.ok(WebTemplates.onward(location)).build();
  }

  private static Sent sent(MultivaluedMap<String, String> fields) {
    return new Sent(
        fields.getFirst("client_id"),
        fields.getFirst("redirect_uri"),
        fields.getFirst("response_type"),
        fields.getFirst("scope"),
        fields.getFirst("state"),
        fields.getFirst("code_challenge"),
        fields.getFirst("code_challenge_method"));
  }
}
