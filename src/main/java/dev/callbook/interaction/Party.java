package dev.callbook.interaction;

import dev.callbook.contact.Contact;
import dev.callbook.lookup.Candidate;
import dev.callbook.lookup.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is on the other side, as far as one agent may know.
public sealed interface Party {
  /// @param reason why the number leads to them; null where somebody decided it by hand
  record Person(Contact contact, @Nullable Reason reason) implements Party {}

  /// 1 to 25 contacts hold the number and nobody chose yet. One alone: it was added, or detached,
  /// after the call came.
  record Several(List<Candidate> candidates, boolean more) implements Party {}

  /// Nobody the agent may see holds the number.
  record Nobody() implements Party {}

  /// Somebody the agent may not see holds it, and the organization lets them know that much.
  record OutOfSight() implements Party {}

  /// The caller withheld the number, or the source sent none.
  record Withheld() implements Party {}
}
