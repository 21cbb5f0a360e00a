package dev.callbook.audit;

import dev.callbook.change.HistoryView.Field;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of the log, in words.
///
/// @param id its own, also its anchor on the page
/// @param icon the name of a symbol in `icons.svg`
/// @param what such as `Contact changed`
/// @param record what the record is called, now or as the entry says; empty where that is not known
///   or must not be
/// @param recordPath where the record is; null where it is gone, or must not be seen
/// @param historyPath the log of this record alone
/// @param who who acted
/// @param whoPath the log of what they did; null where nobody can be named
/// @param via how it came in, such as `by import`; empty for pages
/// @param viaPath what came in with it; null where it came alone
/// @param division where the record belongs; empty for what belongs to none
/// @param fields what changed
/// @param hidden whether the fields are kept back, since the record must not be seen
/// @param forgotten whether nobody knows any more what changed
public record AuditEntry(
    String id,
    String icon,
    String what,
    String record,
    @Nullable String recordPath,
    String historyPath,
    String who,
    @Nullable String whoPath,
    String via,
    @Nullable String viaPath,
    Instant at,
    String division,
    List<Field> fields,
    boolean hidden,
    boolean forgotten) {}
