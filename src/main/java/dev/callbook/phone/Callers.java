package dev.callbook.phone;

import dev.callbook.phone.Caller.Withheld;
import dev.callbook.phone.Caller.Withheld.Reason;
import dev.callbook.phone.ParsedNumber.Full;
import dev.callbook.phone.ParsedNumber.ShortCode;
import dev.callbook.phone.ParsedNumber.Unparseable;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells from what a source sent who is calling. Withheld callers are recognised before anything is
/// read as a number.
@Singleton
public final class Callers {
  /// Schemes whose user part is a telephone number or an extension unless it has letters in it.
  private static final Set<String> TELEPHONE =
      Set.of("tel", "sip", "sips", "callto", "sms", "whatsapp");

  private final PhoneNumbers numbers;

  public Callers(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /// Reads the calling party.
  ///
  /// @param sent a number, a `tel:`, `sip:` or other URI, a word such as `anonymous`; null if the
  ///   source sent nothing
  /// @param presentation withheld wins over any number that is there
  public Caller identify(@Nullable String sent, Presentation presentation, DialPlan plan) {
    return switch (presentation) {
      case WITHHELD -> new Withheld(Reason.HIDDEN);
      case UNAVAILABLE -> new Withheld(Reason.NOT_SENT);
      case ALLOWED -> identify(sent == null ? "" : sent.strip(), plan);
    };
  }

  private Caller identify(String sent, DialPlan plan) {
    Reason withheld = WithheldWords.reason(sent);
    if (withheld != null) {
      return new Withheld(withheld);
    }
    boolean bareAddress = sent.indexOf('@') > 0 && sent.indexOf(':') < 0;
    NumberUri uri = NumberUri.find(bareAddress ? "sip:" + sent : sent);
    return uri == null ? ofText(sent, plan) : ofUri(sent, uri, plan);
  }

  private Caller ofText(String sent, DialPlan plan) {
    NumberText text = NumberText.of(sent);
    // An extension may be written with letters, but only behind a number that can have one.
    boolean aName = text.hasLetters() && NumberText.of(text.beforeLetters()).digits().length() < 7;
    return aName ? new Caller.Address(sent) : ofNumber(sent, read(text, "", plan));
  }

  private Caller ofUri(String sent, NumberUri uri, DialPlan plan) {
    Reason withheld = WithheldWords.reason(uri);
    if (withheld != null) {
      return new Withheld(withheld);
    }
    NumberText user = NumberText.of(uri.user());
    if (!TELEPHONE.contains(uri.scheme()) || user.hasLetters()) {
      return new Caller.Address(uri.host().isEmpty() ? sent : uri.user() + "@" + uri.host());
    }
    return ofNumber(
        sent,
        uri.parameter("phone-context").startsWith("+")
            ? numbers.parse(uri, plan.region())
            : read(user, uri.parameter("ext"), plan));
  }

  private ParsedNumber read(NumberText text, String extension, DialPlan plan) {
    String tail = extension.isEmpty() ? "" : ";ext=" + extension;
    ParsedNumber asSent = numbers.parse(text.cleaned() + tail, plan.region());
    if (text.plus() || !text.plain()) {
      return asSent;
    }
    for (String rewritten : plan.rewritings(text.digits())) {
      if (numbers.parse(rewritten + tail, plan.region()) instanceof Full full && full.valid()) {
        return full;
      }
    }
    return asSent;
  }

  private static Caller ofNumber(String sent, ParsedNumber number) {
    return switch (number) {
      case Full full -> new Caller.Telephone(full);
      case ShortCode few -> new Caller.Extension(few);
      case Unparseable nothing -> new Caller.Unreadable(sent, nothing.reason());
    };
  }
}
