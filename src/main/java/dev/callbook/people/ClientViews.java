package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.Grants;
import dev.callbook.access.OAuthClient;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.access.Sessions;
import dev.callbook.people.ClientView.Typed;
import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Keyset;
import dev.callbook.web.Pager;
import dev.callbook.web.Words;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts the page of one OAuth client together.
@ApplicationScoped
class ClientViews {
  private static final int ROWS = 20;
  private static final UUID NO_ID = new UUID(0, 0);
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final Grants grants;
  private final GrantForms forms;
  private final Sessions sessions;
  private final Caller caller;
  private final Words words;

  ClientViews(Grants grants, GrantForms forms, Sessions sessions, Caller caller, Words words) {
    this.grants = grants;
    this.forms = forms;
    this.sessions = sessions;
    this.caller = caller;
    this.words = words;
  }

  /// Which pages of its lists an address asks for.
  record Asked(@Nullable String tokens, @Nullable String logins, @Nullable String consents) {
    static Asked first() {
      return new Asked(null, null, null);
    }
  }

  static Typed typed(OAuthClient client) {
    ClientDraft details = client.details();
    String description = details.description();
    return new Typed(
        details.name(),
        description == null ? "" : description,
        String.valueOf(details.tokenLifetime().toMinutes()),
        String.join("\n", details.redirectUris()));
  }

  /// @param scopes as chosen in the form
  /// @param secret one just made; null otherwise
  ClientView of(
      Scope scope,
      OAuthClient client,
      Asked asked,
      Typed typed,
      Set<OAuthScope> scopes,
      FormErrors errors,
      @Nullable String secret) {
    Access access = caller.access();
    List<Grants.Held> held = grants.of(scope.org(), client.id());
    var tokens = sessions.tokensOf(scope, client.id(), key(asked.tokens()), ROWS + 1);
    var logins = sessions.loginsFor(scope, client.id(), key(asked.logins()), ROWS + 1);
    var consents = sessions.consentsTo(scope, client.id(), key(asked.consents()), ROWS + 1);
    return new ClientView(
        client.id().toString(),
        client.version(),
        client.name(),
        client.active(),
        client.details().grant() == ClientDraft.Grant.CODE,
        typed,
        Arrays.stream(OAuthScope.values())
            .map(one -> new Choice(one.word(), one.word(), scopes.contains(one)))
            .toList(),
        errors,
        secret,
        Grants.beyond(access, held).map(words.of(PermissionMessages.class)::allows).orElse(null),
        held.stream().map(forms::held).toList(),
        forms.roleChoices(scope),
        forms.divisionChoices(scope),
        shown(tokens).stream()
            .map(one -> new ClientView.Token(one.key(), one.issuedAt(), one.expiresAt()))
            .toList(),
        pager(client, "tokens", asked.tokens(), tokens, one -> place(one.issuedAt(), one.key())),
        shown(logins).stream().map(ClientViews::login).toList(),
        pager(
            client,
            "logins",
            asked.logins(),
            logins,
            one -> place(one.beganAt(), one.id().toString())),
        shown(consents).stream()
            .map(one ->
                new ClientView.Consent(
                    one.user().toString(),
                    one.userName(),
                    String.join(", ", OAuthScope.words(one.scopes())),
                    one.givenAt()))
            .toList(),
        pager(
            client,
            "consents",
            asked.consents(),
            consents,
            one -> place(one.givenAt(), one.user().toString())),
        new ClientView.May(
            access.may(Permission.CLIENT_EDIT),
            access.may(Permission.CLIENT_DELETE),
            access.may(Permission.GRANT_ADD),
            access.may(Permission.GRANT_DELETE),
            access.may(Permission.USER_VIEW)));
  }

  private static ClientView.Login login(Sessions.Login one) {
    return new ClientView.Login(
        one.id().toString(),
        one.user().toString(),
        one.userName(),
        String.join(", ", OAuthScope.words(one.scopes())),
        one.beganAt(),
        one.usedAt(),
        one.expiresAt());
  }

  private static <T> List<T> shown(List<T> found) {
    return found.stream().limit(ROWS).toList();
  }

  private static <T> Pager pager(
      OAuthClient client,
      String list,
      @Nullable String after,
      List<T> found,
      Function<T, String> place) {
    Link link = Link.to("/clients/" + client.id());
    return new Pager(
        "",
        Parse.isAbsent(after) ? null : link.text() + "#" + list,
        found.size() > ROWS
            ? link.with(list, place.apply(found.get(ROWS - 1))).text() + "#" + list
            : null);
  }

  private static String place(Instant at, String id) {
    return new Keyset(at + " " + id, NO_ID).text();
  }

  /// @throws Invalid naming `after` if it is no place in a list
  private static Optional<Sessions.Key> key(@Nullable String after) {
    return Keyset.parse(after)
        .map(key -> {
          String[] parts = Parse.text("after", key.sortKey()).split(" ", 2);
          return new Sessions.Key(instant(parts[0]), parts.length > 1 ? parts[1] : "");
        });
  }

  /// Only what the database knows as a time.
  private static Instant instant(String text) {
    try {
      Instant at = Instant.parse(text);
      if (!at.isBefore(Instant.EPOCH) && at.isBefore(LATEST)) {
        return at;
      }
    } catch (DateTimeParseException malformed) {
      // falls through to the same refusal
    }
    throw new Invalid("after", "invalid.value", "after is no place in this list.");
  }
}
