package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import java.sql.Connection;

@BadOnPurpose(breaks = "rows_only_read_results")
record ContactRows(Connection connection) {}
