package dev.callbook.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs programs of the operating system and waits for them.
final class Commands {
  private Commands() {}

  /// What a program left.
  record Outcome(int status, String output) {
    String lastLine() {
      return output.lines().filter(line -> !line.isBlank()).reduce("", (one, next) -> next).strip();
    }
  }

  /// Runs a program with `input` as its standard input; its errors stand among its output.
  static Outcome run(List<String> command, String input) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
      stdin.write(input);
    }
    try (InputStream stdout = process.getInputStream()) {
      String output = new String(stdout.readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IOException("interrupted while waiting for " + command.getFirst(), e);
    }
  }

  /// Whether a program exists, runs, and ends well.
  static boolean succeeds(List<String> command) {
    try {
      return run(command, "").status() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  static int number(String... command) throws IOException {
    return Integer.parseInt(run(List.of(command), "").output().strip());
  }
}
