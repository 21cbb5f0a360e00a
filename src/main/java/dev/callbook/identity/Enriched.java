package dev.callbook.identity;

/// A record and what became of it.
record Enriched<T>(T record, Outcome outcome) {
  /// What was done.
  enum Outcome {
    INSERTED,
    UPDATED,
    /// several became a new one
    MERGED;

    /// The status of the answer.
    int status() {
      return this == INSERTED ? 201 : 200;
    }
  }

  static <T> Enriched<T> inserted(T record) {
    return new Enriched<>(record, Outcome.INSERTED);
  }

  static <T> Enriched<T> updated(T record) {
    return new Enriched<>(record, Outcome.UPDATED);
  }
}
