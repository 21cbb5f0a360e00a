package dev.callbook.workspace;

import dev.callbook.access.Access;
import dev.callbook.workspace.Screens.Screen;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Renders what tabs are sent: read once for all tabs of an agent, rendered once for each language
/// among them.
@ApplicationScoped
class LivePages {
  private final Screens screens;

  LivePages(Screens screens) {
    this.screens = screens;
  }

  /// @param wanted the interactions that changed; null for all
  void send(Access access, Collection<Tab> tabs, @Nullable Set<UUID> wanted) {
    Screen screen = screens.read(access, wanted);
    Map<Object, Update> byLocale = new HashMap<>();
    for (Tab tab : tabs) {
      tab.emitter().emit(byLocale.computeIfAbsent(tab.locale(), locale -> render(screen, locale)));
    }
  }

  private static Update render(Screen screen, Object locale) {
    return new Update.Changed(
        WorkspaceTemplates.update(screen.calls(), screen.panels())
            .setAttribute(MessageBundles.ATTRIBUTE_LOCALE, locale)
            .render());
  }
}
