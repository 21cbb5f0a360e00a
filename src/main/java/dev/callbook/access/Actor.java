package dev.callbook.access;

import java.util.UUID;

/// Who acts.
public sealed interface Actor {
  /// A person who signed in.
  record User(UUID id, String name) implements Actor {}

  /// A program with an OAuth client's token.
  record Client(UUID id, String name) implements Actor {}

  /// Callbook itself: background work nobody asked for.
  record Itself() implements Actor {
    @Override
    public String name() {
      return "Callbook";
    }
  }

  /// What people call them.
  String name();

  /// Whoever had work done in the background.
  ///
  /// @param kind as [#kind] has it: a user's or a client's
  static Actor of(String kind, UUID id, String name) {
    return switch (kind) {
      case "user" -> new User(id, name);
      case "client" -> new Client(id, name);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /// The kind as the change log keeps it.
  default String kind() {
    return switch (this) {
      case User _ -> "user";
      case Client _ -> "client";
      case Itself _ -> "system";
    };
  }

  /// @return null for Callbook itself
  default @org.jspecify.annotations.Nullable UUID idOrNull() {
    return switch (this) {
      case User user -> user.id();
      case Client client -> client.id();
      case Itself _ -> null;
    };
  }
}
