package dev.callbook.testing.salesforce;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Everything below `/services/data`.
final class RestApi {
  private static final Pattern VERSIONED = Pattern.compile("/services/data/v(\\d\\d)\\.0(/.*)?");
  private static final int OLDEST = 50;
  private static final int NEWEST = 66;

  private final Sessions sessions;
  private final Allocation allocation;
  private final QueryEndpoint queries;
  private final RecordEndpoint records;
  private final CollectionEndpoint collections;
  private final BulkEndpoint bulk;

  RestApi(
      Sessions sessions,
      Allocation allocation,
      QueryEndpoint queries,
      RecordEndpoint records,
      CollectionEndpoint collections,
      BulkEndpoint bulk) {
    this.sessions = sessions;
    this.allocation = allocation;
    this.queries = queries;
    this.records = records;
    this.collections = collections;
    this.bulk = bulk;
  }

  Reply answer(Call call) {
    try {
      if (call.path().matches("/services/data/?")) {
        return Reply.json(200, versions());
      }
      checkVersion(call);
      String token = sessions.check(call);
      allocation.count();
      return route(call, token).with("Sforce-Limit-Info", allocation.header());
    } catch (ApiError error) {
      return Reply.error(error).with("Sforce-Limit-Info", allocation.header());
    }
  }

  private static void checkVersion(Call call) {
    var matcher = VERSIONED.matcher(call.path());
    boolean known = matcher.matches();
    int version = known ? Integer.parseInt(matcher.group(1)) : 0;
    if (version < OLDEST || version > NEWEST) {
      throw new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
    }
  }

  private static List<Map<String, String>> versions() {
    return List.of(
        Map.of("label", "Spring '25", "url", "/services/data/v63.0", "version", "63.0"),
        Map.of("label", "Spring '26", "url", "/services/data/v66.0", "version", "66.0"));
  }

  private Reply route(Call call, String token) {
    List<String> parts = call.parts();
    if (parts.isEmpty()) {
      String at = "/services/data/v" + call.version() + "/";
      return Reply.json(
          200, Map.of("sobjects", at + "sobjects", "query", at + "query", "limits", at + "limits"));
    }
    List<String> rest = parts.subList(1, parts.size());
    return switch (parts.getFirst()) {
      case "query" ->
          rest.isEmpty()
              ? queries.first(call, token, false)
              : queries.next(call, token, rest.getFirst());
      case "queryAll" -> queries.first(call, token, true);
      case "sobjects" -> records.answer(call, rest);
      case "limits" -> Reply.json(200, allocation.limits());
      case "composite" -> ofComposite(call, rest);
      case "jobs" -> ofJobs(call, rest);
      default -> throw unknown();
    };
  }

  private Reply ofComposite(Call call, List<String> parts) {
    if (parts.isEmpty() || !parts.getFirst().equals("sobjects")) {
      throw unknown();
    }
    return collections.answer(call, parts.subList(1, parts.size()));
  }

  private Reply ofJobs(Call call, List<String> parts) {
    if (parts.isEmpty() || !parts.getFirst().equals("query")) {
      throw unknown();
    }
    return bulk.answer(call, parts.subList(1, parts.size()));
  }

  private static ApiError unknown() {
    return new ApiError(404, "NOT_FOUND", "The requested resource does not exist");
  }
}
