package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.customfield.CustomFields;
import dev.callbook.customfield.CustomValues;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.directory.Address;
import dev.callbook.directory.Checks;
import dev.callbook.directory.PhoneReader;
import dev.callbook.directory.References.ExternalIdJson;
import dev.callbook.directory.References.SchemaJson;
import dev.callbook.organization.OrganizationDetails.Ticker;
import dev.callbook.organization.OrganizationDetails.Twitter;
import dev.callbook.wire.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an organization from its JSON, field by field, and refuses with every rule that is broken.
@ApplicationScoped
public class OrganizationReader {
  private static final int TEXT = 1000;
  private static final int MANY = 100;
  private static final Pattern SCREEN_NAME = Pattern.compile("@?[A-Za-z0-9_]+");

  private final PhoneReader phones;
  private final CustomFields customFields;

  OrganizationReader(PhoneReader phones, CustomFields customFields) {
    this.phones = phones;
    this.customFields = customFields;
  }

  /// @param stored what the organization holds now; nothing for a new one
  /// @param region for numbers without a country code
  /// @throws dev.callbook.wire.Refusal.Invalid with every field that breaks its rule
  public OrganizationDetails read(
      Scope scope, OrganizationJson sent, @Nullable OrganizationDetails stored, String region) {
    Checks checks = new Checks();
    CustomValues custom = custom(checks, scope, sent, stored);
    OrganizationDetails details =
        new OrganizationDetails(
            Objects.requireNonNullElse(
                checks.required("name", sent.name(), TEXT, "Enter the organization's name."), ""),
            checks.text("companyType", sent.companyType(), TEXT),
            checks.text("industry", sent.industry(), TEXT),
            Address.check(checks, sent.address()),
            phones.read(checks, "phoneNumber", sent.phoneNumber(), region),
            phones.read(checks, "faxNumber", sent.faxNumber(), region),
            count(checks, "employeeCount", sent.employeeCount()),
            sent.revenue(),
            texts(checks, "tags", sent.tags(), 255),
            texts(checks, "websites", sent.websites(), TEXT),
            tickers(checks, sent.tickers()),
            twitter(checks, sent),
            checks.url("externalSystemUrl", sent.externalSystemUrl(), TEXT),
            ExternalIdJson.read(checks, sent.externalIds()),
            custom.schema(),
            custom.values());
    checks.refuseIfAny();
    return details;
  }

  private CustomValues custom(
      Checks checks, Scope scope, OrganizationJson sent, @Nullable OrganizationDetails stored) {
    CustomValues values =
        new CustomValues(
            SchemaJson.read(sent.schema()), checks.fields("customFields", sent.customFields()));
    return customFields.read(
        checks,
        scope,
        SchemaKind.ORGANIZATION,
        values,
        stored == null ? CustomValues.NONE : stored.custom());
  }

  private static @Nullable Long count(Checks checks, String field, @Nullable Long value) {
    if (value != null && value < 0) {
      checks.note(field, "invalid.value", field + " must not be negative.", new Problem.NoCount());
    }
    return value;
  }

  private static List<String> texts(
      Checks checks, String field, @Nullable List<String> sent, int maxLength) {
    List<String> texts = new ArrayList<>();
    List<String> items = checks.list(field, sent, MANY);
    for (int i = 0; i < items.size(); i++) {
      String text = checks.text(field + "[" + i + "]", items.get(i), maxLength);
      if (text != null && !texts.contains(text)) {
        texts.add(text);
      }
    }
    return List.copyOf(texts);
  }

  private static List<Ticker> tickers(Checks checks, @Nullable List<Ticker> sent) {
    List<Ticker> tickers = new ArrayList<>();
    List<Ticker> items = checks.list("tickers", sent, MANY);
    for (int i = 0; i < items.size(); i++) {
      String field = "tickers[" + i + "]";
      String symbol =
          checks.required(
              field + ".symbol", items.get(i).symbol(), 50, "A ticker needs its symbol.");
      String exchange =
          checks.required(
              field + ".exchange", items.get(i).exchange(), 50, "A ticker needs its exchange.");
      tickers.add(new Ticker(symbol, exchange));
    }
    return List.copyOf(tickers);
  }

  private static @Nullable Twitter twitter(Checks checks, OrganizationJson sent) {
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
            screenName != null && screenName.startsWith("@")
                ? screenName.substring(1)
                : screenName);
    return twitter.equals(new Twitter(null, null, null)) ? null : twitter;
  }
}
