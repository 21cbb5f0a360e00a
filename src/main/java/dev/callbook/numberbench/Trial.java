package dev.callbook.numberbench;

import dev.callbook.lookup.CallerMatch;
import dev.callbook.phone.Explanation;
import java.time.Duration;

/// One number tried.
///
/// @param explanation how it was read
/// @param match whom the agent would see
/// @param reading how long reading it took
/// @param lookup how long finding somebody took, the database's part included
record Trial(Explanation explanation, CallerMatch match, Duration reading, Duration lookup) {}
