package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.TypedWords;
import dev.callbook.platform.Folding;
import dev.callbook.web.Keyset;
import dev.callbook.web.Pager;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Why;
import dev.callbook.web.Words;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a page of the list: by name, paged by key in both directions.
@ApplicationScoped
class OrganizationListing {
  private static final int ROWS = 50;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’]+");

  private final Organizations organizations;
  private final Words words;

  OrganizationListing(Organizations organizations, Words words) {
    this.organizations = organizations;
    this.words = words;
  }

  /// The list as its address asks for it.
  ///
  /// @param q words of a name; empty for all
  /// @param after the last row of the page before
  /// @param before the first row of the page after; counts more than `after`
  /// @param arranging whether the columns are being chosen
  record Asked(
      String q,
      OrganizationListFilter filter,
      boolean descending,
      Optional<Keyset> after,
      Optional<Keyset> before,
      boolean arranging) {
    /// Without the place in it.
    Link address() {
      return filter.on(
          Link.to("/organizations").with("q", q).with("sort", descending ? "desc" : null));
    }

    /// With the place in it.
    Link page() {
      return address()
          .with("after", after.map(Keyset::text).orElse(null))
          .with("before", before.map(Keyset::text).orElse(null));
    }

    /// The same list with another filter, from its beginning.
    Asked with(OrganizationListFilter other) {
      return new Asked(q, other, descending, Optional.empty(), Optional.empty(), false);
    }

    /// The same list the other way round, from its beginning.
    Asked otherWay() {
      return new Asked(q, filter, !descending, Optional.empty(), Optional.empty(), false);
    }

    private OrganizationQuery query() {
      return new OrganizationQuery(
          q,
          filter.conditions(),
          OrganizationQuery.Sort.NAME,
          // The page before is read backwards.
          descending != before.isPresent(),
          before
              .or(() -> after)
              .map(place -> new OrganizationQuery.Key(place.sortKey(), place.id())),
          0,
          ROWS);
    }
  }

  /// What a list shows.
  ///
  /// @param whys why the search found them; empty if nobody searched
  /// @param cutShort whether the filters looked at a part of the search's answers only
  record Found(
      List<Organization> organizations,
      Map<OrganizationId, Why> whys,
      Pager pager,
      boolean cutShort) {}

  /// @throws dev.callbook.wire.Refusal.Invalid naming `division`
  Found find(Scope all, Asked asked) {
    Scope scope =
        all.within(
            OrganizationListFilter.DIVISION,
            asked.filter().values(OrganizationListFilter.DIVISION));
    OrganizationPage page = organizations.list(scope, asked.query());
    List<Organization> shown =
        asked.before().isPresent() ? page.organizations().reversed() : page.organizations();
    return new Found(shown, whys(shown, asked.q()), pager(asked, page, shown), page.cutShort());
  }

  /// At most `maxRows` organizations whose name has words that begin so.
  List<OrganizationOption> options(Scope scope, String typed, int maxRows) {
    OrganizationQuery query =
        new OrganizationQuery(
            typed,
            Filter.everything(),
            OrganizationQuery.Sort.NAME,
            false,
            Optional.empty(),
            0,
            maxRows);
    return organizations.list(scope, query).organizations().stream()
        .map(organization ->
            new OrganizationOption(
                organization.id().toString(),
                organization.details().name(),
                scope.division(organization.division()).map(words::nameOf).orElse("")))
        .toList();
  }

  private Pager pager(Asked asked, OrganizationPage page, List<Organization> shown) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    String summary =
        page.counted() > PageRequest.WINDOW
            ? say.moreThan(PageRequest.WINDOW)
            : say.organizationsCount(page.counted());
    boolean isFirst = asked.before().isPresent() ? !page.hasMore() : asked.after().isEmpty();
    boolean isLast = asked.before().isEmpty() && !page.hasMore();
    if (shown.isEmpty()) {
      return new Pager(summary, isFirst ? null : asked.address().text(), null);
    }
    return new Pager(
        summary,
        isFirst ? null : asked.address().with("before", place(shown.getFirst())).text(),
        isLast ? null : asked.address().with("after", place(shown.getLast())).text());
  }

  private static String place(Organization organization) {
    return new Keyset(Folding.key(organization.details().name()), organization.id().value()).text();
  }

  private Map<OrganizationId, Why> whys(List<Organization> shown, String q) {
    TypedWords typed = TypedWords.of(q);
    Map<OrganizationId, Why> whys = new HashMap<>();
    if (typed.size() > 0) {
      String label = words.of(WebMessages.class).name();
      shown.forEach(one -> whys.put(one.id(), why(one.details().name(), typed, label)));
    }
    return whys;
  }

  /// The first word that begins like a typed one is marked; none if the name is only similar.
  private static Why why(String name, TypedWords typed, String label) {
    Matcher word = WORD.matcher(name);
    while (word.find()) {
      String folded = Folding.key(word.group());
      Optional<String> begun = typed.all().stream().filter(folded::startsWith).findFirst();
      if (begun.isPresent()) {
        int end = word.start() + Math.min(begun.get().length(), word.group().length());
        return new Why(
            "building",
            label,
            name.substring(0, word.start()),
            name.substring(word.start(), end),
            name.substring(end));
      }
    }
    return new Why("building", label, name, "", "");
  }
}
