package dev.callbook.identity.duplicate;

import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactHeaders;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.identity.duplicate.DuplicatesView.Row;
import dev.callbook.identity.duplicate.DuplicatesView.Side;
import dev.callbook.identity.duplicate.DuplicatesView.Why;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Pairs as pages show them.
@ApplicationScoped
class DuplicateViews {
  private static final int MAX_FACTS = 4;

  private final Contacts contacts;
  private final Organizations organizations;
  private final Words words;

  DuplicateViews(Contacts contacts, Organizations organizations, Words words) {
    this.contacts = contacts;
    this.organizations = organizations;
    this.words = words;
  }

  /// In the order given; without those of which a contact is gone. Two statements for all.
  List<Row> rows(Scope scope, List<Pair> pairs) {
    List<ContactId> ids =
        pairs.stream().flatMap(pair -> Stream.of(pair.one(), pair.other())).distinct().toList();
    Map<ContactId, Contact> found = contacts.find(scope, ids);
    List<OrganizationId> employers =
        found.values().stream()
            .map(contact -> contact.details().organization())
            .filter(Objects::nonNull)
            .distinct()
            .map(OrganizationId::new)
            .toList();
    Map<UUID, String> names =
        organizations.find(scope, employers).entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().value(), entry -> entry.getValue().details().name()));
    List<Row> rows = new ArrayList<>();
    for (Pair pair : pairs) {
      Contact one = found.get(pair.one());
      Contact other = found.get(pair.other());
      // Who was merged meanwhile is found as somebody else.
      if (one != null
          && other != null
          && one.id().equals(pair.one())
          && other.id().equals(pair.other())) {
        rows.add(
            new Row(
                side(scope, one, names),
                side(scope, other, names),
                why(pair),
                "/contacts/merge?ids=" + pair.one() + "," + pair.other()));
      }
    }
    return rows;
  }

  private Side side(Scope scope, Contact contact, Map<UUID, String> names) {
    ContactDetails d = contact.details();
    return new Side(
        contact.id().toString(),
        ContactHeaders.nameOf(d),
        d.organization() == null ? "" : names.getOrDefault(d.organization(), ""),
        scope.division(contact.division()).map(words::nameOf).orElse(""),
        Stream.concat(
                d.phones().stream().map(phone -> phone.number().display()),
                d.emails().stream().map(email -> email.address()))
            .limit(MAX_FACTS)
            .toList());
  }

  private List<Why> why(Pair pair) {
    DuplicateMessages say = words.of(DuplicateMessages.class);
    List<Why> why = new ArrayList<>();
    if (pair.byNumber()) {
      why.add(new Why("phone", say.sameNumber()));
    }
    if (pair.byEmail()) {
      why.add(new Why("mail", say.sameEmail()));
    }
    if (pair.byName()) {
      why.add(new Why("user", say.nearName()));
    }
    return why;
  }
}
