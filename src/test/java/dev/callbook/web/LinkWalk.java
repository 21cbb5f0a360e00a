package dev.callbook.web;

import dev.callbook.testing.Answer;
import dev.callbook.testing.Api;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Follows every link from some pages on, and from those they lead to, as somebody who is signed
/// in.
///
/// Links that differ by the record only, or by the place in a list, count as one.
final class LinkWalk {
  private static final Pattern LINK =
      Pattern.compile("\\s(?:href|hx-get|src)=(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /// Longer values of a query are places in a list.
  private static final int MAX_WORD = 30;

  private record Link(String from, String path) {}

  private final Api api;
  private final Set<String> known = new HashSet<>();
  private final Deque<Link> toVisit = new ArrayDeque<>();
  private final List<String> faults = new ArrayList<>();
  private int visited;

  /// @param api of whoever follows the links
  LinkWalk(Api api) {
    this.api = api;
  }

  /// @return what leads nowhere: the page, the link, and why
  List<String> from(List<String> paths) {
    paths.forEach(path -> follow("", path));
    while (!toVisit.isEmpty()) {
      visit(toVisit.remove());
    }
    return List.copyOf(faults);
  }

  /// How many links were followed.
  int visited() {
    return visited;
  }

  private void visit(Link link) {
    visited++;
    Answer answer = api.get(link.path());
    if (answer.status() >= 400) {
      faults.add(link.from() + ": the link " + link.path() + " is answered " + answer.status());
    } else if (answer.status() == 303) {
      follow(link.path(), answer.header("Location").replaceFirst("^https?://[^/]+", ""));
    } else if (answer.header("Content-Type").startsWith("text/html")) {
      LINK.matcher(answer.body())
          .results()
          .flatMap(found ->
              Stream.of(found.group(1), found.group(2), found.group(3)).filter(Objects::nonNull))
          .forEach(href -> follow(link.path(), href.replace("&amp;", "&"), answer.body()));
    }
  }

  private void follow(String from, String href, String page) {
    if (!href.startsWith("#")) {
      follow(from, href);
    } else if (page.contains("<html") && !page.contains("id=\"" + href.substring(1) + "\"")) {
      faults.add(from + ": " + href + " is nowhere on the page");
    }
  }

  private void follow(String from, String href) {
    if (ELSEWHERE.matcher(href).matches()) {
      return;
    }
    String path = href.replaceFirst("#.*", "");
    if (path.startsWith("?")) {
      path = from.replaceFirst("\\?.*", "") + path;
    }
    if (!path.startsWith("/")) {
      faults.add(from + ": the link " + href + " depends on where the page is");
    } else if (isNew(path)) {
      toVisit.add(new Link(from, path));
    }
  }

  /// Whether the path, or something in its query, has not been asked for yet.
  private boolean isNew(String path) {
    String[] parts = ID.matcher(path).replaceAll("{id}").split("\\?", 2);
    boolean isNew = known.add(parts[0]);
    if (parts.length == 2) {
      isNew |=
          Arrays.stream(parts[1].split("&", -1))
              .map(field -> field.length() > MAX_WORD ? field.replaceFirst("=.*", "") : field)
              .map(field -> known.add(parts[0] + "?" + field.replaceAll("\\d+", "#")))
              .reduce(false, Boolean::logicalOr);
    }
    return isNew;
  }
}
