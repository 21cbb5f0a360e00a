package dev.callbook.directory;

import dev.callbook.access.Scope;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What a scan reads next.
///
/// A scan goes through one division after the other, and through each by id. Neither ever changes,
/// so a record is met once however much is written meanwhile, unless it is removed; and a page is
/// read from one piece of one index, however small the division.
///
/// @param after the last record of the page before; empty for the first page
/// @param maxRows how many records to read
public record ScanRange(Optional<ScanPlace> after, int maxRows) {
  /// How a store reads a range, between its own columns and conditions: `:divisions`, `:after` and
  /// `:max` are bound by what follows here.
  public static final String DIVISIONS =
      " from unnest(cast(:divisions as uuid[])) with ordinality as d (division_id, place) cross join lateral ";

  /// The condition of one division's part, for a table called `r`; to be ordered by [#ORDER].
  ///
  /// It says what `division_id = … and id > …` would say, in such a way that no index but the
  /// scan's own has the order: for a division of which the statistics know nothing, the primary key
  /// looks as good, and reads all other divisions to find that there is nothing.
  public static final String WITHIN =
      """
       where r.org_id = :org
         and (r.division_id, r.id)
             > (d.division_id,
                case d.place when 1 then :after else cast('00000000-0000-0000-0000-000000000000' as uuid) end)
         and r.division_id <= d.division_id
      """;

  /// The order of one division's part.
  public static final String ORDER = " order by r.division_id, r.id limit :max";

  private static final UUID LEAST = new UUID(0, 0);

  /// The keys of the scope's divisions that are not behind, in the scan's order.
  public UUID[] divisionKeys(Scope scope) {
    Stream<UUID> keys = Stream.of(scope.divisionKeys()).sorted();
    return after
        .map(place -> keys.filter(key -> key.compareTo(place.division().value()) >= 0))
        .orElse(keys)
        .toArray(UUID[]::new);
  }

  /// The id to go on from in the first of those divisions.
  public UUID afterId(Scope scope) {
    UUID[] left = divisionKeys(scope);
    return after
        .filter(place -> left.length > 0 && left[0].equals(place.division().value()))
        .map(ScanPlace::id)
        .orElse(LEAST);
  }
}
