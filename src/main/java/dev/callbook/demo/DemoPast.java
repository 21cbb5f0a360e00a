package dev.callbook.demo;

import dev.callbook.access.Access;
import dev.callbook.access.Admissions;
import dev.callbook.access.OrgId;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Users;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactQuery;
import dev.callbook.contact.Contacts;
import dev.callbook.interaction.InboundEvent;
import dev.callbook.interaction.Interaction;
import dev.callbook.interaction.Interactions;
import dev.callbook.note.NoteSubject;
import dev.callbook.note.Notes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What happened at the demo's company before anybody looks at it: edits, notes, calls.
@ApplicationScoped
class DemoPast {
  /// How far a list reaches.
  private static final int LISTED = 1_000;

  private static final int CALLS = 120;
  private static final int NOTES = 80;

  /// One of so many calls often.
  private static final int REGULARS = 8;

  private static final Duration BACK = Duration.ofDays(30);

  private static final List<String> NOTE_TEXTS =
      List.of(
          "Prefers to be called before noon.",
          "Asked for the invoice as PDF from now on.",
          "Moving to a new office in spring; send the offer for the larger line then.",
          "Deals with contracts for the whole building. Ask for the reference number first.",
          "Was unhappy about the outage in March. Credit was granted and accepted.",
          "Speaks English and a little German.",
          "Wants text messages rather than calls while travelling.",
          "Router was replaced, serial number is in the CRM.",
          "Interested in the fibre upgrade; call again after the summer.");
  private static final List<String> CODES =
      List.of(
          "Invoice explained",
          "Fault reported",
          "Upgrade offered",
          "Address changed",
          "Appointment made",
          "Question answered",
          "Called back",
          "Complaint settled");

  private final Contacts contacts;
  private final Notes notes;
  private final Interactions interactions;
  private final Users users;
  private final Admissions admissions;
  private final Clock clock;

  DemoPast(
      Contacts contacts,
      Notes notes,
      Interactions interactions,
      Users users,
      Admissions admissions,
      Clock clock) {
    this.contacts = contacts;
    this.notes = notes;
    this.interactions = interactions;
    this.users = users;
    this.admissions = admissions;
    this.clock = clock;
  }

  void fill(OrgId org) {
    List<Access> staff =
        List.of(Staff.AGENT, Staff.SUPERVISOR).stream().map(one -> access(org, one)).toList();
    List<Contact> known =
        contacts
            .list(
                staff.getFirst().scope(Permission.CONTACT_VIEW, Origin.PAGE),
                ContactQuery.firstPage(null, LISTED))
            .contacts()
            .stream()
            .filter(contact -> contact.details().organization() != null)
            .toList();
    edit(staff, known);
    List<Contact> regulars =
        IntStream.range(0, known.size() / REGULARS).mapToObj(i -> known.get(i * REGULARS)).toList();
    note(staff, regulars);
    for (int call = 0; call < CALLS; call++) {
      SplittableRandom dice = Dice.of("past call", call);
      report(org, Dice.pick(dice, staff), Dice.pick(dice, regulars), call, dice);
    }
  }

  private Access access(OrgId org, Staff staff) {
    UUID user = users.idOf(org, staff.email()).orElseThrow();
    return admissions.accessOf(org, user).orElseThrow();
  }

  private void edit(List<Access> staff, List<Contact> known) {
    for (DetailsEdit edit : DetailsEdit.values()) {
      Access editor = staff.get(edit.ordinalOfEditor());
      Map<ContactId, UnaryOperator<Contact>> edits = new LinkedHashMap<>();
      for (int index = edit.first(); index < known.size(); index += edit.step()) {
        edits.put(known.get(index).id(), edit::on);
      }
      contacts.correct(
          editor.scope(Permission.CONTACT_EDIT, Origin.PAGE), edits, OptionalInt.empty());
    }
  }

  private void note(List<Access> staff, List<Contact> regulars) {
    for (int index = 0; index < NOTES; index++) {
      SplittableRandom dice = Dice.of("note", index);
      notes.add(
          Dice.pick(dice, staff).scope(Permission.CONTACT_EDIT, Origin.PAGE),
          NoteSubject.contact(regulars.get(index * regulars.size() / NOTES).id().value()),
          Dice.pick(dice, NOTE_TEXTS));
    }
  }

  private void report(OrgId org, Access agent, Contact caller, int index, SplittableRandom dice) {
    Instant began =
        clock
            .instant()
            .minusSeconds(dice.nextLong(Duration.ofHours(2).toSeconds(), BACK.toSeconds()));
    Instant taken = began.plusSeconds(dice.nextInt(4, 25));
    boolean isMissed = Dice.chance(dice, 12);
    CallPlan.Party party = CallPlan.Party.calling(caller.details().phones().getFirst().number());
    CallPlan plan =
        new CallPlan("past-" + index, agent.actor(), party, Dice.pick(dice, CallPlan.QUEUES));
    InboundEvent first = isMissed ? plan.offered(began) : plan.takenUp(taken);
    Interaction call = interactions.report(org, first).interaction();
    interactions.report(org, plan.ended(taken.plusSeconds(dice.nextInt(40, 900))));
    interactions.finish(
        agent.scope(Permission.WORKSPACE_USE, Origin.SYSTEM),
        call.id(),
        isMissed ? null : Dice.pick(dice, CODES));
  }
}
