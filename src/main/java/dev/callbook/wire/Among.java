package dev.callbook.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The words that a text on the wire is one of, or each text of a list: for the API's description.
/// Where clients send the field, the code that reads it refuses others.
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Among {
  /// The words, as they are written.
  String[] value();

  /// Whether the field is only answered, and ignored where clients send it.
  boolean isAnswered() default false;
}
