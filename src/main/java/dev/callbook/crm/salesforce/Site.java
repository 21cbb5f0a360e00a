package dev.callbook.crm.salesforce;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/// An org and how to talk to it.
///
/// @param login where tokens are had: `https://<My Domain>.my.salesforce.com`
/// @param version of the API, such as `63.0`; the same for as long as a bulk job lives
/// @param patience how long an answer may take to begin, and how long it may pause
public record Site(URI login, String version, Credentials credentials, Duration patience) {
  private static final Pattern VERSION = Pattern.compile("\\d{2,3}\\.0");
  private static final Duration USUAL_PATIENCE = Duration.ofMinutes(2);

  public Site {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("an API version is a number such as 63.0");
    }
  }

  public Site(URI login, String version, Credentials credentials) {
    this(login, version, credentials, USUAL_PATIENCE);
  }

  /// @param path below the API's version, with a leading slash
  String path(String path) {
    return "/services/data/v" + version + path;
  }
}
