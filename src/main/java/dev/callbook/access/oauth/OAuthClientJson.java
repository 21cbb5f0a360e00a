package dev.callbook.access.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.OAuthClient;
import dev.callbook.access.OAuthScope;
import dev.callbook.wire.Among;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An OAuth client on the wire. Source: models `OAuthClient` and `OAuthClientRequest`.
///
/// @param secret only where it was just made
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OAuthClientJson(
    @Nullable String id,
    @Nullable String name,
    @Nullable Long accessTokenValiditySeconds,
    @Nullable String description,
    @Nullable List<@Nullable String> registeredRedirectUri,
    @Nullable String secret,
    @Nullable Instant dateCreated,
    @Nullable Instant dateModified,
    @Nullable RefJson createdBy,
    @Nullable RefJson modifiedBy,
    @Among({"CLIENT-CREDENTIALS", "CODE"}) @Nullable String authorizedGrantType,
    @Nullable List<@Nullable String> scope,
    @Nullable List<@Nullable RoleDivisionJson> roleDivisions,
    @Among({"active", "inactive", "disabled"}) @Nullable String state,
    @Nullable String selfUri) {
  private static final String PATH = "/api/v2/oauth/clients/";

  /// Who did it: a user or a client.
  public record RefJson(String id) {
    static @Nullable RefJson of(@Nullable UUID id) {
      return id == null ? null : new RefJson(id.toString());
    }
  }

  /// A role in a division; the starred division is `*`.
  public record RoleDivisionJson(@Nullable String roleId, @Nullable String divisionId) {}

  static OAuthClientJson of(
      OAuthClient client, List<@Nullable RoleDivisionJson> held, @Nullable String secret) {
    ClientDraft details = client.details();
    return new OAuthClientJson(
        client.id().toString(),
        details.name(),
        details.tokenLifetime().toSeconds(),
        details.description(),
        new ArrayList<@Nullable String>(details.redirectUris()),
        secret,
        client.createdAt(),
        client.modifiedAt(),
        RefJson.of(client.createdBy()),
        RefJson.of(client.modifiedBy()),
        wordOf(details.grant()),
        new ArrayList<@Nullable String>(OAuthScope.words(details.scopes())),
        held,
        client.active() ? "active" : "inactive",
        PATH + client.id());
  }

  static String wordOf(ClientDraft.Grant grant) {
    return switch (grant) {
      case CLIENT_CREDENTIALS -> "CLIENT-CREDENTIALS";
      case CODE -> "CODE";
    };
  }

  /// @throws Invalid naming every field that says what no client can be
  ClientDraft toDraft() {
    List<FieldError> errors = new ArrayList<>();
    ClientDraft.Grant grant =
        switch (authorizedGrantType) {
          case "CLIENT-CREDENTIALS" -> ClientDraft.Grant.CLIENT_CREDENTIALS;
          case "CODE" -> ClientDraft.Grant.CODE;
          case null, default -> {
            errors.add(
                new FieldError(
                    "authorizedGrantType",
                    authorizedGrantType == null ? "required" : "invalid.value",
                    "authorizedGrantType must be CLIENT-CREDENTIALS or CODE."));
            yield ClientDraft.Grant.CLIENT_CREDENTIALS;
          }
        };
    Set<OAuthScope> scopes = scopes(errors);
    isActive(errors);
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return new ClientDraft(
        name == null ? "" : name,
        description,
        grant,
        accessTokenValiditySeconds == null
            ? ClientDraft.DEFAULT_LIFETIME
            : Duration.ofSeconds(accessTokenValiditySeconds),
        present(registeredRedirectUri),
        scopes);
  }

  private Set<OAuthScope> scopes(List<FieldError> errors) {
    Set<OAuthScope> scopes = EnumSet.noneOf(OAuthScope.class);
    for (String word : present(scope)) {
      OAuthScope.of(word)
          .ifPresentOrElse(
              scopes::add,
              () ->
                  errors.add(
                      new FieldError(
                          "scope",
                          "unknown",
                          "scope knows " + OAuthScope.words(List.of(OAuthScope.values())) + ".")));
    }
    return scopes;
  }

  private static List<String> present(@Nullable List<@Nullable String> texts) {
    return texts == null ? List.of() : texts.stream().filter(Objects::nonNull).toList();
  }

  /// @throws Invalid naming `state`
  boolean isActive() {
    List<FieldError> errors = new ArrayList<>();
    boolean active = isActive(errors);
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return active;
  }

  private boolean isActive(List<FieldError> errors) {
    return switch (state) {
      case null -> true;
      case "active" -> true;
      case "inactive", "disabled" -> false;
      default -> {
        errors.add(
            new FieldError(
                "state", "invalid.value", "state must be active, inactive or disabled."));
        yield true;
      }
    };
  }
}
