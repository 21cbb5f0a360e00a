package dev.callbook.relationship;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages of this feature. The texts are in
/// `messages/relationship_<language>.properties`.
@MessageBundle("relationship")
interface RelationshipMessages {
  @Message
  String relationships();

  @Message
  String addRelationship();

  @Message
  String person();

  @Message
  String pickPerson();

  @Message
  String role();

  @Message
  String roleHint();

  @Message
  String roleOf(String person);

  @Message
  String save();

  @Message
  String remove(String person);

  @Message
  String inactive();

  @Message
  String noneYet();

  @Message
  String added();

  @Message
  String saved();

  @Message
  String removed();

  @Message
  String personNeeded();

  @Message
  String roleNeeded();

  @Message
  String roleTooLong();
}
