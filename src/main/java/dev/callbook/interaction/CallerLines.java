package dev.callbook.interaction;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactEmail;
import dev.callbook.interaction.InboundEvent.From;
import dev.callbook.lookup.CallerMatch;
import dev.callbook.lookup.Lookup;
import dev.callbook.phone.Caller;
import dev.callbook.phone.Callers;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.ParsedNumber;
import dev.callbook.phone.Presentation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what a source says of a caller, by the channel, and finds who it is.
@ApplicationScoped
class CallerLines {
  private final Callers callers;
  private final Lookup lookup;

  CallerLines(Callers callers, Lookup lookup) {
    this.callers = callers;
    this.lookup = lookup;
  }

  CallerLine read(Channel channel, @Nullable From from, DialPlan plan, Instant at) {
    if (from == null) {
      return CallerLine.UNSAID;
    }
    return switch (channel) {
      case VOICE, CALLBACK, SMS, WHATSAPP -> byNumber(channel, from, plan, at);
      case EMAIL, CHAT -> byAddress(from, at);
      case LINE, FACEBOOK, INSTAGRAM, TWITTER, APPLE -> byHandle(channel, from, at);
    };
  }

  private CallerLine byNumber(Channel channel, From from, DialPlan plan, Instant at) {
    String raw = text(from);
    return switch (callers.identify(number(channel, raw), from.presentation(), plan)) {
      case Caller.Telephone(ParsedNumber.Full n) ->
          allowed(from, shown(n), n.key().value(), n.e164().value(), at);
      case Caller.Extension(ParsedNumber.ShortCode n) ->
          allowed(from, n.digits(), n.key().value(), null, at);
      case Caller.Address(String address) ->
          allowed(from, address, "email:" + ContactEmail.key(address), null, at);
      case Caller.Unreadable _ -> allowed(from, raw, null, null, at);
      case Caller.Withheld(Caller.Withheld.Reason reason) ->
          CallerLine.nothing(
              switch (reason) {
                case HIDDEN -> Presentation.WITHHELD;
                case NOT_SENT -> Presentation.UNAVAILABLE;
              },
              at);
    };
  }

  private static CallerLine byAddress(From from, Instant at) {
    String address = text(from);
    return isNothing(from)
        ? nothing(from, at)
        : allowed(from, address, "email:" + ContactEmail.key(address), null, at);
  }

  private static CallerLine byHandle(Channel channel, From from, Instant at) {
    String handle = text(from);
    String key = channel.word() + ":" + handle.toLowerCase(Locale.ROOT);
    return isNothing(from) ? nothing(from, at) : allowed(from, handle, key, null, at);
  }

  private static boolean isNothing(From from) {
    return from.presentation() != Presentation.ALLOWED || text(from).isEmpty();
  }

  private static CallerLine nothing(From from, Instant at) {
    boolean isHidden = from.presentation() == Presentation.WITHHELD;
    return CallerLine.nothing(isHidden ? Presentation.WITHHELD : Presentation.UNAVAILABLE, at);
  }

  private static String text(From from) {
    return from.raw() == null ? "" : from.raw().strip();
  }

  private static CallerLine allowed(
      From from, String shown, @Nullable String lookupKey, @Nullable String e164, Instant at) {
    return new CallerLine(
        Presentation.ALLOWED, text(from), shown, lookupKey, e164, from.verified(), at);
  }

  private static String shown(ParsedNumber.Full number) {
    return number.extension().map(x -> number.display() + " ext. " + x).orElse(number.display());
  }

  /// WhatsApp writes whole international numbers without their plus.
  private static String number(Channel channel, String raw) {
    boolean isBare = channel == Channel.WHATSAPP && raw.matches("[1-9]\\d{7,14}");
    return isBare ? "+" + raw : raw;
  }

  /// Who is on the line, as far as `scope` may know.
  CallerMatch find(Scope scope, Interaction interaction, DialPlan plan) {
    CallerLine line = interaction.caller();
    if (line.isWithheld()) {
      return new CallerMatch.Withheld();
    }
    String raw = Objects.requireNonNull(line.raw());
    Channel channel = interaction.channel();
    return switch (channel) {
      case VOICE, CALLBACK, SMS, WHATSAPP ->
          lookup.find(scope, callers.identify(number(channel, raw), Presentation.ALLOWED, plan));
      case EMAIL, CHAT -> lookup.byEmail(scope, raw);
      case LINE, FACEBOOK, INSTAGRAM, TWITTER, APPLE -> lookup.byHandle(scope, channel.word(), raw);
    };
  }
}
