package dev.callbook.platform;

import org.eclipse.microprofile.config.spi.Converter;

/// Reads the number of a TCP port to listen on, 0 to 65535; 0 means any free one.
public final class PortNumber implements Converter<Integer> {
  private static final long serialVersionUID = 1L;

  private static final int MAX = 65_535;

  @Override
  public Integer convert(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= MAX) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a port, which is a number from 0 to " + MAX, e);
    }
    throw new IllegalArgumentException("not a port, which is a number from 0 to " + MAX);
  }
}
