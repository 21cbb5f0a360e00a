package dev.callbook.interaction;

import dev.callbook.access.Actor;
import dev.callbook.access.Divisions;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.lookup.CallerMatch;
import dev.callbook.lookup.Candidate;
import dev.callbook.lookup.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is on the other side of an interaction, as far as one agent may know, read anew each time.
@ApplicationScoped
public class Parties {
  private final Sources sources;
  private final CallerLines lines;
  private final Contacts contacts;
  private final Divisions divisions;

  Parties(Sources sources, CallerLines lines, Contacts contacts, Divisions divisions) {
    this.sources = sources;
    this.lines = lines;
    this.contacts = contacts;
    this.divisions = divisions;
  }

  /// @param scope what the agent may see
  public Party of(Scope scope, Interaction interaction) {
    EventSource source = sources.get(scope.org(), interaction.source());
    CallerMatch match = lines.find(scope, interaction, source.plan());
    ContactId owner = interaction.association().contact();
    if (owner != null) {
      Optional<Party> person = person(scope, owner, match);
      if (person.isPresent()) {
        return person.get();
      }
    }
    return switch (match) {
      case CallerMatch.Known(Contact contact, Reason reason) ->
          new Party.Several(List.of(new Candidate(contact, reason, false)), false);
      case CallerMatch.Ambiguous(List<Candidate> candidates, boolean more) ->
          new Party.Several(candidates, more);
      case CallerMatch.Withheld _ -> new Party.Withheld();
      case CallerMatch.Unknown _ ->
          isHeldOutOfSight(scope, interaction, source)
              ? new Party.OutOfSight()
              : new Party.Nobody();
    };
  }

  private Optional<Party> person(Scope scope, ContactId owner, CallerMatch match) {
    Optional<Candidate> found =
        switch (match) {
          case CallerMatch.Known(Contact contact, Reason reason) ->
              Optional.of(new Candidate(contact, reason, false));
          case CallerMatch.Ambiguous(List<Candidate> candidates, _) ->
              candidates.stream().filter(c -> c.contact().mergeSet().holds(owner)).findFirst();
          case CallerMatch.Unknown _, CallerMatch.Withheld _ -> Optional.<Candidate>empty();
        };
    return found
        .filter(candidate -> candidate.contact().mergeSet().holds(owner))
        .map(candidate -> person(candidate.contact(), candidate.reason()))
        .or(() -> contacts.find(scope, owner).map(contact -> person(contact, null)));
  }

  private static Party person(Contact contact, @Nullable Reason reason) {
    return new Party.Person(contact, reason);
  }

  /// Asks over all divisions, where the organization allows the answer to be told.
  private boolean isHeldOutOfSight(Scope scope, Interaction interaction, EventSource source) {
    if (!sources.tellsHiddenContact(scope.org())) {
      return false;
    }
    Scope everything =
        new Scope(
            scope.org(),
            new Actor.Itself(),
            Origin.SYSTEM,
            Permission.CONTACT_VIEW,
            divisions.all(scope.org()));
    return interaction.association().contact() != null
        || !(lines.find(everything, interaction, source.plan()) instanceof CallerMatch.Unknown);
  }
}
