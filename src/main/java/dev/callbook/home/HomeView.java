package dev.callbook.home;

import dev.callbook.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The home page. What the viewer may not see is null.
///
/// @param tiles the figures on top
/// @param chart null while nobody called in the last days
/// @param strangers numbers that called and belong to nobody
/// @param jobs imports and exports, running ones first
/// @param speeds how long this node takes
/// @param changes the newest of the log
/// @param isNew whether there is nobody in the directory yet
record HomeView(
    List<Tile> tiles,
    @Nullable DayChart chart,
    @Nullable List<StrangerRow> strangers,
    @Nullable List<Job> jobs,
    List<Speed> speeds,
    @Nullable List<AuditEntry> changes,
    boolean isNew,
    May may) {

  /// A figure. @param small what it is of, in a line
  record Tile(String name, String value, String small, @Nullable String path) {}

  /// A number that nobody has.
  ///
  /// @param call the newest of its calls
  /// @param queue where it came in; empty if that is not known
  record StrangerRow(String number, String calls, String queue, Instant at, String call) {}

  /// An import or an export.
  ///
  /// @param path null where there is no page of it
  /// @param tone the badge's: `ok`, `bad`, `warn` or empty
  /// @param percent null unless it is running and its size is known
  /// @param rows how far it is, in words
  record Job(
      String icon,
      String name,
      @Nullable String path,
      String state,
      String tone,
      @Nullable Integer percent,
      String rows,
      Instant at) {}

  /// How long something takes. @param half what half of all stayed within
  record Speed(String name, String count, String half, String most) {}

  record May(
      boolean addContact,
      boolean importFile,
      boolean seePeople,
      boolean seeClients,
      boolean seeSources,
      boolean editContact) {}
}
