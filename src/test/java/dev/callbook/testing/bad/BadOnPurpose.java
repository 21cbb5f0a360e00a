package dev.callbook.testing.bad;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// Marks an example of what must not be, by which a test proves that a rule would notice it.
@Retention(RetentionPolicy.RUNTIME)
public @interface BadOnPurpose {
  /// The names of the rules.
  String[] breaks();
}
