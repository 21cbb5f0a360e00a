package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import org.jdbi.v3.core.Jdbi;

@BadOnPurpose(breaks = "only_stores_speak_sql")
record Contacts(Jdbi jdbi) {}
