package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.platform.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Finds contacts by the beginning of a name, first or last name first, accents and case aside.
@ApplicationScoped
public class ContactNames {
  private final NameStore store;
  private final Contacts contacts;

  ContactNames(NameStore store, Contacts contacts) {
    this.store = store;
    this.contacts = contacts;
  }

  /// @return at most `maxRows`, by name; none for a text without letters and digits
  public List<Contact> starting(Scope scope, String text, int maxRows) {
    String key = Folding.key(text);
    return key.isEmpty()
        ? List.of()
        : List.copyOf(contacts.find(scope, store.starting(scope, key, maxRows)).values());
  }
}
