package dev.callbook.export;

import java.util.List;

/// The newest exports of all kinds.
///
/// @param kinds those that this person may order
record ExportListView(List<ExportView> rows, List<ExportKind> kinds) {}
