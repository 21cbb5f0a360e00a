package dev.callbook.organization;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.web.Link;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What stands above every page of an organization.
@ApplicationScoped
public class OrganizationHeaders {
  /// The pages of an organization.
  public enum Tab {
    PROFILE,
    CONTACTS,
    NOTES,
    RELATIONSHIPS,
    HISTORY
  }

  private final Caller caller;
  private final Words words;

  OrganizationHeaders(Caller caller, Words words) {
    this.caller = caller;
    this.words = words;
  }

  /// @param scope what the organization was found in
  /// @param active the page it stands above
  public OrganizationHeader header(Scope scope, Organization organization, Tab active) {
    OrganizationDetails details = organization.details();
    return new OrganizationHeader(
        organization.id().toString(),
        organization.version(),
        details.name(),
        Objects.requireNonNullElse(details.industry(), ""),
        employees(details.employeeCount()),
        details.websites().stream().findFirst().map(OrganizationHeaders::website).orElse(null),
        divisionName(scope, organization),
        details.tags(),
        externalSystem(details.externalSystemUrl()),
        tabs(organization.id(), active),
        may(Permission.ORGANIZATION_EDIT, organization),
        may(Permission.ORGANIZATION_DELETE, organization));
  }

  /// Whether the signed-in person holds the permission in the organization's division.
  boolean may(Permission permission, Organization organization) {
    Access access = caller.access();
    return access.may(permission)
        && caller.scope(permission).division(organization.division()).isPresent();
  }

  /// As people write it; empty where it is unknown.
  String employees(@Nullable Long count) {
    return count == null ? "" : NumberFormat.getIntegerInstance(words.locale()).format(count);
  }

  private List<dev.callbook.web.Tab> tabs(OrganizationId id, Tab active) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    WebMessages shared = words.of(WebMessages.class);
    String path = "/organizations/" + id;
    List<dev.callbook.web.Tab> tabs = new ArrayList<>();
    tabs.add(tab(say.profile(), path, active == Tab.PROFILE));
    if (caller.access().may(Permission.CONTACT_VIEW)) {
      tabs.add(tab(shared.contacts(), path + "/contacts", active == Tab.CONTACTS));
    }
    tabs.add(tab(say.notes(), path + "/notes", active == Tab.NOTES));
    tabs.add(tab(say.relationships(), path + "/relationships", active == Tab.RELATIONSHIPS));
    tabs.add(tab(shared.history(), path + "/history", active == Tab.HISTORY));
    return List.copyOf(tabs);
  }

  private static dev.callbook.web.Tab tab(String label, String path, boolean current) {
    return new dev.callbook.web.Tab(label, path, current, null);
  }

  /// The country's name in the page's language; a text that is no ISO 3166 code stays as it is.
  @Nullable String country(@Nullable String code) {
    return code != null && List.of(Locale.getISOCountries()).contains(code)
        ? Locale.of("", code).getDisplayCountry(words.locale())
        : code;
  }

  String divisionName(Scope scope, Organization organization) {
    return scope.division(organization.division()).map(words::nameOf).orElse("");
  }

  /// A web address as typed, which may lack its scheme.
  static Link website(String typed) {
    boolean isWhole =
        typed.regionMatches(true, 0, "http://", 0, 7)
            || typed.regionMatches(true, 0, "https://", 0, 8);
    return new Link(bare(typed), isWhole ? typed : "https://" + typed);
  }

  /// A web address without scheme and closing slash, as people read it.
  static String bare(String address) {
    String bare = address.replaceFirst("^(?i)https?://", "");
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static @Nullable Link externalSystem(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      return new Link(Objects.requireNonNullElse(new URI(url).getHost(), url), url);
    } catch (URISyntaxException imported) {
      // An import may have brought what a form would refuse; it is still worth a click.
      return new Link(bare(url), website(url).path());
    }
  }
}
