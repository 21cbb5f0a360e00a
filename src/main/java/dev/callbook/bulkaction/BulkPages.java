package dev.callbook.bulkaction;

import dev.callbook.access.Caller;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.bulkaction.BulkView.Named;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.Selection;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.Flash;
import dev.callbook.web.Link;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the pages of actions answer, whichever kind of records they are about.
@ApplicationScoped
class BulkPages {
  private static final int PAGE = 25;
  private static final int NAMED = 100;

  private final BulkActions actions;
  private final Contacts contacts;
  private final Organizations organizations;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final Words words;
  private final Clock clock;

  BulkPages(
      BulkActions actions,
      Contacts contacts,
      Organizations organizations,
      PageShells shells,
      Flash flash,
      Caller caller,
      Words words,
      Clock clock) {
    this.actions = actions;
    this.contacts = contacts;
    this.organizations = organizations;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
    this.clock = clock;
  }

  /// The actions of late.
  TemplateInstance list(BulkSubject subject, @Nullable String olderThan) {
    UUID before =
        Parse.isAbsent(olderThan) ? null : Parse.id("olderThan", String.valueOf(olderThan));
    List<BulkAction> found = actions.list(seen(subject), subject, before, PAGE + 1);
    List<BulkAction> page = found.subList(0, Math.min(PAGE, found.size()));
    return BulkTemplates.list(
        shells.at(Place.CONTACTS),
        new BulkListView(
            subject,
            page.stream().map(action -> view(action, List.of())).toList(),
            new Pager(
                "",
                null,
                found.size() > PAGE ? path(subject) + "?olderThan=" + page.getLast().id() : null)));
  }

  /// Whom a list's form means; empty if nobody.
  ///
  /// @param filter what the list is limited to
  static Optional<Selection> selection(
      MultivaluedMap<String, String> form, Map<String, List<String>> filter) {
    List<UUID> ids = Selection.picked(form);
    if (!ids.isEmpty()) {
      return Optional.of(new Selection(ids, Map.of()));
    }
    return "yes".equals(form.getFirst("all"))
        ? Optional.of(new Selection(List.of(), filter))
        : Optional.empty();
  }

  /// Has an action counted.
  ///
  /// @param target as [BulkActions#order] takes it
  Response order(BulkKind kind, Selection selection, @Nullable DivisionId target) {
    BulkAction action = actions.order(seen(kind.subject()), may(kind), kind, selection, target);
    return goTo(path(action));
  }

  /// Nobody was picked. @param list where to go back to
  Response nobody(BulkSubject subject, String list) {
    BulkMessages say = words.of(BulkMessages.class);
    flash.say(subject == BulkSubject.CONTACT ? say.nobodySelected() : say.noneSelected());
    return goTo(list);
  }

  TemplateInstance show(BulkSubject subject, String id) {
    BulkAction action = get(subject, id);
    return BulkTemplates.show(
        shells.at(Place.CONTACTS),
        view(action, action.state().isWorking() ? List.of() : named(action)));
  }

  /// The part of the page that moves. When the work is over, the browser takes the page anew.
  Response progress(BulkSubject subject, String id) {
    BulkAction action = get(subject, id);
    Response.ResponseBuilder answer = Response.ok(BulkTemplates.progress(view(action, List.of())));
    return action.state().isWorking()
        ? answer.build()
        : answer.header("HX-Refresh", "true").build();
  }

  Response run(BulkSubject subject, String id) {
    BulkAction action = get(subject, id);
    actions.run(may(action.kind()), action.id());
    return goTo(path(action));
  }

  /// @return how it was, before nothing came of it
  BulkAction cancel(BulkSubject subject, String id) {
    BulkAction action = get(subject, id);
    actions.cancel(may(action.kind()), action.id());
    flash.say(words.of(BulkMessages.class).nothingDone());
    return action;
  }

  Response undo(BulkSubject subject, String id) {
    BulkAction action = get(subject, id);
    actions.undo(may(action.kind()), action.id());
    return goTo(path(action));
  }

  static Response goTo(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  private BulkAction get(BulkSubject subject, String id) {
    return actions.get(seen(subject), subject, Parse.id("actionId", id));
  }

  private Scope seen(BulkSubject subject) {
    return caller.scope(subject.view());
  }

  /// @throws dev.callbook.wire.Refusal.Forbidden if the caller may not do such a thing anywhere
  Scope may(BulkKind kind) {
    return kind.permissions().stream().map(caller::scope).reduce(Scope::and).orElseThrow();
  }

  private static String path(BulkSubject subject) {
    return subject.list() + "/bulk";
  }

  private static String path(BulkAction action) {
    return path(action.kind().subject()) + "/" + action.id();
  }

  private BulkView view(BulkAction action, List<Named> lists) {
    return new BulkView(
        path(action),
        action.kind(),
        nameOf(action.target()),
        action.state(),
        action.counts(),
        action.actor().name(),
        action.phaseStartedAt(),
        action.createdAt(),
        clock.instant(),
        action.reason(),
        lists,
        action.kind().permissions().stream().allMatch(caller.access()::may));
  }

  private List<Named> named(BulkAction action) {
    return Stream.of(BulkOutcome.REFUSED, BulkOutcome.KEPT, BulkOutcome.PARTLY, BulkOutcome.MERGED)
        .filter(outcome -> action.counts().of(outcome) > 0)
        .map(outcome -> named(action, outcome))
        .toList();
  }

  private Named named(BulkAction action, BulkOutcome outcome) {
    Scope scope = seen(action.kind().subject());
    List<UUID> ids = actions.having(scope, action.id(), outcome, NAMED);
    List<Link> links =
        switch (action.kind().subject()) {
          case CONTACT ->
              contacts.find(scope, ids.stream().map(ContactId::new).toList()).values().stream()
                  .map(one -> link(BulkSubject.CONTACT, one.id(), one.details().fullName()))
                  .toList();
          case ORGANIZATION ->
              organizations
                  .find(scope, ids.stream().map(OrganizationId::new).toList())
                  .values()
                  .stream()
                  .map(one -> link(BulkSubject.ORGANIZATION, one.id(), one.details().name()))
                  .toList();
        };
    return new Named(outcome, links, action.counts().of(outcome) - links.size());
  }

  private static Link link(BulkSubject subject, Object id, String name) {
    return new Link(name, subject.list() + "/" + id);
  }

  /// The division's name; empty for none, or one that the caller may not see.
  private String nameOf(@Nullable DivisionId target) {
    return target == null
        ? ""
        : seen(BulkSubject.CONTACT).division(target).map(words::nameOf).orElse("");
  }
}
