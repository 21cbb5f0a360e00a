package dev.callbook.csvimport;

import dev.callbook.access.Division;
import dev.callbook.access.DivisionId;
import dev.callbook.access.Scope;
import dev.callbook.platform.LeasedJob;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// An import that this node works on, for as long as it holds the newest epoch.
final class Job implements LeasedJob {
  private final UUID id;
  private final Scope scope;
  private final Division division;
  private final String region;
  private final long bytes;
  private final ImportSettings settings;
  private final ImportState state;
  private final int epoch;
  private final AtomicLong done = new AtomicLong();
  private volatile boolean lost;

  Job(
      UUID id,
      Scope scope,
      Division division,
      String region,
      long bytes,
      ImportSettings settings,
      ImportState state,
      int epoch) {
    this.id = id;
    this.scope = scope;
    this.division = division;
    this.region = region;
    this.bytes = bytes;
    this.settings = settings;
    this.state = state;
    this.epoch = epoch;
  }

  @Override
  public UUID id() {
    return id;
  }

  /// The rights of the one who ordered it, in the import's division only, or in those where its
  /// rows may go.
  Scope scope() {
    return scope;
  }

  /// Where new records go, unless their row says otherwise.
  Division division() {
    return division;
  }

  /// Where a record goes. @param said what its row says; null for nothing
  Division division(@Nullable UUID said) {
    return said == null
        ? division
        : scope
            .division(new DivisionId(said))
            .orElseThrow(() -> new IllegalStateException("division outside the scope"));
  }

  String region() {
    return region;
  }

  long bytes() {
    return bytes;
  }

  ImportSettings settings() {
    return settings;
  }

  ImportState state() {
    return state;
  }

  int epoch() {
    return epoch;
  }

  /// How far the phase is, where no transaction counts it.
  AtomicLong done() {
    return done;
  }

  /// Another node has it now, or it was cancelled.
  @Override
  public void lose() {
    lost = true;
  }

  @Override
  public boolean isLost() {
    return lost;
  }
}
