package dev.callbook.bulkaction;

import dev.callbook.access.Caller;
import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.bulkaction.BulkView.Named;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactListFilter;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.Selection;
import dev.callbook.web.Choice;
import dev.callbook.web.Flash;
import dev.callbook.web.Link;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Actions on many contacts as people see them: who is meant, the question, the run, the report and
/// the way back.
@Path(BulkPages.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class BulkPages {
  static final String PATH = "/contacts/bulk";
  private static final int PAGE = 25;
  private static final int NAMED = 100;
  private static final int MAX_MERGED = 10;

  private final BulkActions actions;
  private final Contacts contacts;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final Words words;
  private final Clock clock;

  BulkPages(
      BulkActions actions,
      Contacts contacts,
      PageShells shells,
      Flash flash,
      Caller caller,
      Words words,
      Clock clock) {
    this.actions = actions;
    this.contacts = contacts;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
    this.clock = clock;
  }

  @GET
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance list(@QueryParam("olderThan") @Nullable String olderThan) {
    UUID before =
        Parse.isAbsent(olderThan) ? null : Parse.id("olderThan", String.valueOf(olderThan));
    List<BulkAction> found = actions.list(caller.scope(), before, PAGE + 1);
    List<BulkAction> page = found.subList(0, Math.min(PAGE, found.size()));
    return BulkTemplates.list(
        shells.at(Place.CONTACTS),
        new BulkListView(
            page.stream().map(action -> view(action, List.of())).toList(),
            new Pager(
                "",
                null,
                found.size() > PAGE ? PATH + "?olderThan=" + page.getLast().id() : null)));
  }

  /// Asks for something to be done to those who were picked (`id`, repeated), or, with `all`, to
  /// everybody whom the filters let through that were sent along.
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONTACT_VIEW)
  public Response order(MultivaluedMap<String, String> form) {
    boolean isAll = "yes".equals(form.getFirst("all"));
    List<UUID> ids =
        isAll
            ? List.of()
            : Parse.list(form.get("id")).stream().map(id -> Parse.id("id", id)).distinct().toList();
    ContactListFilter filter = ContactListFilter.of(form);
    String wanted = String.valueOf(form.getFirst("action"));
    String list = filter.on(Listing.Link.to("/contacts")).text();
    BulkMessages say = words.of(BulkMessages.class);
    if (!isAll && ids.isEmpty()) {
      flash.say(say.nobodySelected());
      return goTo(list);
    }
    if (wanted.equals("merge")) {
      if (ids.size() < 2 || ids.size() > MAX_MERGED) {
        flash.say(say.mergeSome(MAX_MERGED));
        return goTo(list);
      }
      return goTo(
          "/contacts/merge?ids="
              + ids.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }
    BulkKind kind =
        BulkKind.find(wanted)
            .orElseThrow(() ->
                new Invalid("action", "invalid.value", "There is no such action on contacts."));
    Scope may = may(kind);
    Optional<Division> target =
        may.divisions().stream()
            .filter(division -> division.wireId().equals(form.getFirst("target")))
            .findFirst();
    if (kind == BulkKind.RECREATE && target.isEmpty()) {
      return Response.ok(division(may, form, new Link("", list))).build();
    }
    BulkAction action =
        actions.order(
            caller.scope(),
            may,
            kind,
            new Selection(ids, isAll ? filter.said() : Map.of()),
            target.filter(_ -> kind == BulkKind.RECREATE).map(Division::id).orElse(null));
    return goTo(PATH + "/" + action.id());
  }

  private TemplateInstance division(Scope may, MultivaluedMap<String, String> form, Link back) {
    List<DivisionQuestion.Sent> said = new ArrayList<>();
    form.forEach((name, values) -> {
      if (!name.equals("action") && !name.equals("target")) {
        values.forEach(value -> said.add(new DivisionQuestion.Sent(name, value)));
      }
    });
    return BulkTemplates.division(
        shells.at(Place.CONTACTS),
        new DivisionQuestion(
            said,
            may.divisions().stream()
                .map(division -> new Choice(division.wireId(), words.nameOf(division), false))
                .toList(),
            back,
            form.containsKey("target")));
  }

  private static Response goTo(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  @GET
  @Path("{actionId}")
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance show(@PathParam("actionId") String id) {
    BulkAction action = get(id);
    return BulkTemplates.show(
        shells.at(Place.CONTACTS),
        view(action, action.state().isWorking() ? List.of() : named(action)));
  }

  private BulkAction get(String id) {
    return actions.get(caller.scope(), Parse.id("actionId", id));
  }

  /// The part of the page that moves. When the work is over, the browser takes the page anew.
  @GET
  @Path("{actionId}/progress")
  @Requires(Permission.CONTACT_VIEW)
  public Response progress(@PathParam("actionId") String id) {
    BulkAction action = get(id);
    Response.ResponseBuilder answer = Response.ok(BulkTemplates.progress(view(action, List.of())));
    return action.state().isWorking()
        ? answer.build()
        : answer.header("HX-Refresh", "true").build();
  }

  @POST
  @Path("{actionId}/run")
  @Requires(Permission.CONTACT_VIEW)
  public Response run(@PathParam("actionId") String id) {
    BulkAction action = get(id);
    actions.run(may(action), action.id());
    return goTo(PATH + "/" + action.id());
  }

  @POST
  @Path("{actionId}/cancel")
  @Requires(Permission.CONTACT_VIEW)
  public Response cancel(@PathParam("actionId") String id) {
    BulkAction action = get(id);
    actions.cancel(may(action), action.id());
    flash.say(words.of(BulkMessages.class).nothingDone());
    return goTo(
        ContactListFilter.of(action.selection().filter()).on(Listing.Link.to("/contacts")).text());
  }

  @POST
  @Path("{actionId}/undo")
  @Requires(Permission.CONTACT_VIEW)
  public Response undo(@PathParam("actionId") String id) {
    BulkAction action = get(id);
    actions.undo(may(action), action.id());
    return goTo(PATH + "/" + action.id());
  }

  /// @throws dev.callbook.wire.Refusal.Forbidden if the caller may not do such a thing anywhere
  private Scope may(BulkAction action) {
    return may(action.kind());
  }

  private Scope may(BulkKind kind) {
    return kind.permissions().stream().map(caller::scope).reduce(Scope::and).orElseThrow();
  }

  private BulkView view(BulkAction action, List<Named> lists) {
    return new BulkView(
        PATH + "/" + action.id(),
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
    List<ContactId> ids =
        actions.having(caller.scope(), action.id(), outcome, NAMED).stream()
            .map(ContactId::new)
            .toList();
    List<Link> links =
        contacts.find(caller.scope(), ids).values().stream()
            .map(contact -> new Link(contact.details().fullName(), "/contacts/" + contact.id()))
            .toList();
    return new Named(outcome, links, action.counts().of(outcome) - links.size());
  }

  /// The division's name; empty for none, or one that the caller may not see.
  private String nameOf(@Nullable DivisionId target) {
    return target == null ? "" : caller.scope().division(target).map(words::nameOf).orElse("");
  }
}
