package dev.callbook.externalsource;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.callbook.directory.Checks;
import dev.callbook.wire.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The web address of a record in another system, with [#GAP] where its external id goes; at most
/// 400 characters. Source: model `LinkConfiguration`.
public record LinkTemplate(@JsonValue String text) {
  public static final String GAP = "{{externalId.value}}";

  private static final int MAX_LENGTH = 400;
  private static final Pattern BEFORE_GAP = Pattern.compile("(?i)https?://[^/?#{}@]+[/?#].*");

  /// @return null where nothing was sent, or something is wrong and noted
  static @Nullable LinkTemplate read(Checks checks, String field, @Nullable String sent) {
    String text = checks.text(field, sent, MAX_LENGTH);
    if (text == null) {
      return null;
    }
    int gap = text.indexOf(GAP);
    if (gap < 0) {
      checks.note(field, "invalid.value", field + " needs " + GAP + " where the id goes.");
      return null;
    }
    // An id must not be able to name the host that the agent is sent to.
    if (!BEFORE_GAP.matcher(text.substring(0, gap)).matches()) {
      checks.note(
          field,
          "invalid.value",
          field
              + " must start with http:// or https:// and a host, and have the id behind the host.",
          new Problem.NoWebAddress());
      return null;
    }
    return checks.url(field, text.replace(GAP, "0"), MAX_LENGTH) == null
        ? null
        : new LinkTemplate(text);
  }

  /// The address of one record. The id is percent-encoded, whatever it holds.
  String to(String externalId) {
    return text.replace(
        GAP, URLEncoder.encode(externalId, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
