package dev.callbook.demo;

import dev.callbook.platform.Folding;

/// A name as its owner writes it. @param latin a form of `a` to `z` alone, for e-mail addresses
record Name(String written, String latin) {
  /// Reads `太郎:taro`, or `Müller`, whose Latin form is its own without accents.
  static Name read(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Name(text, Folding.key(text).replaceAll("[^a-z]", ""))
        : new Name(text.substring(0, colon), text.substring(colon + 1));
  }
}
