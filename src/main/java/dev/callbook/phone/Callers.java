package dev.callbook.phone;

import dev.callbook.phone.Caller.Withheld;
import dev.callbook.phone.Caller.Withheld.Reason;
import dev.callbook.phone.Explanation.Step;
import dev.callbook.phone.ParsedNumber.Full;
import dev.callbook.phone.ParsedNumber.ShortCode;
import dev.callbook.phone.ParsedNumber.Unparseable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
    return read(sent, presentation, plan, _ -> {});
  }

  /// As [#identify], and how it came about.
  public Explanation explain(@Nullable String sent, Presentation presentation, DialPlan plan) {
    List<Step> steps = new ArrayList<>();
    Caller caller = read(sent, presentation, plan, steps::add);
    return new Explanation(caller, steps);
  }

  private Caller read(
      @Nullable String sent, Presentation presentation, DialPlan plan, Consumer<Step> heard) {
    return switch (presentation) {
      case WITHHELD -> hidden(Reason.HIDDEN, heard);
      case UNAVAILABLE -> hidden(Reason.NOT_SENT, heard);
      case ALLOWED -> read(sent == null ? "" : sent.strip(), plan, heard);
    };
  }

  private static Caller hidden(Reason reason, Consumer<Step> heard) {
    heard.accept(new Step.Hidden());
    return new Withheld(reason);
  }

  private Caller read(String sent, DialPlan plan, Consumer<Step> heard) {
    Reason withheld = WithheldWords.reason(sent);
    if (withheld != null) {
      heard.accept(new Step.WithheldWord(sent));
      return new Withheld(withheld);
    }
    boolean bareAddress = sent.indexOf('@') > 0 && sent.indexOf(':') < 0;
    NumberUri uri = NumberUri.find(bareAddress ? "sip:" + sent : sent);
    return uri == null ? ofText(sent, plan, heard) : ofUri(sent, uri, plan, heard);
  }

  private Caller ofText(String sent, DialPlan plan, Consumer<Step> heard) {
    NumberText text = NumberText.of(sent);
    // An extension may be written with letters, but only behind a number that can have one.
    if (text.hasLetters() && NumberText.of(text.beforeLetters()).digits().length() < 7) {
      heard.accept(new Step.Letters(sent));
      return new Caller.Address(sent);
    }
    return ofNumber(sent, read(text, "", plan, heard));
  }

  private Caller ofUri(String sent, NumberUri uri, DialPlan plan, Consumer<Step> heard) {
    Reason withheld = WithheldWords.reason(uri);
    if (withheld != null) {
      heard.accept(new Step.WithheldWord(sent));
      return new Withheld(withheld);
    }
    heard.accept(new Step.Uri(uri.scheme(), uri.user()));
    NumberText user = NumberText.of(uri.user());
    if (!TELEPHONE.contains(uri.scheme()) || user.hasLetters()) {
      heard.accept(new Step.Letters(uri.user()));
      return new Caller.Address(uri.host().isEmpty() ? sent : uri.user() + "@" + uri.host());
    }
    return ofNumber(
        sent,
        uri.parameter("phone-context").startsWith("+")
            ? inContext(uri, plan, heard)
            : read(user, uri.parameter("ext"), plan, heard));
  }

  private ParsedNumber inContext(NumberUri uri, DialPlan plan, Consumer<Step> heard) {
    ParsedNumber read = numbers.parse(uri, plan.region());
    heard.accept(new Step.Digits(uri.user(), List.of(), read, true));
    return read;
  }

  private ParsedNumber read(
      NumberText text, String extension, DialPlan plan, Consumer<Step> heard) {
    String tail = extension.isEmpty() ? "" : ";ext=" + extension;
    if (!text.plus() && text.plain()) {
      for (DialPlan.Rewriting rewriting : plan.rewritings(text.digits())) {
        ParsedNumber read = numbers.parse(rewriting.text() + tail, plan.region());
        boolean taken = read instanceof Full full && full.valid();
        heard.accept(new Step.Digits(rewriting.text(), rewriting.rules(), read, taken));
        if (taken) {
          return read;
        }
      }
    }
    ParsedNumber asSent = numbers.parse(text.cleaned() + tail, plan.region());
    heard.accept(new Step.Digits(text.cleaned(), List.of(), asSent, true));
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
