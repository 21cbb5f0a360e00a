package dev.callbook.platform;

import org.eclipse.microprofile.config.spi.Converter;

/// Reads a whole number from 0 to a thousand million.
public final class WholeNumber implements Converter<Integer> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 1_000_000_000;

  @Override
  public Integer convert(String value) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= 0 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      // falls through to the same refusal
    }
    throw new IllegalArgumentException("no whole number from 0 to " + MOST);
  }
}
