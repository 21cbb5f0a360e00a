package dev.callbook.crm.salesforce;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A body that may pause, but not for ever: an HTTP request's own timeout ends where its body
/// begins.
final class PatientStream extends FilterInputStream {
  private static final ScheduledExecutorService WATCH = watch();

  private static ScheduledExecutorService watch() {
    ScheduledThreadPoolExecutor watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("salesforce-patience").factory());
    // There is one for each read; those that were in time must not pile up.
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  private final Duration patience;
  private volatile boolean isOver;

  PatientStream(InputStream body, Duration patience) {
    super(body);
    this.patience = patience;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Future<?> end = WATCH.schedule(this::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      int count = in.read(buffer, offset, length);
      if (isOver) {
        throw new SocketTimeoutException("the answer paused for too long");
      }
      return count;
    } finally {
      end.cancel(false);
    }
  }

  private void giveUp() {
    isOver = true;
    try {
      // Wakes up whoever reads.
      in.close();
    } catch (IOException alreadyOver) {
      // Then nobody is waiting.
    }
  }
}
