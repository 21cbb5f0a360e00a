package dev.callbook.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A part of what a user may do, which is all that a client acting for them may do.
public enum OAuthScope {
  EXTERNAL_CONTACTS("external-contacts", "Read and change external contacts"),
  EXTERNAL_CONTACTS_READONLY("external-contacts:readonly", "Read external contacts");

  private static final String DOMAIN = "externalContacts:";
  private static final Set<String> READING = Set.of("view", "viewAll", "search");

  private final String word;
  private final String description;

  OAuthScope(String word, String description) {
    this.word = word;
    this.description = description;
  }

  /// The name on the wire and in the database.
  public String word() {
    return word;
  }

  /// What it allows, in English.
  public String description() {
    return description;
  }

  /// Whether a client with this scope may use a permission of its user.
  public boolean allows(Permission permission) {
    String value = permission.value();
    boolean reads = READING.contains(value.substring(value.lastIndexOf(':') + 1));
    return value.startsWith(DOMAIN) && (this == EXTERNAL_CONTACTS || reads);
  }

  /// Whether who may have this one may have `other`.
  private boolean covers(OAuthScope other) {
    return this == EXTERNAL_CONTACTS || this == other;
  }

  /// Those of `asked` that `held` covers.
  public static Set<OAuthScope> within(Collection<OAuthScope> held, Collection<OAuthScope> asked) {
    return asked.stream()
        .filter(scope -> held.stream().anyMatch(own -> own.covers(scope)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// @return empty if there is no such scope
  public static Optional<OAuthScope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }

  /// Words that are no longer ours are passed over.
  public static Set<OAuthScope> ofWords(String[] words) {
    return Arrays.stream(words)
        .flatMap(word -> of(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The words, in a fixed order.
  public static List<String> words(Collection<OAuthScope> scopes) {
    return scopes.stream().sorted().map(OAuthScope::word).toList();
  }
}
