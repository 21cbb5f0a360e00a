package dev.callbook.demo;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the demo's controls. The texts are in `messages/demo_<language>.properties`.
@MessageBundle("demo")
public interface DemoMessages {
  @Message
  String title();

  @Message
  String simulate();

  @Message
  String known();

  @Message
  String shared();

  @Message
  String unknown();

  @Message
  String withheld();

  @Message
  String written();

  @Message
  String late();

  @Message
  String trickle();

  @Message
  String apply();
}
