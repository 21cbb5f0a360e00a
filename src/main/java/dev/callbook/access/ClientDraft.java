package dev.callbook.access;

import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an admin decides about a client.
///
/// @param name 1 to 200 characters
/// @param description at most 1,000 characters; null for none
/// @param tokenLifetime of its access tokens: five minutes to two days
/// @param redirectUris where users may be sent back to, in the form of [RedirectUri]; a client that
///   acts for users needs one
/// @param scopes the most it may ask a user for; one that acts for users needs one
public record ClientDraft(
    String name,
    @Nullable String description,
    Grant grant,
    Duration tokenLifetime,
    List<String> redirectUris,
    Set<OAuthScope> scopes) {
  /// A day.
  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(1);

  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(2);
  private static final int MAX_REDIRECT_URIS = 20;

  /// How a client gets tokens.
  public enum Grant {
    /// for itself, by its secret; what it may do is granted to it
    CLIENT_CREDENTIALS,
    /// for a user who signs in and allows it, with PKCE or without
    CODE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Grant ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public ClientDraft {
    name = name.strip();
    description = description == null || description.isBlank() ? null : description.strip();
    redirectUris = redirectUris.stream().map(String::strip).distinct().toList();
    scopes = Set.copyOf(scopes);
  }

  /// A program that acts for itself.
  public static ClientDraft ofProgram(String name) {
    return new ClientDraft(
        name, null, Grant.CLIENT_CREDENTIALS, DEFAULT_LIFETIME, List.of(), Set.of());
  }

  /// @throws Invalid naming every field that breaks its rule
  void check() {
    List<FieldError> errors = new ArrayList<>();
    if (name.isEmpty() || name.length() > 200 || name.indexOf('\0') >= 0) {
      errors.add(new FieldError("name", "required", "Enter a name of 1 to 200 characters."));
    }
    if (description != null && (description.length() > 1_000 || description.indexOf('\0') >= 0)) {
      errors.add(
          new FieldError(
              "description", "too.long", "description must not exceed 1000 characters."));
    }
    if (tokenLifetime.compareTo(SHORTEST) < 0 || tokenLifetime.compareTo(LONGEST) > 0) {
      errors.add(
          new FieldError(
              "accessTokenValiditySeconds",
              "invalid.value",
              "accessTokenValiditySeconds must be a whole number from 300 to 172800.",
              new Problem.OutOfRange((int) SHORTEST.toSeconds(), (int) LONGEST.toSeconds())));
    }
    checkRedirectUris(errors);
    if (grant == Grant.CODE && scopes.isEmpty()) {
      errors.add(
          new FieldError("scope", "required", "A client that acts for users needs a scope."));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
  }

  private void checkRedirectUris(List<FieldError> errors) {
    String field = "registeredRedirectUri";
    if (grant == Grant.CODE && redirectUris.isEmpty()) {
      errors.add(
          new FieldError(
              field, "required", "A client that acts for users needs an address to return to."));
    }
    if (redirectUris.size() > MAX_REDIRECT_URIS) {
      errors.add(
          new FieldError(
              field,
              "too.many",
              field + " takes at most " + MAX_REDIRECT_URIS + " addresses.",
              new Problem.TooMany(MAX_REDIRECT_URIS)));
    }
    for (int i = 0; i < redirectUris.size(); i++) {
      if (!RedirectUri.isAllowed(redirectUris.get(i))) {
        errors.add(
            new FieldError(
                field + "[" + i + "]",
                "invalid.value",
                RedirectUri.RULE,
                new Problem.Unreadable()));
      }
    }
  }
}
