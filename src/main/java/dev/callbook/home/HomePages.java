package dev.callbook.home;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.audit.AuditEntries;
import dev.callbook.audit.AuditEntry;
import dev.callbook.change.ChangeLog;
import dev.callbook.change.ChangeQuery;
import dev.callbook.change.Sight;
import dev.callbook.directory.RecordCounts;
import dev.callbook.directory.RecordCounts.Count;
import dev.callbook.home.HomeView.Speed;
import dev.callbook.home.HomeView.StrangerRow;
import dev.callbook.home.HomeView.Tile;
import dev.callbook.interaction.CallFigures;
import dev.callbook.interaction.CallFigures.Day;
import dev.callbook.platform.Latencies;
import dev.callbook.platform.Timings;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The first page after sign-in. Nothing on it costs more for a larger directory or more calls.
@Path("/home")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class HomePages {
  private static final int STRANGERS = 6;
  private static final int CHANGES = 8;
  private static final int WEEK = 7;
  private static final double MOST = 0.99;
  private static final double HALF = 0.5;

  private final RecordCounts counts;
  private final CallFigures figures;
  private final HomeJobs jobs;
  private final ChangeLog log;
  private final AuditEntries entries;
  private final Timings timings;
  private final PageShells shells;
  private final Caller caller;
  private final Words words;

  HomePages(
      RecordCounts counts,
      CallFigures figures,
      HomeJobs jobs,
      ChangeLog log,
      AuditEntries entries,
      Timings timings,
      PageShells shells,
      Caller caller,
      Words words) {
    this.counts = counts;
    this.figures = figures;
    this.jobs = jobs;
    this.log = log;
    this.entries = entries;
    this.timings = timings;
    this.shells = shells;
    this.caller = caller;
    this.words = words;
  }

  @GET
  @Requires(Permission.HOME_VIEW)
  public TemplateInstance show() {
    Access access = caller.access();
    Scope scope = caller.scope();
    HomeMessages say = words.of(HomeMessages.class);
    WebMessages shared = words.of(WebMessages.class);
    List<Day> days = figures.days(scope, CallFigures.DAYS);
    List<Day> week = days.subList(days.size() - WEEK, days.size());
    Optional<Count> contacts = scopeFor(access, Permission.CONTACT_VIEW).map(counts::contacts);
    Optional<Count> organizations =
        scopeFor(access, Permission.ORGANIZATION_VIEW).map(counts::organizations);
    List<Tile> tiles = new ArrayList<>();
    contacts.ifPresent(count -> tiles.add(tile(shared.contacts(), count, "/contacts")));
    organizations.ifPresent(
        count -> tiles.add(tile(shared.organizations(), count, "/organizations")));
    tiles.add(recognized(days.subList(0, days.size() - WEEK), week));
    tiles.add(
        new Tile(
            say.numberLookup(),
            duration(timings.lookup().within(HALF)),
            timings.lookup().count() == 0
                ? say.noneSinceStart()
                : say.halfAndMost(duration(timings.lookup().within(MOST))),
            null));
    return HomeTemplates.home(
        shells.at(Place.HOME),
        new HomeView(
            tiles,
            week.stream().allMatch(day -> day.all() == 0) ? null : chart(week),
            strangers(access, scope),
            jobs.latest(access),
            List.of(
                speed(say.numberLookup(), timings.lookup()),
                speed(say.callTakenIn(), timings.report()),
                speed(say.cardSent(), timings.screen())),
            changes(access),
            contacts.filter(count -> count.value() == 0).isPresent(),
            new HomeView.May(
                access.may(Permission.CONTACT_ADD),
                access.may(Permission.IMPORT_ADD),
                access.may(Permission.USER_VIEW),
                access.may(Permission.CLIENT_VIEW),
                access.may(Permission.SOURCE_VIEW) && access.may(Permission.CONTACT_VIEW),
                access.may(Permission.CONTACT_EDIT) || access.may(Permission.CONTACT_ADD))));
  }

  private static Optional<Scope> scopeFor(Access access, Permission permission) {
    return access.may(permission)
        ? Optional.of(access.scope(permission, Origin.PAGE))
        : Optional.empty();
  }

  private Tile tile(String name, Count count, String path) {
    HomeMessages say = words.of(HomeMessages.class);
    String value = NumberFormat.getIntegerInstance(words.locale()).format(count.value());
    return new Tile(
        name,
        count.exact() ? value : say.about(value),
        count.exact() ? say.inYourDivisions() : say.byStatistics(),
        path);
  }

  private Tile recognized(List<Day> before, List<Day> week) {
    HomeMessages say = words.of(HomeMessages.class);
    Optional<Double> now = share(week);
    Optional<Double> then = share(before);
    String value = now.map(share -> DayChart.percent(share, words.locale())).orElse("–");
    String small = say.lastSevenDays();
    if (now.isPresent() && then.isPresent()) {
      double points = (now.get() - then.get()) * 100;
      NumberFormat format = NumberFormat.getNumberInstance(words.locale());
      format.setMinimumFractionDigits(1);
      format.setMaximumFractionDigits(1);
      String by = format.format(Math.abs(points));
      small = points < 0 ? say.sevenDaysWorse(by) : say.sevenDaysBetter(by);
    }
    return new Tile(say.callersRecognized(), value, small, null);
  }

  private static Optional<Double> share(List<Day> days) {
    long matched = days.stream().mapToLong(Day::matched).sum();
    long several = days.stream().mapToLong(Day::several).sum();
    long unknown = days.stream().mapToLong(Day::unknown).sum();
    return new Day(LocalDate.EPOCH, matched, several, unknown, 0).recognized();
  }

  private DayChart chart(List<Day> week) {
    HomeMessages say = words.of(HomeMessages.class);
    return DayChart.of(week, new DayChart.Speech(words.locale(), say.shareByDay(), say.today()));
  }

  private @Nullable List<StrangerRow> strangers(Access access, Scope scope) {
    if (!access.may(Permission.INTERACTION_VIEW) || !access.may(Permission.CONTACT_VIEW)) {
      return null;
    }
    NumberFormat format = NumberFormat.getIntegerInstance(words.locale());
    return figures.strangers(scope, STRANGERS).stream()
        .map(one ->
            new StrangerRow(
                Objects.requireNonNullElse(one.last().caller().shown(), ""),
                words.of(HomeMessages.class).calls(one.calls(), format.format(one.calls())),
                Objects.requireNonNullElse(one.last().queue(), ""),
                one.last().times().started(),
                one.last().id().toString()))
        .toList();
  }

  private @Nullable List<AuditEntry> changes(Access access) {
    if (!access.may(Permission.AUDIT_VIEW)) {
      return null;
    }
    Scope scope = access.scope(Permission.AUDIT_VIEW, Origin.PAGE);
    return entries.inWords(
        access,
        scope,
        log.page(scope, new Sight(access), ChangeQuery.EVERYTHING, null, CHANGES).changes());
  }

  private Speed speed(String name, Latencies times) {
    HomeMessages say = words.of(HomeMessages.class);
    long count = times.count();
    String often = NumberFormat.getIntegerInstance(words.locale()).format(count);
    return new Speed(
        name,
        count == 0 ? say.noneSinceStart() : say.times(count, often),
        count == 0 ? "–" : duration(times.within(HALF)),
        count == 0 ? "–" : duration(times.within(MOST)));
  }

  /// In milliseconds, with as many digits as say something.
  private String duration(Duration time) {
    double millis = time.toNanos() / 1e6;
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    int digits = millis < 1 ? 2 : millis < 10 ? 1 : 0;
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return time.isZero() ? "–" : format.format(millis) + " ms";
  }
}
