package dev.callbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What processes hold in memory, as Linux counts it. All in MiB.
final class Memory {
  private Memory() {}

  /// A process's resident memory. Source: proc(5), `VmRSS`.
  static long resident(ProcessHandle process) throws IOException {
    return field(process, "status", "VmRSS:");
  }

  /// The most it ever was. Source: proc(5), `VmHWM`.
  static long peak(ProcessHandle process) throws IOException {
    return field(process, "status", "VmHWM:");
  }

  /// What a server and its children hold together; what they share is counted once. Source:
  /// proc(5), `Pss` of `smaps_rollup`.
  static long proportional(ProcessHandle server) throws IOException {
    long sum = 0;
    for (ProcessHandle each : Stream.concat(Stream.of(server), server.descendants()).toList()) {
      sum += field(each, "smaps_rollup", "Pss:");
    }
    return sum;
  }

  private static long field(ProcessHandle process, String file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), file))) {
      return lines
              .filter(line -> line.startsWith(name))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1024;
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }
}
