package dev.callbook.identity.duplicate;

import dev.callbook.access.DivisionId;
import dev.callbook.contact.ContactId;

/// Two contacts of one division that look like one person.
///
/// @param one the smaller id, as PostgreSQL compares them
/// @param byNumber whether they share a number
/// @param byEmail whether they share an e-mail address
/// @param byName whether their names are nearly the same
record Pair(
    ContactId one,
    ContactId other,
    DivisionId division,
    boolean byNumber,
    boolean byEmail,
    boolean byName) {

  Pair {
    if (one.toString().compareTo(other.toString()) >= 0) {
      throw new IllegalArgumentException("the smaller id stands first");
    }
  }

  /// Two contacts, of which nothing is known yet.
  static Pair of(ContactId a, ContactId b, DivisionId division) {
    boolean inOrder = a.toString().compareTo(b.toString()) < 0;
    return new Pair(inOrder ? a : b, inOrder ? b : a, division, false, false, false);
  }

  /// How much alike they are, from 1, the most, on.
  int rank() {
    if (byName && (byNumber || byEmail)) {
      return 1;
    }
    if (byNumber && byEmail) {
      return 2;
    }
    return byName ? 3 : byEmail ? 4 : 5;
  }

  Pair sharingNumber() {
    return new Pair(one, other, division, true, byEmail, byName);
  }

  Pair sharingEmail() {
    return new Pair(one, other, division, byNumber, true, byName);
  }

  Pair named(boolean alike) {
    return new Pair(one, other, division, byNumber, byEmail, alike);
  }

  /// Whether they have anything in common.
  boolean isAlike() {
    return byNumber || byEmail || byName;
  }
}
