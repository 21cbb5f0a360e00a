package dev.callbook.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/// Reads along in the log and finds personal data in it.
public final class LogWatch extends Handler {
  private final ConcurrentLinkedQueue<LogRecord> records = new ConcurrentLinkedQueue<>();
  private final Set<String> personal = ConcurrentHashMap.newKeySet();

  private LogWatch() {}

  /// Begins to read what the whole process logs.
  static LogWatch start() {
    LogWatch watch = new LogWatch();
    Logger.getLogger("").addHandler(watch);
    return watch;
  }

  /// What must not appear: a name, a number, an address, a handle.
  void mind(String data) {
    if (data.strip().length() >= 5) {
      personal.add(data.strip().toLowerCase(Locale.ROOT));
    }
  }

  void forget() {
    records.clear();
    personal.clear();
  }

  /// The lines that hold something personal.
  List<String> leaks() {
    return records.stream()
        .flatMap(LogWatch::textsOf)
        .filter(text -> personal.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains))
        .toList();
  }

  void assertFreeOfPersonalData() {
    assertEquals(List.of(), leaks(), "the log holds personal data");
  }

  private static Stream<String> textsOf(LogRecord logged) {
    Stream<String> faults =
        Stream.iterate(logged.getThrown(), fault -> fault != null, Throwable::getCause)
            .map(Throwable::toString);
    return Stream.concat(Stream.of(new SimpleFormatter().formatMessage(logged)), faults);
  }

  @Override
  public void publish(LogRecord logged) {
    records.add(logged);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
