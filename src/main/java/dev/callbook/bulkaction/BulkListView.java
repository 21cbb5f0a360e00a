package dev.callbook.bulkaction;

import dev.callbook.web.Pager;
import java.util.List;

/// The actions of late. @param rows as each stands now
record BulkListView(List<BulkView> rows, Pager pager) {}
