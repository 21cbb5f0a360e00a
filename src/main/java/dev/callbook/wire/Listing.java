package dev.callbook.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a page-number list. URIs are relative. Source: CONTRACT section 5.
///
/// @param total how many there are, counted no further than the window of 1,000
/// @param partialResults whether more exist beyond the window
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Listing<T>(
    List<T> entities,
    int pageSize,
    int pageNumber,
    long total,
    boolean partialResults,
    int pageCount,
    String selfUri,
    String firstUri,
    @Nullable String previousUri,
    @Nullable String nextUri,
    String lastUri) {

  /// @param found how many there are, counted up to one more than the window
  /// @param path the list's path with its own query parameters but without paging
  public static <T> Listing<T> of(List<T> entities, PageRequest page, long found, Link path) {
    long total = Math.min(found, PageRequest.WINDOW);
    int pages = (int) Math.ceilDiv(total, page.size());
    int last = Math.max(1, Math.min(pages, PageRequest.WINDOW / page.size()));
    return new Listing<>(
        List.copyOf(entities),
        page.size(),
        page.number(),
        total,
        found > PageRequest.WINDOW,
        pages,
        path.page(page.size(), page.number()),
        path.page(page.size(), 1),
        page.number() > 1 ? path.page(page.size(), page.number() - 1) : null,
        page.number() < last ? path.page(page.size(), page.number() + 1) : null,
        path.page(page.size(), last));
  }

  /// A relative URI under construction.
  public record Link(String path, List<String> query) {
    public static Link to(String path) {
      return new Link(path, List.of());
    }

    /// @param value left out where it is null or blank
    public Link with(String name, @Nullable String value) {
      if (value == null || value.isBlank()) {
        return this;
      }
      List<String> longer = new ArrayList<>(query);
      longer.add(
          name + "=" + java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
      return new Link(path, longer);
    }

    /// The URI as it stands.
    public String text() {
      return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    String page(int size, int number) {
      List<String> all = new ArrayList<>(query);
      all.add("pageSize=" + size);
      all.add("pageNumber=" + number);
      return path + "?" + String.join("&", all);
    }
  }
}
