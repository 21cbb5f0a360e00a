package dev.callbook.crm.salesforce;

/// What has become of a record that we know and did not meet.
public sealed interface Standing {
  record Present() implements Standing {}

  /// In the recycle bin, or away for good.
  record Removed() implements Standing {}

  record MergedInto(RemoteId winner) implements Standing {}

  /// Neither there nor gone, as far as our user may see: a sharing rule may hide it, and it may
  /// come back. Not a reason to delete anything.
  record NotVisible() implements Standing {}
}
