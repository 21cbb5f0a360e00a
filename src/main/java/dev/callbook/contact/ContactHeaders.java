package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.Link;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands above every page of a contact.
@ApplicationScoped
public class ContactHeaders {
  /// The pages of a contact.
  public enum Tab {
    PROFILE,
    INTERACTIONS,
    NOTES,
    HISTORY,
    DUPLICATES
  }

  private final Organizations organizations;
  private final Caller caller;
  private final Words words;

  ContactHeaders(Organizations organizations, Caller caller, Words words) {
    this.organizations = organizations;
    this.caller = caller;
    this.words = words;
  }

  /// @param active the page it stands above
  public ContactHeader of(Scope scope, Contact contact, Tab active) {
    ContactDetails d = contact.details();
    return new ContactHeader(
        contact.id().toString(),
        contact.version(),
        nameOf(d),
        Objects.requireNonNullElse(d.title(), ""),
        organization(scope, d.organization()),
        divisionName(scope, contact),
        contact.type() == ContactType.Curated ? "" : contact.type().name(),
        d.phones().size(),
        (int) d.phones().stream().filter(phone -> phone.number().acceptsSms()).count(),
        d.surveyOptOut(),
        externalSystem(d.externalSystemUrl()),
        tabs(contact, active),
        may(Permission.CONTACT_EDIT, contact),
        may(Permission.CONTACT_DELETE, contact),
        may(Permission.CONTACT_DELETE, contact) && may(Permission.CONTACT_ADD, contact));
  }

  /// Whether the signed-in person holds a permission in the contact's division.
  boolean may(Permission permission, Contact contact) {
    return caller.access().may(permission)
        && caller.scope(permission).division(contact.division()).isPresent();
  }

  /// The name as shown; for a contact without one, the first number or address.
  public static String nameOf(ContactDetails d) {
    if (!d.fullName().isEmpty()) {
      return d.fullName();
    }
    return d.phones().stream()
        .map(phone -> phone.number().display())
        .findFirst()
        .or(() -> d.emails().stream().map(ContactEmail::address).findFirst())
        .orElse("–");
  }

  /// The name of the contact's division; empty outside `scope`.
  String divisionName(Scope scope, Contact contact) {
    return scope.division(contact.division()).map(words::nameOf).orElse("");
  }

  @Nullable Link organization(Scope scope, @Nullable UUID id) {
    if (id == null) {
      return null;
    }
    return organizations.find(scope, List.of(new OrganizationId(id))).values().stream()
        .findFirst()
        .map(ContactHeaders::link)
        .orElse(null);
  }

  static Link link(Organization organization) {
    return new Link(organization.details().name(), "/organizations/" + organization.id());
  }

  private static @Nullable Link externalSystem(@Nullable String url) {
    return url == null
        ? null
        : new Link(
            Optional.ofNullable(URI.create(url.replace(" ", "%20")).getHost()).orElse(url), url);
  }

  private List<dev.callbook.web.Tab> tabs(Contact contact, Tab active) {
    ContactMessages say = words.of(ContactMessages.class);
    String path = "/contacts/" + contact.id();
    List<dev.callbook.web.Tab> tabs = new ArrayList<>();
    tabs.add(tab(say.profile(), path, active == Tab.PROFILE));
    if (may(Permission.INTERACTION_VIEW, contact)) {
      tabs.add(tab(say.interactions(), path + "/interactions", active == Tab.INTERACTIONS));
    }
    tabs.add(tab(say.notes(), path + "/notes", active == Tab.NOTES));
    tabs.add(tab(say.history(), path + "/history", active == Tab.HISTORY));
    if (may(Permission.IDENTITY_MERGE, contact)) {
      tabs.add(
          tab(
              words.of(WebMessages.class).duplicates(),
              path + "/duplicates",
              active == Tab.DUPLICATES));
    }
    return tabs;
  }

  private static dev.callbook.web.Tab tab(String label, String path, boolean current) {
    return new dev.callbook.web.Tab(label, path, current, null);
  }
}
