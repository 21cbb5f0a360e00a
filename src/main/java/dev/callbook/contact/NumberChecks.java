package dev.callbook.contact;

import dev.callbook.contact.ContactForm.NumberCheck;
import dev.callbook.contact.ContactForm.NumberCheck.State;
import dev.callbook.phone.NumberKind;
import dev.callbook.phone.ParsedNumber;
import dev.callbook.phone.PhoneNumbers;
import dev.callbook.phone.Region;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// What can be said about a number while it is typed.
@ApplicationScoped
class NumberChecks {
  /// Fewer digits are not judged yet.
  private static final int ENOUGH = 4;

  private final PhoneNumbers numbers;
  private final Words words;

  NumberChecks(PhoneNumbers numbers, Words words) {
    this.numbers = numbers;
    this.words = words;
  }

  NumberCheck of(String typed, Region region) {
    if (typed.chars().filter(Character::isDigit).count() < ENOUGH) {
      return NumberCheck.NONE;
    }
    return switch (numbers.parse(typed, region)) {
      case ParsedNumber.Full full when full.valid() ->
          new NumberCheck(State.GOOD, country(full), full.e164().value(), kind(full.kind()));
      case ParsedNumber.Full full ->
          new NumberCheck(State.DOUBTFUL, full.doubt().orElse(""), full.e164().value(), "");
      case ParsedNumber.ShortCode _ ->
          new NumberCheck(State.DOUBTFUL, words.of(ContactMessages.class).internalNumber(), "", "");
      case ParsedNumber.Unparseable none -> new NumberCheck(State.BAD, none.reason(), "", "");
    };
  }

  private String country(ParsedNumber.Full full) {
    return full.region()
        .map(region -> Locale.of("", region.code()).getDisplayCountry(words.locale()))
        .orElseGet(() -> words.of(ContactMessages.class).international());
  }

  private String kind(NumberKind kind) {
    ContactMessages say = words.of(ContactMessages.class);
    return switch (kind) {
      case MOBILE -> say.kindMobile();
      case FIXED_LINE -> say.kindFixedLine();
      case TOLL_FREE -> say.kindTollFree();
      case PREMIUM_RATE -> say.kindPremiumRate();
      case FIXED_LINE_OR_MOBILE, SHARED_COST, VOIP, PERSONAL, PAGER, COMPANY, VOICEMAIL, UNKNOWN ->
          "";
    };
  }
}
