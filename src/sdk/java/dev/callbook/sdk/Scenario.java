package dev.callbook.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Something a program does with the SDK, and what must have come of it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Scenario {
  /// The operations without which it has no sense; it is left out where one is not served.
  String[] needs() default {};
}
