package dev.callbook.phone;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A caller or a number written as a URI, taken apart: `<sip:+34911234567;ext=45@host;user=phone>`,
/// `tel:`, `whatsapp:`. Sources: RFC 3966, RFC 3261 section 19.1.
///
/// @param scheme in lower case
/// @param user what comes before `@` or `;`, with percent-encoding undone
/// @param host what comes after `@`, in lower case; empty if there is none
/// @param parameters by name in lower case; those of the user part and of the URI together
record NumberUri(String scheme, String user, String host, Map<String, String> parameters) {
  private static final Pattern FORM =
      Pattern.compile("(?:[^<]*<)?\\s*([A-Za-z][A-Za-z0-9+.-]*):([^>]*)>?\\s*");
  private static final Pattern ADDRESS = Pattern.compile("([^@]*)@([^;?:]*)(.*)");

  NumberUri {
    parameters = Map.copyOf(parameters);
  }

  /// Takes `text` apart; null if it is no URI, as nearly every number that people type.
  static @Nullable NumberUri find(String text) {
    if (text.indexOf(':') < 0) {
      return null;
    }
    Matcher form = FORM.matcher(text);
    return form.matches() ? of(form.group(1).toLowerCase(Locale.ROOT), form.group(2)) : null;
  }

  private static NumberUri of(String scheme, String rest) {
    Matcher address = ADDRESS.matcher(rest);
    boolean hasHost = address.matches();
    String[] user = (hasHost ? address.group(1) : rest).split(";");
    Map<String, String> parameters = new TreeMap<>();
    collect(user, parameters);
    if (hasHost) {
      collect(address.group(3).split(";"), parameters);
    }
    String host = hasHost ? address.group(2).toLowerCase(Locale.ROOT) : "";
    return new NumberUri(scheme, user.length == 0 ? "" : decoded(user[0]), host, parameters);
  }

  private static void collect(String[] parts, Map<String, String> parameters) {
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      String name = equals < 0 ? parts[i] : parts[i].substring(0, equals);
      String value = equals < 0 ? "" : parts[i].substring(equals + 1);
      parameters.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), decoded(value.strip()));
    }
  }

  /// Undoes percent-encoding; unlike in forms, `+` stays a plus. A broken escape stays as it is.
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }
}
