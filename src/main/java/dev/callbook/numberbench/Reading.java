package dev.callbook.numberbench;

import dev.callbook.phone.Caller;

/// What a number was read as, in one word that can be kept and compared: a look-up key, an address,
/// or that there is none.
record Reading(String value) {
  static final Reading WITHHELD = new Reading("withheld");
  static final Reading UNREADABLE = new Reading("unreadable");

  static Reading of(Caller caller) {
    return switch (caller) {
      case Caller.Telephone telephone -> new Reading(telephone.number().key().value());
      case Caller.Extension extension -> new Reading(extension.number().key().value());
      case Caller.Address address -> new Reading("address:" + address.address());
      case Caller.Withheld _ -> WITHHELD;
      case Caller.Unreadable _ -> UNREADABLE;
    };
  }
}
