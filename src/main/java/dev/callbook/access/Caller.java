package dev.callbook.access;

import dev.callbook.access.RateLimits.Standing;
import dev.callbook.wire.Refusal.Unauthenticated;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one who sent this request, as [Gate] found them, and what the endpoint's [Requires] lets
/// them touch.
@RequestScoped
public class Caller {
  private @Nullable Access access;
  private @Nullable Permission required;
  private Origin origin = Origin.API;
  private Optional<Standing> standing = Optional.empty();

  void count(Optional<Standing> now) {
    this.standing = now;
  }

  /// How the token stands; empty where none was sent or there is no limit.
  Optional<Standing> standing() {
    return standing;
  }

  void admit(Access found, Permission permission, Origin door) {
    this.access = found;
    this.required = permission;
    this.origin = door;
  }

  void know(Access found, Origin door) {
    this.access = found;
    this.origin = door;
  }

  /// What the endpoint's permission lets the caller touch.
  public Scope scope() {
    if (required == null) {
      throw new IllegalStateException("endpoint declares no permission");
    }
    return access().scope(required, origin);
  }

  /// What another permission lets the caller touch.
  ///
  /// @throws dev.callbook.wire.Refusal.Forbidden if it is held nowhere
  public Scope scope(Permission permission) {
    return access().scope(permission, origin);
  }

  /// Everything the caller may do.
  ///
  /// @throws Unauthenticated on open endpoints, where nobody signed in
  public Access access() {
    if (access == null) {
      throw Unauthenticated.noToken();
    }
    return access;
  }

  /// Whether someone is known.
  public boolean isKnown() {
    return access != null;
  }
}
