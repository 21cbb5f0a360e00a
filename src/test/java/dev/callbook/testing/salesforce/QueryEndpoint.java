package dev.callbook.testing.salesforce;

import dev.callbook.testing.salesforce.Cursors.Cursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/query`, `/queryAll` and the pages that follow.
final class QueryEndpoint {
  private static final int LARGEST = 2000;
  private static final int SMALLEST = 200;
  private static final Pattern BATCH = Pattern.compile("batchSize=(\\d+)");
  private static final Pattern LOCATOR = Pattern.compile("(\\w+)-(\\d+)");

  private final SoqlRun run;
  private final Records records;
  private final Cursors cursors;

  QueryEndpoint(SoqlRun run, Records records, Cursors cursors) {
    this.run = run;
    this.records = records;
    this.cursors = cursors;
  }

  Reply first(Call call, String token, boolean alsoDeleted) {
    String text =
        call.parameter("q")
            .orElseThrow(() ->
                new ApiError(400, "MALFORMED_QUERY", "SOQL statements cannot be empty or null"));
    Soql query = SoqlParser.parse(text);
    List<Row> rows = run.find(query, alsoDeleted);
    if (query.isCount()) {
      return Reply.json(200, Map.of("totalSize", rows.size(), "done", true, "records", List.of()));
    }
    Cursor cursor = cursors.open(token, query, rows, batch(call));
    return page(call, cursor, 0);
  }

  Reply next(Call call, String token, String locator) {
    Matcher matcher = LOCATOR.matcher(locator);
    if (!matcher.matches()) {
      throw new ApiError(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    Cursor cursor = cursors.use(matcher.group(1), token);
    return page(call, cursor, Integer.parseInt(matcher.group(2)));
  }

  private static int batch(Call call) {
    Matcher matcher = BATCH.matcher(call.header("Sforce-Query-Options").orElse(""));
    return matcher.find()
        ? Math.clamp(Integer.parseInt(matcher.group(1)), SMALLEST, LARGEST)
        : LARGEST;
  }

  private Reply page(Call call, Cursor cursor, int from) {
    int until = Math.min(cursor.rows().size(), from + cursors.size(cursor.batch()));
    boolean done = until == cursor.rows().size();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("totalSize", cursor.rows().size());
    body.put("done", done);
    if (done) {
      cursors.close(cursor.id());
    } else {
      body.put(
          "nextRecordsUrl",
          "/services/data/v" + call.version() + "/query/" + cursor.id() + "-" + until);
    }
    body.put(
        "records",
        cursor.rows().subList(from, until).stream()
            .map(row -> records.json(row, cursor.query().fields(), call.version()))
            .toList());
    return Reply.json(200, body);
  }
}
