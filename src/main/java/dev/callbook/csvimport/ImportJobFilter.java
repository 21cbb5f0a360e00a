package dev.callbook.csvimport;

import java.util.Optional;

/// Which of the imports that were ordered are listed, and from which end.
record ImportJobFilter(Optional<ImportJobStatus> status, boolean newestFirst) {}
