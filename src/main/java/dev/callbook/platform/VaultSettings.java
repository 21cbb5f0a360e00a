package dev.callbook.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/// What stored secrets are encrypted with.
@ConfigMapping(prefix = "callbook")
public interface VaultSettings {
  /// A long random text, the same on all nodes. Made and kept in the data folder where unset.
  @WithConverter(LongText.class)
  Optional<String> secretKey();

  /// Refuses what could be guessed.
  final class LongText implements Converter<String> {
    private static final long serialVersionUID = 1;
    private static final int SHORTEST = 20;

    @Override
    public String convert(String text) {
      if (text.strip().length() < SHORTEST) {
        throw new IllegalArgumentException("shorter than " + SHORTEST + " characters");
      }
      return text;
    }
  }
}
