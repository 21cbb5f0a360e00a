package dev.callbook.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// JSON as text in which what differs from run to run is masked: each id by its number of
/// appearance, so that references stay visible, and each date that has the wire's form.
final class Masks {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
  private static final Pattern DATE =
      Pattern.compile("\"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z\"");
  private static final DefaultPrettyPrinter FORM =
      new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

  private Masks() {}

  static String of(JsonNode json) {
    try {
      String text = new ObjectMapper().writer(FORM).writeValueAsString(json);
      Map<String, String> ids = new LinkedHashMap<>();
      String masked =
          ID.matcher(text)
              .replaceAll(
                  id -> ids.computeIfAbsent(id.group(), _ -> "<id " + (ids.size() + 1) + ">"));
      return DATE.matcher(masked).replaceAll("\"<date>\"") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
