package dev.callbook.access.oauth;

import dev.callbook.access.Access;
import dev.callbook.access.AccessChange;
import dev.callbook.access.Actor;
import dev.callbook.access.ClientDraft.Grant;
import dev.callbook.access.Clients;
import dev.callbook.access.Clients.Registered;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.Origin;
import dev.callbook.access.RedirectUri;
import dev.callbook.access.Secrets;
import dev.callbook.access.oauth.AuthorizationRequest.Sent;
import dev.callbook.access.oauth.CodeStore.Code;
import dev.callbook.wire.Problem.NotRegistered;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A client asks, a user allows it, the client gets a code. Source: RFC 6749 section 4.1.
@ApplicationScoped
public class Authorizations {
  /// How long a code is good: time for one redirect.
  static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

  /// What a request amounts to.
  public sealed interface Reading {
    /// The user is to be asked.
    record Asked(AuthorizationRequest request) implements Reading {}

    /// The client is told that it asked wrongly. @param location where the browser goes
    record Returned(String location) implements Reading {}
  }

  private final Clients clients;
  private final CodeStore codes;
  private final Event<AccessChange> changes;
  private final Clock clock;

  Authorizations(Clients clients, CodeStore codes, Event<AccessChange> changes, Clock clock) {
    this.clients = clients;
    this.codes = codes;
    this.changes = changes;
    this.clock = clock;
  }

  /// Reads a request.
  ///
  /// @throws Invalid naming `client_id` or `redirect_uri`: whoever asks is not known to be a client
  ///   of ours, so that nobody is sent there
  public Reading read(Sent sent) {
    Registered known = registered(sent.clientId(), sent.redirectUri());
    String redirectUri = String.valueOf(sent.redirectUri());
    Optional<String> state = Optional.ofNullable(sent.state());
    // Who asks for a token looks for the answer behind the `#`.
    char mark = "token".equals(sent.responseType()) ? '#' : '?';
    return fault(known, sent)
        .<Reading>map(fault ->
            new Reading.Returned(
                AuthorizationRequest.withError(
                    redirectUri, fault.error(), fault.description(), state, mark)))
        .orElseGet(() ->
            new Reading.Asked(
                new AuthorizationRequest(
                    known,
                    redirectUri,
                    state,
                    Optional.ofNullable(sent.codeChallenge()),
                    asked(known, sent.scope()).orElseThrow())));
  }

  /// The client that may be answered there.
  ///
  /// @throws Invalid naming `client_id` or `redirect_uri`
  public Registered registered(@Nullable String clientId, @Nullable String redirectUri) {
    List<Registered> known = clientId == null ? List.of() : clients.withId(id(clientId));
    if (known.isEmpty()) {
      throw unregistered("client_id", "client_id is no client's id.");
    }
    return known.stream()
        .filter(client ->
            redirectUri != null && client.client().details().redirectUris().contains(redirectUri))
        .findFirst()
        .orElseThrow(
            () -> unregistered("redirect_uri", "redirect_uri is none of the client's own."));
  }

  private static UUID id(String clientId) {
    try {
      return UUID.fromString(clientId);
    } catch (IllegalArgumentException malformed) {
      throw unregistered("client_id", "client_id is no client's id.");
    }
  }

  private static Invalid unregistered(String field, String message) {
    return new Invalid(field, "unknown", message, new NotRegistered());
  }

  private record Fault(String error, String description) {}

  private static Optional<Fault> fault(Registered known, Sent sent) {
    if (sent.responseType() == null || sent.responseType().isBlank()) {
      return Optional.of(new Fault("invalid_request", "response_type is missing."));
    }
    if (!sent.responseType().equals("code")) {
      return Optional.of(
          new Fault("unsupported_response_type", "response_type must be code; use PKCE."));
    }
    if (known.client().details().grant() != Grant.CODE) {
      return Optional.of(new Fault("unauthorized_client", "This client acts for itself."));
    }
    if (sent.codeChallenge() == null && sent.codeChallengeMethod() == null) {
      return scopeFault(known, sent);
    }
    if (!"S256".equals(sent.codeChallengeMethod())) {
      return Optional.of(new Fault("invalid_request", "code_challenge_method must be S256."));
    }
    if (sent.codeChallenge() == null || !Pkce.isChallenge(sent.codeChallenge())) {
      return Optional.of(
          new Fault("invalid_request", "code_challenge must be a SHA-256, base64url."));
    }
    return scopeFault(known, sent);
  }

  private static Optional<Fault> scopeFault(Registered known, Sent sent) {
    return asked(known, sent.scope()).isPresent()
        ? Optional.empty()
        : Optional.of(new Fault("invalid_scope", "The client may not ask for this scope."));
  }

  /// The scopes asked for, all of the client's where none is named; empty if it may not have them.
  private static Optional<Set<OAuthScope>> asked(Registered known, @Nullable String scope) {
    Set<OAuthScope> held = known.client().details().scopes();
    if (scope == null || scope.isBlank()) {
      return Optional.of(held);
    }
    List<String> words = Arrays.stream(scope.strip().split("\\s+")).distinct().toList();
    Set<OAuthScope> named = EnumSet.noneOf(OAuthScope.class);
    words.stream().flatMap(word -> OAuthScope.of(word).stream()).forEach(named::add);
    return named.size() == words.size() && OAuthScope.within(held, named).size() == named.size()
        ? Optional.of(Set.copyOf(named))
        : Optional.empty();
  }

  /// Whether it is this user whom the client can act for: one of its own organization.
  public boolean isFor(Access access, AuthorizationRequest request) {
    return access.org().equals(request.registered().org()) && access.actor() instanceof Actor.User;
  }

  /// Whether the user allowed all of it before, for good.
  public boolean isRemembered(Access user, AuthorizationRequest request) {
    Set<OAuthScope> given = codes.consent(user.org(), id(user), client(request));
    return isRememberable(request)
        && OAuthScope.within(given, request.scopes()).equals(request.scopes());
  }

  /// Only a client that the answer surely reaches: any program of the user's machine could pretend
  /// to be one of the others. Source: RFC 8252 section 8.6.
  private static boolean isRememberable(AuthorizationRequest request) {
    return RedirectUri.isOwned(request.redirectUri());
  }

  /// The user's e-mail.
  public String emailOf(Access user) {
    return codes.emailOf(user.org(), id(user)).orElse("");
  }

  /// The user allows it, which is remembered where it can be.
  ///
  /// @return where the browser goes, with a code
  @Transactional
  public String allow(Access user, AuthorizationRequest request) {
    if (isRememberable(request)) {
      remember(user, request);
    }
    return sendCode(user, request);
  }

  private void remember(Access user, AuthorizationRequest request) {
    Set<OAuthScope> before = codes.consent(user.org(), id(user), client(request));
    Set<OAuthScope> after = EnumSet.noneOf(OAuthScope.class);
    after.addAll(request.scopes());
    after.addAll(before);
    if (after.equals(before)) {
      return;
    }
    codes.putConsent(user.org(), id(user), client(request), after, clock.instant());
    changes.fire(
        new AccessChange(
            user.org(),
            user.actor(),
            Origin.PAGE,
            "consent",
            id(user),
            1,
            Map.of(),
            Map.of("client", client(request), "scopes", OAuthScope.words(after))));
  }

  /// @return where the browser goes, with a code
  @Transactional
  public String sendCode(Access user, AuthorizationRequest request) {
    String code = Secrets.issue(user.org());
    codes.add(
        user.org(),
        Secrets.hash(code),
        new Code(
            client(request),
            id(user),
            request.redirectUri(),
            request.challenge(),
            request.scopes(),
            clock.instant().plus(CODE_LIFETIME),
            Optional.empty()));
    return request.withCode(code);
  }

  /// The user does not allow it. @return where the browser goes, with the error
  public String deny(AuthorizationRequest request) {
    return AuthorizationRequest.withError(
        request.redirectUri(), "access_denied", "The user did not allow it.", request.state(), '?');
  }

  private static UUID client(AuthorizationRequest request) {
    return request.registered().client().id();
  }

  private static UUID id(Access user) {
    if (user.actor() instanceof Actor.User(UUID id, String _)) {
      return id;
    }
    throw new IllegalStateException("only users allow anything");
  }
}
