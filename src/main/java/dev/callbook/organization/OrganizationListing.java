package dev.callbook.organization;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.directory.TypedWords;
import dev.callbook.organization.OrganizationListView.May;
import dev.callbook.organization.OrganizationListView.Row;
import dev.callbook.platform.Folding;
import dev.callbook.web.Choice;
import dev.callbook.web.Keyset;
import dev.callbook.web.Pager;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Why;
import dev.callbook.web.Words;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts a page of the list together: by name, paged by key in both directions.
@ApplicationScoped
class OrganizationListing {
  private static final int ROWS = 50;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’]+");

  private final Organizations organizations;
  private final Caller caller;
  private final Words words;

  OrganizationListing(Organizations organizations, Caller caller, Words words) {
    this.organizations = organizations;
    this.caller = caller;
    this.words = words;
  }

  /// The list as its address asks for it.
  ///
  /// @param q words of a name; empty for all
  /// @param divisions wire ids; empty for all
  /// @param after the last row of the page before
  /// @param before the first row of the page after; counts more than `after`
  record Asked(String q, List<String> divisions, Optional<Keyset> after, Optional<Keyset> before) {
    private Link address() {
      Link link = Link.to("/organizations").with("q", q);
      for (String division : divisions) {
        link = link.with("division", division);
      }
      return link;
    }

    private OrganizationQuery query() {
      return new OrganizationQuery(
          q,
          OrganizationQuery.Sort.NAME,
          before.isPresent(),
          before
              .or(() -> after)
              .map(place -> new OrganizationQuery.Key(place.sortKey(), place.id())),
          0,
          ROWS);
    }
  }

  /// @throws dev.callbook.wire.Refusal.Invalid naming `division`
  OrganizationListView view(Scope all, Asked asked) {
    OrganizationPage page =
        organizations.list(all.within("division", asked.divisions()), asked.query());
    List<Organization> shown =
        asked.before().isPresent() ? page.organizations().reversed() : page.organizations();
    String nameLabel = words.of(WebMessages.class).name();
    return new OrganizationListView(
        asked.q(),
        all.divisions().stream()
            .map(division ->
                new Choice(
                    division.wireId(),
                    words.nameOf(division),
                    asked.divisions().contains(division.wireId())))
            .toList(),
        new Asked(asked.q(), List.of(), Optional.empty(), Optional.empty()).address().text(),
        shown.stream().map(organization -> row(all, organization, asked.q(), nameLabel)).toList(),
        pager(asked, page, shown),
        may());
  }

  /// At most `maxRows` organizations whose name has words that begin so.
  List<OrganizationOption> options(Scope scope, String typed, int maxRows) {
    OrganizationQuery query =
        new OrganizationQuery(
            typed, OrganizationQuery.Sort.NAME, false, Optional.empty(), 0, maxRows);
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

  private Row row(Scope scope, Organization organization, String q, String nameLabel) {
    OrganizationDetails details = organization.details();
    PhoneNumber phone = details.phoneNumber();
    return new Row(
        organization.id().toString(),
        details.name(),
        why(details.name(), TypedWords.of(q), nameLabel),
        phone == null ? "" : phone.display(),
        details.websites().stream().findFirst().map(OrganizationHeaders::bare).orElse(""),
        Objects.requireNonNullElse(details.industry(), ""),
        scope.division(organization.division()).map(words::nameOf).orElse(""),
        organization.modifiedAt());
  }

  /// The first word that begins like a typed one is marked; none if the name is only similar.
  private static @Nullable Why why(String name, TypedWords typed, String label) {
    if (typed.size() == 0) {
      return null;
    }
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

  private May may() {
    Access access = caller.access();
    return new May(
        access.may(Permission.CONTACT_ADD),
        access.may(Permission.ORGANIZATION_ADD),
        access.may(Permission.IMPORT_ADD));
  }
}
