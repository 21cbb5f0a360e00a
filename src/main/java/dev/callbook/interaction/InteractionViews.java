package dev.callbook.interaction;

import dev.callbook.access.Scope;
import dev.callbook.contact.ContactId;
import dev.callbook.interaction.InteractionsView.Row;
import dev.callbook.interaction.PastInteraction.Place;
import dev.callbook.web.Keyset;
import dev.callbook.web.Pager;
import dev.callbook.web.Words;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts a contact's interactions into words.
@ApplicationScoped
class InteractionViews {
  private static final int ROWS = 50;
  private static final int LATEST = 5;

  private final Interactions interactions;
  private final Words words;

  InteractionViews(Interactions interactions, Words words) {
    this.interactions = interactions;
    this.words = words;
  }

  /// @param after the last one of the page before, as its address has it; absent for the newest
  InteractionsView page(Scope scope, ContactId contact, @Nullable String after) {
    Place last = place(after);
    List<PastInteraction> found = interactions.of(scope, contact, last, ROWS + 1);
    List<PastInteraction> shown = found.stream().limit(ROWS).toList();
    String path = path(contact);
    String next =
        found.size() > ROWS ? path + "?after=" + keyset(shown.getLast().place()).text() : null;
    return view(path, shown, new Pager("", last == null ? null : path, next));
  }

  /// The newest of them, for the panel of a profile.
  InteractionsView latest(Scope scope, ContactId contact) {
    return view(
        path(contact), interactions.of(scope, contact, null, LATEST), new Pager("", null, null));
  }

  private InteractionsView view(String path, List<PastInteraction> shown, Pager pager) {
    return new InteractionsView(path, shown.stream().map(this::row).toList(), pager);
  }

  private Row row(PastInteraction past) {
    Interaction one = past.interaction();
    Interaction.Times times = one.times();
    return new Row(
        icon(one),
        what(one),
        times.started(),
        isSpoken(one) ? length(times.connected(), times.ended()) : "",
        times.connected() != null && times.ended() == null,
        Objects.requireNonNullElse(one.caller().shown(), ""),
        one.dialled(),
        one.queue(),
        past.agentName(),
        why(past),
        one.wrapUpCode());
  }

  private String what(Interaction one) {
    InteractionMessages say = words.of(InteractionMessages.class);
    boolean isInbound = one.direction() == Direction.INBOUND;
    return switch (one.channel()) {
      case VOICE ->
          isUnanswered(one)
              ? (isInbound ? say.missedCall() : say.unansweredCall())
              : (isInbound ? say.inboundCall() : say.outboundCall());
      case CALLBACK -> say.callback();
      case SMS, WHATSAPP, EMAIL, CHAT, LINE, FACEBOOK, INSTAGRAM, TWITTER, APPLE ->
          isInbound ? say.received(name(one.channel())) : say.sent(name(one.channel()));
    };
  }

  private String name(Channel channel) {
    InteractionMessages say = words.of(InteractionMessages.class);
    return switch (channel) {
      case VOICE, CALLBACK -> say.callback();
      case SMS -> "SMS";
      case WHATSAPP -> "WhatsApp";
      case EMAIL -> say.email();
      case CHAT -> say.chat();
      case LINE -> "LINE";
      case FACEBOOK -> "Facebook";
      case INSTAGRAM -> "Instagram";
      case TWITTER -> "X";
      case APPLE -> "Apple";
    };
  }

  /// Messages last as long as nobody closes their thread, which says nothing.
  private static boolean isSpoken(Interaction one) {
    return one.channel() == Channel.VOICE || one.channel() == Channel.CALLBACK;
  }

  private static boolean isUnanswered(Interaction one) {
    return one.times().ended() != null && one.times().connected() == null;
  }

  private static String icon(Interaction one) {
    return switch (one.channel()) {
      case VOICE, CALLBACK ->
          isUnanswered(one)
              ? "phone-x"
              : one.direction() == Direction.INBOUND ? "phone-incoming" : "phone-outgoing";
      case SMS -> "message";
      case WHATSAPP -> "brand-whatsapp";
      case EMAIL -> "mail";
      case CHAT -> "message-circle";
      case LINE -> "brand-line";
      case FACEBOOK -> "brand-messenger";
      case INSTAGRAM -> "brand-instagram";
      case TWITTER -> "brand-x";
      case APPLE -> "brand-apple";
    };
  }

  private String why(PastInteraction past) {
    InteractionMessages say = words.of(InteractionMessages.class);
    String by = Objects.requireNonNullElse(past.decidedBy(), say.someoneGone());
    return switch (past.interaction().association().kind()) {
      case NUMBER -> say.byNumber();
      case PICKED -> say.picked(by);
      case ATTACHED -> say.attached(by);
      case CREATED -> say.created(by);
      case NONE, SEVERAL, DETACHED -> "";
    };
  }

  /// Minutes and seconds, with hours in front where there are any.
  static String length(@Nullable Instant from, @Nullable Instant to) {
    if (from == null || to == null || to.isBefore(from)) {
      return "";
    }
    Duration length = Duration.between(from, to);
    return length.toHours() == 0
        ? "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart())
        : "%d:%02d:%02d"
            .formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
  }

  private static Keyset keyset(Place place) {
    return new Keyset(place.started().toString(), place.id());
  }

  private static @Nullable Place place(@Nullable String after) {
    Keyset key = Keyset.parse(after).orElse(null);
    try {
      return key == null ? null : new Place(Instant.parse(key.sortKey()), key.id());
    } catch (DateTimeException malformed) {
      throw new Invalid("after", "invalid.value", "after is no place in this list.");
    }
  }

  private static String path(ContactId contact) {
    return "/contacts/" + contact + "/interactions";
  }
}
