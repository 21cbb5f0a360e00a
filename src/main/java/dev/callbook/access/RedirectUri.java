package dev.callbook.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a client may have users sent back to: `https`, `http` on the user's own machine, or a
/// scheme of the client's own with a dot in it; no fragment. Source: RFC 6749 section 3.1.2, RFC
/// 8252 section 7.
public final class RedirectUri {
  static final String RULE =
      "An address to return to is absolute, without #, and starts with https://, with"
          + " http://localhost, or with a scheme of the program's own such as"
          + " org.example.app:";

  private static final int MAX_LENGTH = 2_000;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern PRIVATE_SCHEME =
      Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+");

  private RedirectUri() {}

  static boolean isAllowed(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    try {
      URI uri = new URI(text);
      if (uri.getScheme() == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
        return false;
      }
      return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
        case "https" -> uri.getHost() != null;
        case "http" -> uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        default -> PRIVATE_SCHEME.matcher(uri.getScheme()).matches();
      };
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  /// Whether only the client's own server can be reached there. Any program on a user's machine can
  /// listen on a port or claim a scheme.
  public static boolean isOwned(String text) {
    return text.regionMatches(true, 0, "https:", 0, 6);
  }
}
