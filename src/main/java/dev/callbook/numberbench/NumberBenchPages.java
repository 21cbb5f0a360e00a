package dev.callbook.numberbench;

import dev.callbook.access.Access;
import dev.callbook.access.Admissions;
import dev.callbook.access.Caller;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.interaction.EventSource;
import dev.callbook.interaction.Sources;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.Presentation;
import dev.callbook.phone.Region;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.NotFound;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The number bench. Numbers are posted, never part of an address: they are personal data.
@Path(NumberBenchPages.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class NumberBenchPages {
  static final String PATH = "/number-bench";

  private final NumberBench bench;
  private final NumberBenchViews views;
  private final NumberBenchForms forms;
  private final Sources sources;
  private final Admissions admissions;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final Words words;

  NumberBenchPages(
      NumberBench bench,
      NumberBenchViews views,
      NumberBenchForms forms,
      Sources sources,
      Admissions admissions,
      PageShells shells,
      Flash flash,
      Caller caller,
      Words words) {
    this.bench = bench;
    this.views = views;
    this.forms = forms;
    this.sources = sources;
    this.admissions = admissions;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
  }

  @GET
  @Requires(
      value = {Permission.SOURCE_VIEW, Permission.CONTACT_VIEW},
      mode = Requires.Mode.ALL)
  public TemplateInstance show(@QueryParam("source") @Nullable String source) {
    Optional<EventSource> chosen =
        source == null || source.isBlank() ? first() : Optional.of(source(source));
    return page(chosen, NumberBenchForm.blank(), plan(chosen), null, FormErrors.none());
  }

  /// Tries a number, under the source's rules or under others that are not saved yet.
  @POST
  @Requires(
      value = {Permission.SOURCE_VIEW, Permission.CONTACT_VIEW},
      mode = Requires.Mode.ALL)
  public Response attempt(@BeanParam NumberBenchForm form) {
    Optional<EventSource> chosen = form.source().map(this::source);
    FormErrors errors = forms.errors(form, true);
    DialPlan plan = errors.any() ? plan(chosen) : forms.plan(form, caller.access().region());
    if (errors.any()) {
      return Response.status(422).entity(page(chosen, form, plan, null, errors)).build();
    }
    Trial trial =
        bench.attempt(
            agent(form),
            form.number(),
            form.hidden() ? Presentation.WITHHELD : Presentation.ALLOWED,
            plan);
    return Response.ok(page(chosen, form, plan, trial, errors)).build();
  }

  /// Saves the rules for the source.
  @POST
  @Path("rules")
  @Requires(Permission.SOURCE_EDIT)
  public Response save(@BeanParam NumberBenchForm form) {
    EventSource source = source(form.source().orElse(""));
    FormErrors errors = forms.errors(form, false);
    if (errors.any()) {
      return Response.status(422)
          .entity(page(Optional.of(source), form, source.plan(), null, errors))
          .build();
    }
    DialPlan plan = forms.plan(form, caller.access().region());
    sources.setPlan(caller.scope(), source.name(), plan.region().code(), plan);
    flash.say(words.of(NumberBenchMessages.class).rulesSaved());
    return back(source);
  }

  /// Keeps a number with what the saved rules read it as.
  @POST
  @Path("kept")
  @Requires(Permission.SOURCE_EDIT)
  public Response keep(@BeanParam NumberBenchForm form) {
    EventSource source = source(form.source().orElse(""));
    bench.keep(caller.scope(), source, form.number());
    flash.say(words.of(NumberBenchMessages.class).numberKept());
    return back(source);
  }

  @POST
  @Path("kept/{keptId}/delete")
  @Requires(Permission.SOURCE_EDIT)
  public Response forget(@PathParam("keptId") String id, @BeanParam NumberBenchForm form) {
    EventSource source = source(form.source().orElse(""));
    bench.forget(caller.scope(), source, Parse.id("keptId", id));
    return back(source);
  }

  private static Response back(EventSource source) {
    return Response.seeOther(URI.create(PATH + "?source=" + source.id())).build();
  }

  private TemplateInstance page(
      Optional<EventSource> source,
      NumberBenchForm form,
      DialPlan plan,
      @Nullable Trial trial,
      FormErrors errors) {
    Scope scope = caller.scope(Permission.SOURCE_VIEW);
    Access access = caller.access();
    List<NumberBenchView.Kept> kept =
        source.map(s -> views.kept(bench.kept(scope, s), plan)).orElse(List.of());
    return NumberBenchTemplates.bench(
        shells.at(Place.NUMBER_BENCH),
        new NumberBenchView(
            source.map(s -> s.id().toString()).orElse(""),
            forms.sources(sources.all(scope), source),
            forms.agents(form),
            form.number(),
            form.hidden(),
            forms.rules(form, errors, plan, !plan.equals(plan(source))),
            trial == null ? null : views.result(caller.scope(Permission.CONTACT_VIEW), trial),
            kept,
            (int) kept.stream().filter(number -> !number.holds()).count(),
            errors,
            access.may(Permission.SOURCE_EDIT)));
  }

  private Optional<EventSource> first() {
    return sources.all(caller.scope(Permission.SOURCE_VIEW)).stream().findFirst();
  }

  /// @throws NotFound if the organization has no such source
  private EventSource source(String id) {
    UUID wanted = Parse.id("source", id);
    return sources.all(caller.scope(Permission.SOURCE_VIEW)).stream()
        .filter(source -> source.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new NotFound("source", wanted));
  }

  private DialPlan plan(Optional<EventSource> source) {
    return source
        .map(EventSource::plan)
        .orElseGet(() -> DialPlan.of(Region.find(caller.access().region()).orElseThrow()));
  }

  /// Whose eyes to look with: another user's, where the viewer may know users; else their own.
  private Scope agent(NumberBenchForm form) {
    Access access =
        form.agent()
            .filter(_ -> caller.access().may(Permission.USER_VIEW))
            .flatMap(id -> admissions.accessOf(caller.access().org(), Parse.id("agent", id)))
            .orElse(caller.access());
    return access.scope(Permission.CONTACT_VIEW, Origin.PAGE);
  }
}
