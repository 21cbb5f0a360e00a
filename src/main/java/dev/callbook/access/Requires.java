package dev.callbook.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permissions an endpoint needs, each in at least one division.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
  /// At least one; where any of several will do, the first that is held makes the caller's scope.
  Permission[] value();

  /// Whether one of them is enough.
  Mode mode() default Mode.ANY;

  /// How several permissions combine.
  enum Mode {
    ANY,
    ALL
  }
}
