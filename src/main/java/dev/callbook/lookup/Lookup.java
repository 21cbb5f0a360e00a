package dev.callbook.lookup;

import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactEmail;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.lookup.Reason.Tier;
import dev.callbook.phone.Caller;
import dev.callbook.phone.LookupKey;
import dev.callbook.phone.ParsedNumber;
import dev.callbook.platform.Timings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who is calling. One exact index read; never a suffix, never fuzzy. A match is not
/// authentication.
@ApplicationScoped
public class Lookup {
  /// The most candidates an agent is shown. Source: CONTRACT section 15, "reverse lookup".
  public static final int MAX_CANDIDATES = 25;

  private final Contacts contacts;
  private final PickStore picks;
  private final Timings timings;
  private final Clock clock;

  Lookup(Contacts contacts, PickStore picks, Timings timings, Clock clock) {
    this.contacts = contacts;
    this.picks = picks;
    this.timings = timings;
    this.clock = clock;
  }

  /// The contacts within `scope` that hold a caller's number or address.
  public CallerMatch find(Scope scope, Caller caller) {
    long start = System.nanoTime();
    CallerMatch match = match(scope, caller);
    timings.lookup().add(System.nanoTime() - start);
    return match;
  }

  private CallerMatch match(Scope scope, Caller caller) {
    return switch (caller) {
      case Caller.Telephone(ParsedNumber.Full number) ->
          byNumber(scope, number.key(), number.e164().value(), number.extension().orElse(null));
      case Caller.Extension(ParsedNumber.ShortCode number) ->
          byNumber(scope, number.key(), null, null);
      case Caller.Address(String address) -> byEmail(scope, address);
      case Caller.Withheld _ -> new CallerMatch.Withheld();
      case Caller.Unreadable _ -> new CallerMatch.Unknown();
    };
  }

  private CallerMatch byNumber(
      Scope scope, LookupKey key, @Nullable String e164, @Nullable String extension) {
    List<Contact> holders = contacts.holdingNumber(scope, key.value(), MAX_CANDIDATES + 1);
    return match(
        scope, key.value(), holders, contact -> reason(contact, key.value(), e164, extension));
  }

  private static Reason reason(
      Contact contact, String key, @Nullable String e164, @Nullable String extension) {
    return contact.details().phones().stream()
        .filter(phone -> key.equals(phone.number().lookupKey()))
        .map(phone -> reason(phone, e164, extension))
        .min(Comparator.comparing(Reason::tier))
        .orElseGet(() -> new Reason(Tier.HANDLE, "whatsapp"));
  }

  private static Reason reason(
      ContactPhone phone, @Nullable String e164, @Nullable String extension) {
    PhoneNumber number = phone.number();
    if (e164 == null) {
      return new Reason(Tier.INTERNAL, phone.label());
    }
    if (!Objects.equals(number.extension(), extension)) {
      return new Reason(Tier.WITHOUT_EXTENSION, phone.label());
    }
    return new Reason(e164.equals(number.e164()) ? Tier.EXACT : Tier.ALIAS, phone.label());
  }

  /// The contacts within `scope` that hold an e-mail address.
  public CallerMatch byEmail(Scope scope, String address) {
    String key = ContactEmail.key(address);
    List<Contact> holders = contacts.holdingEmail(scope, key, MAX_CANDIDATES + 1);
    return match(
        scope,
        "email:" + key,
        holders,
        contact ->
            contact.details().emails().stream()
                .filter(email -> email.key().equals(key))
                .findFirst()
                .map(email -> new Reason(Tier.EMAIL, email.label()))
                .orElse(new Reason(Tier.EMAIL, "other")));
  }

  /// The contacts within `scope` that hold a handle. @param channel `twitter`, `line`, `facebook`,
  /// `instagram`, `whatsapp` or `apple`
  public CallerMatch byHandle(Scope scope, String channel, String handle) {
    String key = (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT);
    List<Contact> holders = contacts.holdingHandle(scope, channel, key, MAX_CANDIDATES + 1);
    return match(scope, channel + ":" + key, holders, _ -> new Reason(Tier.HANDLE, channel));
  }

  private CallerMatch match(
      Scope scope, String pickKey, List<Contact> holders, Function<Contact, Reason> reason) {
    if (holders.isEmpty()) {
      return new CallerMatch.Unknown();
    }
    if (holders.size() == 1) {
      return new CallerMatch.Known(holders.getFirst(), reason.apply(holders.getFirst()));
    }
    Optional<ContactId> picked = picks.find(scope, pickKey).map(ContactId::new);
    List<Candidate> candidates =
        holders.stream()
            .map(contact ->
                new Candidate(
                    contact, reason.apply(contact), picked.equals(Optional.of(contact.id()))))
            .sorted(
                Comparator.comparing((Candidate c) -> !c.pickedBefore())
                    .thenComparing(c -> c.reason().tier())
                    .thenComparing(c -> c.contact().createdAt())
                    .thenComparing(c -> c.contact().id().value()))
            .limit(MAX_CANDIDATES)
            .toList();
    return new CallerMatch.Ambiguous(candidates, holders.size() > MAX_CANDIDATES);
  }

  /// Remembers whom an agent picked for a number, so that they come first the next time.
  @Transactional
  public void remember(Scope scope, LookupKey key, ContactId contact) {
    picks.put(scope, key.value(), contacts.get(scope, contact).id().value(), clock.instant());
  }
}
