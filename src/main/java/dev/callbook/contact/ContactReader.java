package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactJson.AppleJson;
import dev.callbook.contact.ContactJson.EmailJson;
import dev.callbook.contact.ContactJson.ScopedJson;
import dev.callbook.contact.Handles.Instagram;
import dev.callbook.contact.Handles.Scoped;
import dev.callbook.contact.Handles.Twitter;
import dev.callbook.contact.Handles.WhatsApp;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.CustomValues;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.Address;
import dev.callbook.directory.Checks;
import dev.callbook.directory.PhoneJson;
import dev.callbook.directory.PhoneReader;
import dev.callbook.directory.References.ExternalIdJson;
import dev.callbook.directory.References.SchemaJson;
import dev.callbook.organization.OrganizationJson;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a contact from its JSON, field by field, and refuses with every rule that is broken.
///
/// Imports read their rows through it too, so that a row is refused as a single write is.
@ApplicationScoped
public class ContactReader {
  private static final int NAME = 1000;
  private static final Pattern SCREEN_NAME = Pattern.compile("@?[A-Za-z0-9_]+");
  private static final Slots<ContactPhone> PHONES =
      new Slots<>(ContactPhone::label, (a, b) -> a.number().equals(b.number()));
  private static final Slots<ContactEmail> EMAILS =
      new Slots<>(ContactEmail::label, (a, b) -> a.address().equals(b.address()));

  private final PhoneReader phones;
  private final CustomFields customFields;

  ContactReader(PhoneReader phones, CustomFields customFields) {
    this.phones = phones;
    this.customFields = customFields;
  }

  /// @param stored what the contact holds now; nothing for a new one
  /// @param region for numbers without a country code
  /// @throws dev.callbook.wire.Refusal.Invalid with every field that breaks its rule
  public ContactDetails read(
      Scope scope, ContactJson sent, @Nullable ContactDetails stored, String region) {
    Checks checks = new Checks();
    CustomValues custom = custom(checks, scope, sent, stored);
    ContactDetails details =
        new ContactDetails(
            checks.text("firstName", sent.firstName(), NAME),
            checks.text("middleName", sent.middleName(), NAME),
            checks.text("lastName", sent.lastName(), NAME),
            checks.text("salutation", sent.salutation(), NAME),
            checks.text("title", sent.title(), NAME),
            phones(checks, sent, stored == null ? List.of() : stored.phones(), region),
            emails(checks, sent, stored == null ? List.of() : stored.emails()),
            Address.check(checks, sent.address()),
            handles(checks, sent, region),
            organization(sent.externalOrganization()),
            Boolean.TRUE.equals(sent.surveyOptOut()),
            checks.url("externalSystemUrl", sent.externalSystemUrl(), 1000),
            ExternalIdJson.read(checks, sent.externalIds()),
            custom.schema(),
            custom.values());
    checks.refuseIfAny();
    return details;
  }

  private CustomValues custom(
      Checks checks, Scope scope, ContactJson sent, @Nullable ContactDetails stored) {
    CustomValues values =
        new CustomValues(
            SchemaJson.read(sent.schema()), checks.fields("customFields", sent.customFields()));
    return customFields.read(
        checks,
        scope,
        SchemaKind.CONTACT,
        values,
        stored == null ? CustomValues.NONE : stored.custom());
  }

  private List<ContactPhone> phones(
      Checks checks, ContactJson sent, List<ContactPhone> stored, String region) {
    Map<String, @Nullable ContactPhone> slots = new LinkedHashMap<>();
    slots.put("work", phone(checks, "workPhone", "work", sent.workPhone(), region));
    slots.put("cell", phone(checks, "cellPhone", "cell", sent.cellPhone(), region));
    slots.put("home", phone(checks, "homePhone", "home", sent.homePhone(), region));
    slots.put("other", phone(checks, "otherPhone", "other", sent.otherPhone(), region));
    List<ContactPhone> list = null;
    if (sent.phoneNumbers() != null) {
      list = new ArrayList<>();
      List<PhoneJson> items = checks.list("phoneNumbers", sent.phoneNumbers(), 100);
      for (int i = 0; i < items.size(); i++) {
        String field = "phoneNumbers[" + i + "]";
        ContactPhone phone =
            phone(checks, field, label(checks, field, items.get(i).label()), items.get(i), region);
        if (phone != null) {
          list.add(phone);
        }
      }
    }
    return PHONES.merge(stored, list, slots);
  }

  private @Nullable ContactPhone phone(
      Checks checks, String field, String label, @Nullable PhoneJson sent, String region) {
    var number = phones.read(checks, field, sent, region);
    return number == null ? null : new ContactPhone(label, number);
  }

  private static String label(Checks checks, String field, @Nullable String label) {
    return Objects.requireNonNullElse(checks.text(field + ".label", label, 50), "other");
  }

  private static List<ContactEmail> emails(
      Checks checks, ContactJson sent, List<ContactEmail> stored) {
    Map<String, @Nullable ContactEmail> slots = new LinkedHashMap<>();
    slots.put("work", email(checks, "workEmail", "work", sent.workEmail()));
    slots.put("personal", email(checks, "personalEmail", "personal", sent.personalEmail()));
    slots.put("other", email(checks, "otherEmail", "other", sent.otherEmail()));
    List<ContactEmail> list = null;
    if (sent.emailAddresses() != null) {
      list = new ArrayList<>();
      List<EmailJson> items = checks.list("emailAddresses", sent.emailAddresses(), 100);
      for (int i = 0; i < items.size(); i++) {
        String field = "emailAddresses[" + i + "]";
        ContactEmail email =
            email(
                checks,
                field + ".address",
                label(checks, field, items.get(i).label()),
                items.get(i).address());
        if (email != null) {
          list.add(email);
        }
      }
    }
    return EMAILS.merge(stored, list, slots);
  }

  private static @Nullable ContactEmail email(
      Checks checks, String field, String label, @Nullable String address) {
    String checked = checks.email(field, address);
    return checked == null ? null : new ContactEmail(label, checked);
  }

  private Handles handles(Checks checks, ContactJson sent, String region) {
    return new Handles(
        twitter(checks, sent),
        line(checks, sent),
        facebook(checks, sent),
        instagram(checks, sent),
        whatsApp(checks, sent, region),
        apple(checks, sent));
  }

  private static @Nullable Twitter twitter(Checks checks, ContactJson sent) {
    if (sent.twitterId() == null) {
      return null;
    }
    String screenName = checks.text("twitterId.screenName", sent.twitterId().screenName(), 255);
    if (screenName != null && !SCREEN_NAME.matcher(screenName).matches()) {
      checks.note(
          "twitterId.screenName",
          "invalid.value",
          "A screen name holds letters, digits and underscores only.",
          new Problem.NoScreenName());
    }
    Twitter twitter =
        new Twitter(
            checks.text("twitterId.id", sent.twitterId().id(), 255),
            checks.text("twitterId.name", sent.twitterId().name(), 255),
            withoutAt(screenName));
    return twitter.equals(new Twitter(null, null, null)) ? null : twitter;
  }

  private static @Nullable Scoped line(Checks checks, ContactJson sent) {
    if (sent.lineId() == null) {
      return null;
    }
    var ids = checks.list("lineId.ids", sent.lineId().ids(), 1);
    String id =
        ids.isEmpty() ? null : checks.text("lineId.ids[0].userId", ids.getFirst().userId(), 255);
    return scoped(id, checks.text("lineId.displayName", sent.lineId().displayName(), 100));
  }

  private static @Nullable Scoped facebook(Checks checks, ContactJson sent) {
    if (sent.facebookId() == null) {
      return null;
    }
    String id = scopedId(checks, "facebookId.ids", sent.facebookId().ids());
    return scoped(id, checks.text("facebookId.displayName", sent.facebookId().displayName(), 100));
  }

  private static @Nullable String scopedId(
      Checks checks, String field, @Nullable List<ScopedJson> sent) {
    List<ScopedJson> ids = checks.list(field, sent, 1);
    return ids.isEmpty()
        ? null
        : checks.text(field + "[0].scopedId", ids.getFirst().scopedId(), 255);
  }

  private static @Nullable Scoped scoped(@Nullable String id, @Nullable String displayName) {
    return id == null && displayName == null ? null : new Scoped(id, displayName);
  }

  private static @Nullable Instagram instagram(Checks checks, ContactJson sent) {
    if (sent.instagramId() == null) {
      return null;
    }
    Instagram instagram =
        new Instagram(
            scopedId(checks, "instagramId.ids", sent.instagramId().ids()),
            checks.text("instagramId.displayName", sent.instagramId().displayName(), 100),
            withoutAt(checks.text("instagramId.handle", sent.instagramId().handle(), 100)));
    return instagram.equals(new Instagram(null, null, null)) ? null : instagram;
  }

  private @Nullable WhatsApp whatsApp(Checks checks, ContactJson sent, String region) {
    if (sent.whatsAppId() == null) {
      return null;
    }
    var number =
        phones.readInternational(
            checks, "whatsAppId.phoneNumber", sent.whatsAppId().phoneNumber(), region);
    String displayName =
        checks.text("whatsAppId.displayName", sent.whatsAppId().displayName(), 100);
    return number == null ? null : new WhatsApp(number, displayName);
  }

  private static List<String> apple(Checks checks, ContactJson sent) {
    List<AppleJson> items = checks.list("appleOpaqueIds", sent.appleOpaqueIds(), 10);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String id = checks.text("appleOpaqueIds[" + i + "].value", items.get(i).value(), 255);
      if (id != null && !ids.contains(id)) {
        ids.add(id);
      }
    }
    return List.copyOf(ids);
  }

  private static @Nullable String withoutAt(@Nullable String name) {
    return name != null && name.startsWith("@") ? name.substring(1) : name;
  }

  private static @Nullable UUID organization(@Nullable OrganizationJson sent) {
    return sent == null || Parse.isAbsent(sent.id())
        ? null
        : Parse.id("externalOrganization.id", String.valueOf(sent.id()));
  }
}
