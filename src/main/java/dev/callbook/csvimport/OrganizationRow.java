package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.callbook.organization.OrganizationDetails;
import dev.callbook.platform.Folding;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a row says of an organization, by all rules of a single write. Empty cells say nothing.
///
/// @param details an organization made of this row alone
/// @param sites for each of its websites which one it is in the file, from 0
/// @param division where it belongs; null where the row says nothing
record OrganizationRow(
    long row,
    long line,
    OrganizationDetails details,
    List<Integer> sites,
    @Nullable UUID division) {
  private static final Pattern HOST =
      Pattern.compile("^(?:[a-z]+://)?(?:www\\.)?([^/:?#]+)", Pattern.CASE_INSENSITIVE);

  @JsonIgnore
  @Nullable String externalId() {
    return details.externalIds().isEmpty() ? null : details.externalIds().getFirst().value();
  }

  @JsonIgnore
  String nameKey() {
    return Folding.key(details.name());
  }

  /// The hosts of its websites without `www.`, each once.
  List<String> hosts() {
    return details.websites().stream()
        .map(HOST::matcher)
        .filter(Matcher::find)
        .map(host -> host.group(1).toLowerCase(java.util.Locale.ROOT))
        .distinct()
        .toList();
  }
}
