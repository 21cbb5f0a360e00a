package dev.callbook.access;

import dev.callbook.platform.Vault;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// What makes an address open one thing to whoever holds it, without a token, for a while: the
/// public API hands out such addresses for files.
///
/// A ticket names the thing and for whom it was issued, sealed with the installation's own key;
/// nothing is kept. Whoever it was issued for must still be there, and what they may do counts as
/// of now.
@ApplicationScoped
public class Tickets {
  private final Admissions admissions;
  private final Vault vault;
  private final Clock clock;

  Tickets(Admissions admissions, Vault vault, Clock clock) {
    this.admissions = admissions;
    this.vault = vault;
    this.clock = clock;
  }

  /// Whom a ticket lets in.
  ///
  /// @param record what it opens
  public record Admitted(Access access, UUID record) {}

  /// @param purpose one word for what can be done with the record
  /// @return letters, digits, `-` and `_`
  public String issue(Scope scope, String purpose, UUID record, Duration lifetime) {
    String text =
        String.join(
            " ",
            scope.orgKey().toString(),
            String.valueOf(scope.actor().idOrNull()),
            record.toString(),
            String.valueOf(clock.instant().plus(lifetime).toEpochMilli()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(vault.seal(text, purposeOf(purpose)));
  }

  /// @throws NotFound if it is none of ours, for something else, too old, or was issued for someone
  ///   who is gone
  public Admitted admit(String purpose, String ticket) {
    return opened(purpose, ticket)
        .map(text -> text.split(" ", -1))
        .filter(parts -> clock.millis() < Long.parseLong(parts[3]))
        .flatMap(parts ->
            admissions
                .accessOfSubject(new OrgId(UUID.fromString(parts[0])), UUID.fromString(parts[1]))
                .map(access -> new Admitted(access, UUID.fromString(parts[2]))))
        .orElseThrow(() -> new NotFound("address", purpose));
  }

  private Optional<String> opened(String purpose, String ticket) {
    try {
      return vault.open(Base64.getUrlDecoder().decode(ticket), purposeOf(purpose));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private static String purposeOf(String purpose) {
    return "ticket " + purpose;
  }
}
