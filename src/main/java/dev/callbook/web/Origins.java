package dev.callbook.web;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.Converter;

/// Reads origins as browsers write them: scheme, host and port, nothing else.
public final class Origins implements Converter<Origins.Set> {
  private static final long serialVersionUID = 1L;

  /// Some origins, in small letters.
  public record Set(java.util.Set<String> values) {}

  @Override
  public Set convert(String value) {
    return new Set(
        Arrays.stream(value.split(","))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .map(Origins::origin)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String origin(String text) {
    URI uri = URI.create(text);
    boolean isOrigin =
        ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
            && uri.getHost() != null
            && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
            && uri.getRawUserInfo() == null;
    if (!isOrigin) {
      throw new IllegalArgumentException(
          "not an origin such as https://crm.example: no path, no *");
    }
    return text.toLowerCase(java.util.Locale.ROOT);
  }
}
