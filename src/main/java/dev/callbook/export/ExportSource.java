package dev.callbook.export;

import dev.callbook.access.Scope;
import dev.callbook.directory.Filter;
import dev.callbook.directory.ScanPlace;
import dev.callbook.directory.ScanRange;
import dev.callbook.directory.Selection;
import dev.callbook.wire.Refusal.Invalid;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One kind of record as exports read and write it.
///
/// @param <T> the record
/// @param <J> its JSON
/// @param <F> the fields that conditions ask about
/// @param filters reads the conditions
/// @param chosen what a selection of a list means
/// @param scan reads records
/// @param place where a record is met
/// @param write records as their JSON, in the same order
/// @param sheet the file's columns
record ExportSource<T, J, F extends Enum<F>>(
    ExportFilterReader<F> filters,
    Function<Selection, Filter<F>> chosen,
    Scan<T, F> scan,
    Function<T, ScanPlace> place,
    BiFunction<Scope, List<T>, List<J>> write,
    Sheet<J> sheet) {

  /// The next records of a scan.
  interface Scan<T, F extends Enum<F>> {
    List<T> read(Scope scope, ScanRange range, Filter<F> filter);
  }

  /// A few thousand records, read and not yet written.
  ///
  /// @param last where the next part begins; empty where there are no records
  /// @param piece of the file. @see Sheet#piece
  record Part(int rows, Optional<ScanPlace> last, Function<Boolean, byte[]> piece) {}

  /// Reads part after part.
  interface Parts {
    Part after(Optional<ScanPlace> place, int maxRows);
  }

  /// Lists that nobody limits and picks from.
  static <F extends Enum<F>> Filter<F> whole(Selection selection) {
    if (!selection.isAll()) {
      throw new Invalid("id", "invalid.value", "These records are exported whole.");
    }
    return Filter.everything();
  }

  /// @throws dev.callbook.wire.Refusal.Invalid naming the condition that is wrong
  Parts open(Scope scope, ExportWish wish) {
    Filter<F> filter =
        new Filter.AllOf<>(
            List.of(filters.read(scope, wish.query()), chosen.apply(wish.selection())));
    Sheet<J> wanted = sheet.only(wish.columns());
    return (place, maxRows) -> {
      List<T> records = scan.read(scope, new ScanRange(place, maxRows), filter);
      return new Part(
          records.size(),
          records.isEmpty() ? Optional.empty() : Optional.of(this.place.apply(records.getLast())),
          isFirst -> {
            List<J> written = write.apply(scope, records);
            return wish.format() == ExportFormat.JSONL
                ? wanted.lines(written)
                : wanted.piece(written, isFirst);
          });
    };
  }
}
