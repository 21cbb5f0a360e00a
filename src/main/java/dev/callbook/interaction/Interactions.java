package dev.callbook.interaction;

import dev.callbook.access.Access;
import dev.callbook.access.Admissions;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.lookup.CallerMatch;
import dev.callbook.platform.Announcements;
import dev.callbook.platform.Ids;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of live calls and messages; the only door for other features.
///
/// Telephony events leave no entry in the change log: they are no writes of ours to somebody's
/// record, an interaction keeps them itself, and a busy centre has hundreds in a second. What a
/// person or a program decides about an interaction does ([Associations]).
@ApplicationScoped
public class Interactions {
  /// Announced whenever an interaction of an agent changed: organization, agent, interaction.
  public static final String TOPIC = "interaction";

  private static final int MAX_CODE = 200;

  /// What came of an event.
  ///
  /// @param match who is on the line as far as its agent may know; null while nobody has it
  public record Heard(Interaction interaction, EventSource source, @Nullable Party match) {}

  private final InteractionStore store;
  private final PastStore past;
  private final Sources sources;
  private final CallerLines lines;
  private final Parties parties;
  private final Contacts contacts;
  private final Admissions admissions;
  private final Announcements announcements;
  private final Ids ids;
  private final Clock clock;

  Interactions(
      InteractionStore store,
      PastStore past,
      Sources sources,
      CallerLines lines,
      Parties parties,
      Contacts contacts,
      Admissions admissions,
      Announcements announcements,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.past = past;
    this.sources = sources;
    this.lines = lines;
    this.parties = parties;
    this.contacts = contacts;
    this.admissions = admissions;
    this.announcements = announcements;
    this.ids = ids;
    this.clock = clock;
  }

  /// Takes what a source reports. The same event again changes nothing.
  ///
  /// @throws Conflict if the source used the event's id for another interaction
  @Transactional
  public Heard report(OrgId org, InboundEvent event) {
    EventSource source = sources.named(org, event.source());
    Instant now = clock.instant();
    if (!store.hear(org, source.id(), event.sourceEventId(), now)) {
      return heardBefore(org, source, event);
    }
    // A source whose clock is ahead must not overrule every event that follows.
    Instant at = event.at().isAfter(now) ? now : event.at();
    Interaction before = firstOrKnown(org, source, event, at);
    UUID agent = event.agent() == null ? null : sources.agent(source, event.agent()).orElse(null);
    CallerLine line = lines.read(before.channel(), event.from(), source.plan(), at);
    Interaction heard = before.heard(event, agent, line, at);
    Interaction after = heard.with(association(org, source, before, heard));
    store.update(org, after);
    announce(org, before.agent(), after);
    return new Heard(after, source, party(org, after));
  }

  private Heard heardBefore(OrgId org, EventSource source, InboundEvent event) {
    Interaction known =
        store
            .find(org, source.id(), event.interactionId())
            .orElseThrow(() ->
                new Conflict(
                    "sourceEventId", "This source used the id for another interaction's event."));
    return new Heard(known, source, party(org, known));
  }

  private Interaction firstOrKnown(OrgId org, EventSource source, InboundEvent event, Instant at) {
    Optional<Interaction> known = store.lock(org, source.id(), event.interactionId());
    if (known.isPresent()) {
      return known.get();
    }
    store.add(org, Interaction.first(ids.next(), source.id(), event, at));
    return store.lock(org, source.id(), event.interactionId()).orElseThrow();
  }

  /// Looks the caller up again where the number or the agent became another. What was attached by
  /// hand stays; what was picked or detached for a number stays while the number does.
  private Association association(
      OrgId org, EventSource source, Interaction before, Interaction after) {
    Association kept = after.association();
    boolean isNewParty = !before.caller().isSameParty(after.caller());
    boolean isNewAgent = !Objects.equals(before.agent(), after.agent());
    boolean isFixed =
        kept.kind() == Association.Kind.ATTACHED
            || kept.kind() == Association.Kind.CREATED
            || (kept.kind().isByHand() && !isNewParty);
    Scope scope = isFixed || !(isNewParty || isNewAgent) ? null : scopeOf(org, after).orElse(null);
    if (scope == null) {
      return isNewParty && !isFixed ? Association.NONE : kept;
    }
    return switch (lines.find(scope, after, source.plan())) {
      case CallerMatch.Known(Contact contact, _) ->
          contacts
              .keep(scope, contact.id())
              .map(known -> new Association(Association.Kind.NUMBER, known.id(), null))
              .orElse(Association.NONE);
      // Another agent who may not see the contact does not take the call away from it.
      case CallerMatch.Unknown _ -> isNewParty ? Association.NONE : kept;
      case CallerMatch.Ambiguous _ -> Association.SEVERAL;
      case CallerMatch.Withheld _ -> Association.NONE;
    };
  }

  private @Nullable Party party(OrgId org, Interaction interaction) {
    return scopeOf(org, interaction).map(scope -> parties.of(scope, interaction)).orElse(null);
  }

  /// What the agent who has it may see; empty if nobody has it, or they may see no contact.
  private Optional<Scope> scopeOf(OrgId org, Interaction interaction) {
    return Optional.ofNullable(interaction.agent())
        .flatMap(agent -> admissions.accessOf(org, agent))
        .filter(access -> access.may(Permission.CONTACT_VIEW))
        .map(access -> scope(access, interaction.id()));
  }

  private static Scope scope(Access access, UUID interaction) {
    return access.scope(Permission.CONTACT_VIEW, Origin.ofInteraction(interaction));
  }

  /// Tells every node whose screens show something else now.
  void announce(OrgId org, @Nullable UUID agentBefore, Interaction after) {
    UUID agent = after.agent();
    if (agent != null) {
      publish(org, agent, after.id());
    }
    if (agentBefore != null && !agentBefore.equals(agent)) {
      publish(org, agentBefore, after.id());
    }
  }

  /// Has an agent's screens read an interaction again, because something else they show of it
  /// changed.
  public void refresh(OrgId org, UUID agent, UUID interaction) {
    publish(org, agent, interaction);
  }

  private void publish(OrgId org, UUID agent, UUID interaction) {
    announcements.publish(TOPIC, org.value() + " " + agent + " " + interaction);
  }

  /// What an agent has not finished, the oldest first; the newest `maxRows` of them.
  public List<Interaction> open(Scope scope, UUID agent, int maxRows) {
    return store.open(scope.org(), agent, maxRows);
  }

  /// What agents have not finished and belongs to one of these contacts, whoever the agents are.
  public List<Interaction> openWith(OrgId org, List<UUID> contacts) {
    return store.openWith(org, contacts);
  }

  /// @throws NotFound unless `agent` has it
  public Interaction get(Scope scope, UUID agent, UUID id) {
    return store
        .find(scope.org(), id)
        .filter(found -> agent.equals(found.agent()))
        .orElseThrow(() -> new NotFound("interaction", id));
  }

  /// A contact's interactions, newest first; none if the contact is not within `scope`.
  ///
  /// @param after the last one of the page before; null for the first page
  public List<PastInteraction> of(
      Scope scope, ContactId contact, PastInteraction.@Nullable Place after, int maxRows) {
    return past.of(scope, contact, after, maxRows);
  }

  /// What came from the same number before, newest first; without what belongs to contacts outside
  /// `scope`. Empty where there is no number.
  public List<PastInteraction> likewise(Scope scope, Interaction interaction, int maxRows) {
    String key = interaction.caller().lookupKey();
    return key == null ? List.of() : past.from(scope, key, maxRows);
  }

  private static @Nullable String tidy(@Nullable String code) {
    String text = code == null ? "" : code.strip();
    if (text.length() > MAX_CODE) {
      throw new Invalid("code", "too.long", "A wrap-up holds " + MAX_CODE + " characters.");
    }
    return text.isEmpty() ? null : text;
  }

  /// Ends an agent's part in an interaction.
  ///
  /// @param code what came of it, in the organization's words; null for nothing to say
  /// @throws NotFound unless the caller has it
  @Transactional
  public Interaction finish(Scope scope, UUID id, @Nullable String code) {
    Interaction before =
        store
            .lock(scope.org(), id)
            .filter(found -> found.agent() != null)
            .filter(found -> Objects.equals(found.agent(), scope.actor().idOrNull()))
            .orElseThrow(() -> new NotFound("interaction", id));
    if (before.state() == Interaction.State.CLOSED) {
      return before;
    }
    Interaction after = before.wrappedUp(tidy(code), clock.instant());
    store.update(scope.org(), after);
    announce(scope.org(), before.agent(), after);
    return after;
  }
}
