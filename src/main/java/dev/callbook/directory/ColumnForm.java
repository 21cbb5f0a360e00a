package dev.callbook.directory;

import jakarta.ws.rs.FormParam;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which columns a person's list is to show, and in which order, as the form beside it sends it.
///
/// @param shown the keys of those to show
/// @param order the keys of all, in the order of the form
/// @param up the key of the one to move before its neighbour; absent where the order stays
/// @param back the list to return to
public record ColumnForm(
    @FormParam("column") @Nullable List<String> shown,
    @FormParam("order") @Nullable List<String> order,
    @FormParam("up") @Nullable String up,
    @FormParam("back") @Nullable String back) {
  private static final Pattern QUERY = Pattern.compile("(\\?[\\w.~%*+=&-]*)?");

  /// The keys of those to show, in order.
  public List<String> keys() {
    Set<String> wanted = Set.copyOf(Objects.requireNonNullElse(shown, List.of()));
    List<String> keys = new ArrayList<>(Objects.requireNonNullElse(order, List.of()));
    int at = up == null ? -1 : keys.indexOf(up);
    if (at > 0) {
      Collections.swap(keys, at, at - 1);
    }
    return keys.stream().filter(wanted::contains).toList();
  }

  /// Where to go from here: to the page of the list that the form stood on, whose columns are still
  /// being chosen if one was moved, for whoever moves one moves another.
  ///
  /// @param list the address of the list's beginning
  public URI next(String list) {
    boolean isPage =
        back != null
            && back.startsWith(list)
            && QUERY.matcher(back.substring(list.length())).matches();
    String page = isPage ? String.valueOf(back) : list;
    String more = up == null ? "" : (page.contains("?") ? "&" : "?") + "columns=open";
    return URI.create(page + more);
  }
}
