package dev.callbook.testing;

import com.microsoft.playwright.options.ColorScheme;

/// The screens that pages are looked at on.
public enum Look {
  WIDE(1440, 900, ColorScheme.LIGHT),
  WIDE_DARK(1440, 900, ColorScheme.DARK),
  NARROW(390, 844, ColorScheme.LIGHT),
  NARROW_DARK(390, 844, ColorScheme.DARK);

  private final int width;
  private final int height;
  private final ColorScheme scheme;

  Look(int width, int height, ColorScheme scheme) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  ColorScheme scheme() {
    return scheme;
  }

  boolean isNarrow() {
    return this == NARROW || this == NARROW_DARK;
  }

  String suffix() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
