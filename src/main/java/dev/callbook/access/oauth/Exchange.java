package dev.callbook.access.oauth;

import dev.callbook.access.Admissions;
import dev.callbook.access.ClientDraft.Grant;
import dev.callbook.access.Clients;
import dev.callbook.access.Clients.Registered;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.OrgId;
import dev.callbook.access.Secrets;
import dev.callbook.access.oauth.CodeStore.Code;
import dev.callbook.access.oauth.LoginStore.Login;
import dev.callbook.access.oauth.LoginStore.Refresh;
import dev.callbook.access.oauth.TokenAnswer.Issued;
import dev.callbook.access.oauth.TokenAnswer.Refused;
import dev.callbook.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// From a secret, a code or a refresh token to tokens.
///
/// Codes and refresh tokens are good once. Whoever sends one a second time has it from somebody
/// else, or somebody else has it from them: then all that the code opened ends, on every node.
/// Source: RFC 6749, RFC 7636, RFC 9700 section 4.14.
@ApplicationScoped
class Exchange {
  /// How long a client can stay away before its user must sign in again.
  static final Duration REFRESH_LIFETIME = Duration.ofDays(30);

  private final Clients clients;
  private final CodeStore codes;
  private final LoginStore logins;
  private final Admissions admissions;
  private final Ids ids;
  private final Clock clock;

  Exchange(
      Clients clients,
      CodeStore codes,
      LoginStore logins,
      Admissions admissions,
      Ids ids,
      Clock clock) {
    this.clients = clients;
    this.codes = codes;
    this.logins = logins;
    this.admissions = admissions;
    this.ids = ids;
    this.clock = clock;
  }

  /// Answers a request of any grant.
  @Transactional
  TokenAnswer answer(TokenRequest request) {
    Optional<String> grant = request.field("grant_type");
    if (grant.isEmpty()) {
      return Refused.invalidRequest("grant_type is missing.");
    }
    if (request.namesTwoClients()) {
      return Refused.invalidRequest("The form names another client than the header.");
    }
    return switch (grant.get()) {
      case "client_credentials" -> clientCredentials(request);
      case "authorization_code" -> code(request);
      case "refresh_token" -> refresh(request);
      default ->
          new Refused(
              400,
              "unsupported_grant_type",
              "grant_type must be client_credentials, authorization_code or refresh_token.");
    };
  }

  private TokenAnswer clientCredentials(TokenRequest request) {
    Optional<Registered> known = bySecret(request);
    if (known.isEmpty()) {
      return Refused.invalidClient();
    }
    if (known.get().client().details().grant() != Grant.CLIENT_CREDENTIALS) {
      return unauthorized("This client acts for users: send them to /oauth/authorize.");
    }
    OrgId org = known.get().org();
    Duration lifetime = known.get().client().details().tokenLifetime();
    Instant now = clock.instant();
    String token = Secrets.issue(org);
    logins.addClientToken(
        org, known.get().client().id(), Secrets.hash(token), now, now.plus(lifetime));
    return new Issued(token, lifetime, Optional.empty(), Optional.empty());
  }

  private static Refused unauthorized(String description) {
    return new Refused(400, "unauthorized_client", description);
  }

  private Optional<Registered> bySecret(TokenRequest request) {
    return request.client().flatMap(id -> clients.withSecret(id, request.secret()));
  }

  /// The client of one organization; without a secret only where none was sent.
  private Optional<Registered> client(TokenRequest request, OrgId org) {
    if (!request.secret().isEmpty()) {
      return bySecret(request).filter(client -> client.org().equals(org));
    }
    return request.client().stream()
        .flatMap(id -> clients.withId(id).stream())
        .filter(client -> client.org().equals(org))
        .findFirst();
  }

  private TokenAnswer code(TokenRequest request) {
    Optional<String> sent = request.field("code");
    Optional<String> redirectUri = request.field("redirect_uri");
    if (sent.isEmpty() || redirectUri.isEmpty()) {
      return Refused.invalidRequest("code and redirect_uri are needed.");
    }
    Optional<OrgId> org = Secrets.orgOf(sent.get());
    if (org.isEmpty()) {
      return knowsNobody(request) ? Refused.invalidClient() : badCode();
    }
    Optional<Registered> client = client(request, org.get());
    if (client.isEmpty()) {
      return knowsNobody(request) ? Refused.invalidClient() : badCode();
    }
    if (client.get().client().details().grant() != Grant.CODE) {
      return unauthorized("This client acts for itself: ask for client_credentials.");
    }
    byte[] hash = Secrets.hash(sent.get());
    Optional<Code> code = codes.lock(org.get(), client.get().client().id(), hash);
    return code.isEmpty()
        ? badCode()
        : redeem(client.get(), hash, code.get(), redirectUri.get(), request);
  }

  /// Whether nobody authenticates with what was sent, whatever else is wrong with it.
  private boolean knowsNobody(TokenRequest request) {
    return request.secret().isEmpty()
        ? request.client().map(clients::withId).filter(known -> !known.isEmpty()).isEmpty()
        : bySecret(request).isEmpty();
  }

  private static Refused badCode() {
    return Refused.invalidGrant("The code is unknown, expired, used or another client's.");
  }

  private TokenAnswer redeem(
      Registered client, byte[] hash, Code code, String redirectUri, TokenRequest request) {
    if (code.login().isPresent()) {
      end(client.org(), code.login().get());
      return badCode();
    }
    Instant now = clock.instant();
    if (!code.expiresAt().isAfter(now)) {
      return badCode();
    }
    if (!code.redirectUri().equals(redirectUri)) {
      return Refused.invalidGrant("redirect_uri is not the one that the code was sent to.");
    }
    boolean confidential = !request.secret().isEmpty();
    Optional<Refused> unproved = proof(code, request, confidential);
    if (unproved.isPresent()) {
      return unproved.get();
    }
    Login login =
        new Login(
            ids.next(),
            client.client().id(),
            code.user(),
            code.scopes(),
            confidential,
            now.plus(REFRESH_LIFETIME));
    logins.add(client.org(), login, now);
    codes.use(client.org(), hash, login.id());
    return issue(client, login, now);
  }

  /// What is missing to prove that the sender is who asked for the code.
  private static Optional<Refused> proof(Code code, TokenRequest request, boolean confidential) {
    Optional<String> verifier = request.field("code_verifier");
    if (code.challenge().isEmpty()) {
      if (verifier.isPresent()) {
        return Optional.of(
            Refused.invalidGrant("The code was asked for without a code_challenge."));
      }
      return confidential ? Optional.empty() : Optional.of(Refused.invalidClient());
    }
    boolean fits =
        verifier
            .filter(Pkce::isVerifier)
            .filter(text -> Pkce.fits(text, code.challenge().get()))
            .isPresent();
    return fits
        ? Optional.empty()
        : Optional.of(Refused.invalidGrant("code_verifier does not fit the code_challenge."));
  }

  private TokenAnswer refresh(TokenRequest request) {
    Optional<String> sent = request.field("refresh_token");
    if (sent.isEmpty()) {
      return Refused.invalidRequest("refresh_token is missing.");
    }
    if (knowsNobody(request)) {
      return Refused.invalidClient();
    }
    Optional<OrgId> org = Secrets.orgOf(sent.get());
    Optional<Registered> client = org.flatMap(known -> client(request, known));
    if (client.isEmpty()) {
      return badRefresh();
    }
    byte[] hash = Secrets.hash(sent.get());
    Instant now = clock.instant();
    Optional<Refresh> kept = logins.lock(client.get().org(), client.get().client().id(), hash);
    if (kept.isEmpty()) {
      return badRefresh();
    }
    Login login = kept.get().login();
    if (kept.get().used()) {
      end(client.get().org(), login.id());
      return badRefresh();
    }
    if (login.confidential() && request.secret().isEmpty()) {
      return Refused.invalidClient();
    }
    if (!login.expiresAt().isAfter(now)) {
      return badRefresh();
    }
    logins.use(client.get().org(), hash, now);
    logins.extend(client.get().org(), login.id(), now.plus(REFRESH_LIFETIME));
    return issue(client.get(), login, now);
  }

  private static Refused badRefresh() {
    return Refused.invalidGrant("The refresh token is unknown, expired, used or another client's.");
  }

  private TokenAnswer issue(Registered client, Login login, Instant now) {
    String token = Secrets.issue(client.org());
    String refresh = Secrets.issue(client.org());
    Duration lifetime = client.client().details().tokenLifetime();
    logins.addToken(client.org(), login, Secrets.hash(token), now, now.plus(lifetime));
    logins.addRefresh(client.org(), login.id(), Secrets.hash(refresh));
    var scopes = OAuthScope.within(client.client().details().scopes(), login.scopes());
    return new Issued(
        token,
        lifetime,
        Optional.of(refresh),
        Optional.of(String.join(" ", OAuthScope.words(scopes))));
  }

  private void end(OrgId org, UUID login) {
    logins.end(org, login);
    admissions.changed(org);
  }
}
