package dev.callbook.access.admin;

import dev.callbook.wire.Listing;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.PageRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Pages of lists that are short enough to be read whole. Without a size a page has 25 items.
final class Paging {
  private Paging() {}

  static PageRequest request(@Nullable String pageSize, @Nullable String pageNumber) {
    return PageRequest.of(pageSize, pageNumber, 25);
  }

  static <T, J> Listing<J> of(List<T> all, PageRequest page, Link link, Function<T, J> toJson) {
    List<J> items = all.stream().skip(page.offset()).limit(page.size()).map(toJson).toList();
    return Listing.of(items, page, all.size(), link);
  }
}
