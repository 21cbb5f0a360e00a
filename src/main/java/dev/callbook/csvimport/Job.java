package dev.callbook.csvimport;

import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.platform.LeasedJob;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

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

  /// The rights of the one who ordered it, in the import's division only.
  Scope scope() {
    return scope;
  }

  Division division() {
    return division;
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
