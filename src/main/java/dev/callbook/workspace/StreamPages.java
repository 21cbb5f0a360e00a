package dev.callbook.workspace;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.SignIn;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The live connection of a workspace tab. The one place where an answer is a stream: it holds no
/// thread while nothing happens.
@Path("/workspace/stream")
public class StreamPages {
  private static final long RETRY_MILLIS = 1_000;

  private final Tabs tabs;
  private final Caller caller;

  StreamPages(Tabs tabs, Caller caller) {
    this.tabs = tabs;
    this.caller = caller;
  }

  /// Server-sent events named `update`: the list and the panels that changed, as HTML. The first
  /// holds everything, so a tab that lost its connection only has to come back.
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking // Who asks is looked up in the database; the stream itself then needs no thread.
  @Requires(Permission.WORKSPACE_USE)
  public Multi<OutboundSseEvent> stream(
      @CookieParam(SignIn.COOKIE) @Nullable String session, @Context Sse sse) {
    return tabs.stream(caller.access(), Objects.requireNonNull(session), locale())
        .map(update ->
            switch (update) {
              case Update.Changed(String html) ->
                  sse.newEventBuilder()
                      .name("update")
                      .reconnectDelay(RETRY_MILLIS)
                      .data(html)
                      .build();
              case Update.Beat _ -> sse.newEventBuilder().comment("").build();
            });
  }

  /// The language every template of this request speaks.
  private static Object locale() {
    Object locale =
        WorkspaceTemplates.update(CallsView.of(List.of()), List.of())
            .getAttribute(MessageBundles.ATTRIBUTE_LOCALE);
    return locale == null ? Locale.ENGLISH : locale;
  }
}
