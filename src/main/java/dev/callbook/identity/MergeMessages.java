package dev.callbook.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// What pages say of merges. The texts are in `messages/merge_<language>.properties`.
@MessageBundle("merge")
interface MergeMessages {
  @Message
  String contactsAreBack(int count);
}
