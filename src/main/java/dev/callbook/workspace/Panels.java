package dev.callbook.workspace;

import dev.callbook.access.Access;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.interaction.Interaction;
import dev.callbook.interaction.Interaction.State;
import dev.callbook.interaction.Interactions;
import dev.callbook.interaction.Party;
import dev.callbook.interaction.PastInteraction;
import dev.callbook.web.FormErrors;
import dev.callbook.workspace.PanelView.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts what is known of one interaction into what its panel shows.
@ApplicationScoped
class Panels {
  private static final int MAX_PAST = 12;

  private final Interactions interactions;
  private final Cards cards;

  Panels(Interactions interactions, Cards cards) {
    this.interactions = interactions;
    this.cards = cards;
  }

  CallView call(Access access, Interaction interaction, Party party) {
    String number = interaction.caller().shown();
    String name =
        switch (party) {
          case Party.Person person -> cards.name(person.contact());
          case Party.Several _, Party.Nobody _, Party.OutOfSight _, Party.Withheld _ ->
              Objects.requireNonNullElse(number, "");
        };
    State state = interaction.state();
    return new CallView(
        interaction.id(),
        state.name().toLowerCase(Locale.ROOT),
        icon(interaction),
        name,
        party instanceof Party.Person,
        interaction.caller().isWithheld(),
        number,
        interaction.caller().verified(),
        party instanceof Party.Several several ? several.candidates().size() : 0,
        party instanceof Party.Person person ? cards.organization(access, person.contact()) : null,
        interaction.queue(),
        since(interaction, state),
        state == State.WRAP_UP && interaction.times().connected() == null);
  }

  private static Instant since(Interaction interaction, State state) {
    Instant connected = interaction.times().connected();
    Instant ended = interaction.times().ended();
    return switch (state) {
      case WRAP_UP, CLOSED -> Objects.requireNonNullElse(ended, interaction.times().started());
      case CONNECTED -> Objects.requireNonNullElse(connected, interaction.times().started());
      case WAITING, ALERTING ->
          interaction.holder() == null
              ? interaction.times().started()
              : interaction.holder().since();
    };
  }

  PanelView panel(Access access, Interaction interaction, Party party, CallView call) {
    return new PanelView(
        call,
        party instanceof Party.Person person ? cards.person(access, interaction, person) : null,
        party instanceof Party.Several several
            ? cards.choices(access, several.candidates())
            : List.of(),
        party instanceof Party.Nobody,
        party instanceof Party.OutOfSight,
        party instanceof Party.Withheld,
        past(access, interaction, party),
        new CreateView(
            interaction.id(),
            "",
            "",
            interaction.caller().shown(),
            cards.divisions(access),
            cards.usualDivision(access),
            FormErrors.none()),
        new Rights(
            access.may(Permission.CONVERSATION_ASSOCIATE),
            access.may(Permission.CONTACT_ADD) && access.may(Permission.CONVERSATION_ASSOCIATE),
            access.may(Permission.CONTACT_EDIT),
            access.may(Permission.CONTACT_EDIT) && interaction.caller().shown() != null));
  }

  private List<PastView> past(Access access, Interaction interaction, Party party) {
    if (!access.may(Permission.CONTACT_VIEW)) {
      return List.of();
    }
    Scope scope = access.scope(Permission.CONTACT_VIEW, Origin.PAGE);
    List<PastInteraction> past =
        switch (party) {
          case Party.Person person -> interactions.of(scope, person.contact().id(), null, MAX_PAST);
          case Party.Several _, Party.Nobody _ ->
              interactions.likewise(scope, interaction, MAX_PAST);
          case Party.OutOfSight _, Party.Withheld _ -> List.of();
        };
    return past.stream().map(one -> past(one, interaction)).toList();
  }

  private static PastView past(PastInteraction one, Interaction now) {
    Interaction then = one.interaction();
    boolean isNow = then.id().equals(now.id());
    boolean isMissed = then.times().ended() != null && then.times().connected() == null;
    return new PastView(
        icon(then),
        then.direction() == dev.callbook.interaction.Direction.INBOUND,
        isMissed,
        isNow && then.times().ended() == null,
        minutes(then.times().connected(), then.times().ended()),
        then.times().started(),
        then.queue(),
        one.agentName(),
        then.wrapUpCode());
  }

  private static @Nullable Long minutes(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null
        ? null
        : Math.max(1, Duration.between(from, to).plusSeconds(30).toMinutes());
  }

  private static String icon(Interaction interaction) {
    return switch (interaction.channel()) {
      case VOICE, CALLBACK -> voiceIcon(interaction);
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

  private static String voiceIcon(Interaction interaction) {
    boolean isMissed =
        interaction.times().ended() != null && interaction.times().connected() == null;
    if (isMissed) {
      return "phone-x";
    }
    return interaction.direction() == dev.callbook.interaction.Direction.OUTBOUND
        ? "phone-outgoing"
        : "phone-incoming";
  }
}
