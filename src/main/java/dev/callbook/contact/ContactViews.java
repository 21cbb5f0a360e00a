package dev.callbook.contact;

import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactView.Email;
import dev.callbook.contact.ContactView.Handle;
import dev.callbook.contact.ContactView.Merged;
import dev.callbook.contact.ContactView.Phone;
import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.Address;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.externalsource.ExternalIdViews;
import dev.callbook.web.Panel;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A contact as its profile page shows it.
@ApplicationScoped
class ContactViews {
  private final ContactHeaders headers;
  private final CustomFieldFacts customFields;
  private final Labels labels;
  private final ExternalIdViews externalIds;
  private final Words words;

  ContactViews(
      ContactHeaders headers,
      CustomFieldFacts customFields,
      Labels labels,
      ExternalIdViews externalIds,
      Words words) {
    this.headers = headers;
    this.customFields = customFields;
    this.labels = labels;
    this.externalIds = externalIds;
    this.words = words;
  }

  ContactHeader header(Scope scope, Contact contact, ContactHeaders.Tab tab) {
    return headers.of(scope, contact, tab);
  }

  ContactView of(Scope scope, Contact contact) {
    ContactDetails d = contact.details();
    return new ContactView(
        header(scope, contact, ContactHeaders.Tab.PROFILE),
        IntStream.range(0, d.phones().size()).mapToObj(i -> phone(i, d.phones().get(i))).toList(),
        d.emails().stream().map(e -> new Email(labels.name(e.label()), e.address())).toList(),
        handles(d.handles()),
        address(d.address()),
        externalIds.of(scope, d.externalIds()),
        customFields.of(scope, SchemaKind.CONTACT, d.schema(), d.customFields()),
        contact.createdAt(),
        contact.modifiedAt(),
        merged(contact),
        panels(contact));
  }

  private @Nullable Merged merged(Contact contact) {
    int inputs = contact.mergeSet().mergedFrom(contact.id()).size();
    return inputs == 0
        ? null
        : new Merged(
            inputs,
            headers.may(Permission.IDENTITY_MERGE, contact)
                ? "/contacts/" + contact.id() + "/unmerge"
                : null,
            contact.version() > 1);
  }

  private Phone phone(int position, ContactPhone phone) {
    PhoneNumber number = phone.number();
    return new Phone(
        position,
        labels.name(phone.label()),
        number.display(),
        Objects.requireNonNullElse(number.countryCode(), ""),
        Objects.requireNonNullElse(number.extension(), ""),
        number.acceptsSms());
  }

  private static List<Handle> handles(Handles handles) {
    List<Handle> shown = new ArrayList<>();
    if (handles.whatsApp() != null) {
      String display = handles.whatsApp().number().display();
      add(
          shown,
          "brand-whatsapp",
          "WhatsApp",
          display,
          "https://wa.me/" + display.replaceAll("\\D", ""));
    }
    if (handles.twitter() != null) {
      String name = handles.twitter().screenName();
      add(shown, "brand-x", "X", at(name), name == null ? null : "https://x.com/" + name);
    }
    if (handles.facebook() != null) {
      add(shown, "brand-facebook", "Facebook", named(handles.facebook()), null);
    }
    if (handles.line() != null) {
      add(shown, "brand-line", "LINE", named(handles.line()), null);
    }
    if (handles.instagram() != null) {
      String handle = handles.instagram().handle();
      add(
          shown,
          "brand-instagram",
          "Instagram",
          at(handle),
          handle == null ? null : "https://www.instagram.com/" + handle);
    }
    handles.apple().forEach(id -> add(shown, "brand-apple", "Apple", id, null));
    return shown;
  }

  private static void add(
      List<Handle> shown,
      String icon,
      String channel,
      @Nullable String name,
      @Nullable String url) {
    if (name != null) {
      shown.add(new Handle(icon, channel, name, url));
    }
  }

  private static @Nullable String at(@Nullable String name) {
    return name == null ? null : "@" + name;
  }

  private static @Nullable String named(Handles.Scoped scoped) {
    return scoped.displayName() == null ? scoped.id() : scoped.displayName();
  }

  private List<String> address(@Nullable Address address) {
    if (address == null) {
      return List.of();
    }
    String town =
        Stream.of(address.postalCode(), address.city(), address.state())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    String code = address.countryCode();
    String country = code == null ? "" : Locale.of("", code).getDisplayCountry(words.locale());
    return Stream.of(address.address1(), address.address2(), town, country)
        .filter(Objects::nonNull)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private List<Panel> panels(Contact contact) {
    ContactMessages say = words.of(ContactMessages.class);
    String path = "/contacts/" + contact.id();
    List<Panel> panels = new ArrayList<>();
    if (headers.may(Permission.INTERACTION_VIEW, contact)) {
      panels.add(panel(say.lastInteractions(), path + "/interactions"));
    }
    panels.add(panel(say.notes(), path + "/notes"));
    return panels;
  }

  private static Panel panel(String title, String path) {
    return new Panel(title, path + "/latest", path);
  }
}
