package dev.callbook.platform;

import java.time.Duration;

/// Work that comes round again without anybody asking, such as forgetting what has expired. A
/// feature produces one as a bean; [Chores] sees that one node at a time does it.
///
/// @param name unique, for good: the database remembers by it when the work was done last
/// @param every from the end of one time to the beginning of the next
/// @param work may be cut short at any moment, and then begins anew
public record Chore(String name, Duration every, Runnable work) {}
