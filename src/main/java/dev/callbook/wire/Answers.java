package dev.callbook.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What an endpoint answers when all is well, where its Java type does not tell: for the API's
/// description, which the tests compare with what is answered.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {
  /// The shape; `Void` for no body.
  Class<?> value();

  /// The HTTP status.
  int status();
}
