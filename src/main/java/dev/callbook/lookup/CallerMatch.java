package dev.callbook.lookup;

import dev.callbook.contact.Contact;
import java.util.List;

/// What the directory knows about the party on the line.
public sealed interface CallerMatch {
  /// Exactly one contact holds the number.
  record Known(Contact contact, Reason reason) implements CallerMatch {}

  /// 2 to 25 contacts hold it: the one picked last for this number first, then the surest, then the
  /// oldest.
  ///
  /// @param more whether there are more than 25
  record Ambiguous(List<Candidate> candidates, boolean more) implements CallerMatch {}

  /// Nobody within the scope holds it.
  record Unknown() implements CallerMatch {}

  /// The caller withheld the number, or the source sent none. Nothing was looked up.
  record Withheld() implements CallerMatch {}
}
