package dev.callbook.bulkaction;

import dev.callbook.web.Pager;
import java.util.List;

/// The actions of late on one kind of records.
///
/// @param rows as each stands now
record BulkListView(BulkSubject subject, List<BulkView> rows, Pager pager) {
  public boolean isOfOrganizations() {
    return subject == BulkSubject.ORGANIZATION;
  }
}
