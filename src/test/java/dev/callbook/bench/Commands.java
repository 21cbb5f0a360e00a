package dev.callbook.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Programs of the system.
final class Commands {
  private Commands() {}

  /// Runs a program to its end. @return what it wrote, errors among it
  ///
  /// @throws IllegalStateException if it failed, with what it wrote
  static String output(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.onExit().join().exitValue();
    if (code != 0) {
      throw new IllegalStateException(command.getFirst() + " ended with " + code + ": " + written);
    }
    return written;
  }
}
