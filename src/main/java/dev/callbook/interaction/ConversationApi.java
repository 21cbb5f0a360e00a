package dev.callbook.interaction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.contact.ContactId;
import dev.callbook.wire.Answers;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The public API's association of conversations with contacts. Translates; decides nothing.
@Path("/api/v2/externalcontacts/conversations")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConversationApi {
  private static final int MAX_ID = 200;
  private static final Map<String, Channel> MEDIA =
      Map.ofEntries(
          Map.entry("CALL", Channel.VOICE),
          Map.entry("CALLBACK", Channel.CALLBACK),
          Map.entry("CHAT", Channel.CHAT),
          Map.entry("COBROWSE", Channel.CHAT),
          Map.entry("EMAIL", Channel.EMAIL),
          Map.entry("MESSAGE", Channel.SMS),
          Map.entry("INTERNAL_MESSAGE", Channel.CHAT),
          Map.entry("SCREEN_MONITORING", Channel.CHAT),
          Map.entry("SOCIAL_EXPRESSION", Channel.TWITTER),
          Map.entry("VIDEO", Channel.VOICE),
          Map.entry("SCREENSHARE", Channel.CHAT));

  /// Source: model `ConversationAssociation`.
  ///
  /// @param externalContactId absent to disassociate
  /// @param conversationId the path's
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record AssociationJson(
      @Nullable String externalContactId,
      @Nullable String conversationId,
      @Nullable String communicationId,
      @Nullable String mediaType) {}

  private final Associations associations;
  private final Caller caller;

  ConversationApi(Associations associations, Caller caller) {
    this.associations = associations;
    this.caller = caller;
  }

  /// `putExternalcontactsConversation`
  @PUT
  @Path("{conversationId}")
  @Requires(Permission.CONVERSATION_ASSOCIATE)
  @Answers(value = Void.class, status = 202)
  public Response associate(
      @PathParam("conversationId") String conversation, @Nullable AssociationJson body) {
    if (body == null) {
      throw new Invalid("body", "required", "The association is the request's body.");
    }
    if (conversation.isBlank() || conversation.length() > MAX_ID) {
      throw new Invalid(
          "conversationId", "too.long", "A conversation's id has 1 to 200 characters.");
    }
    if (body.conversationId() != null && !body.conversationId().equals(conversation)) {
      throw new Invalid(
          "conversationId", "invalid.value", "conversationId must be the one in the address.");
    }
    String contact = body.externalContactId();
    associations.associate(
        caller.scope(),
        conversation,
        channel(body.mediaType()),
        contact == null || contact.isBlank()
            ? null
            : ContactId.parse("externalContactId", contact));
    return Response.accepted().build();
  }

  private static Channel channel(@Nullable String mediaType) {
    if (mediaType == null) {
      return Channel.VOICE;
    }
    Channel channel = MEDIA.get(mediaType);
    if (channel == null) {
      throw new Invalid(
          "mediaType",
          "invalid.value",
          "mediaType is one of "
              + String.join(", ", MEDIA.keySet().stream().sorted().toList())
              + ".");
    }
    return channel;
  }
}
