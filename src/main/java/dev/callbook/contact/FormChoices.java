package dev.callbook.contact;

import dev.callbook.contact.ContactForm.AddressRows;
import dev.callbook.contact.ContactForm.HandleRow;
import dev.callbook.web.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The parts of the contact form that are lists of choices.
@ApplicationScoped
class FormChoices {
  private final Countries countries;

  FormChoices(Countries countries) {
    this.countries = countries;
  }

  List<HandleRow> handles(FormFields f) {
    return List.of(
        row(f, "whatsApp", "brand-whatsapp", "WhatsApp", "+34 600 000 000"),
        row(f, "twitter", "brand-x", "X", "@name"),
        row(f, "facebook", "brand-facebook", "Facebook", ""),
        row(f, "line", "brand-line", "LINE", ""),
        row(f, "instagram", "brand-instagram", "Instagram", "@name"),
        row(f, "apple", "brand-apple", "Apple", ""));
  }

  private static HandleRow row(
      FormFields f, String key, String icon, String channel, String placeholder) {
    return new HandleRow(key, icon, channel, placeholder, f.text(key));
  }

  AddressRows address(FormFields f) {
    return new AddressRows(
        f.text("address1"),
        f.text("address2"),
        f.text("postalCode"),
        f.text("city"),
        f.text("state"),
        countries.choices(f.text("countryCode")));
  }
}
