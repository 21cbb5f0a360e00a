package dev.callbook.workspace;

import dev.callbook.access.Access;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Scope;
import dev.callbook.interaction.Interaction;
import dev.callbook.interaction.Interactions;
import dev.callbook.interaction.Parties;
import dev.callbook.interaction.Party;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what an agent's screen shows. Nobody's screen shows what its agent may not see.
@ApplicationScoped
class Screens {
  /// More than anybody works on at once; what is older waits until something is finished.
  private static final int MAX_OPEN = 12;

  /// One agent's screen at one moment.
  record Screen(CallsView calls, List<PanelView> panels) {}

  private final Interactions interactions;
  private final Parties parties;
  private final Panels panels;

  Screens(Interactions interactions, Parties parties, Panels panels) {
    this.interactions = interactions;
    this.parties = parties;
    this.panels = panels;
  }

  /// @param wanted the interactions whose panels are wanted; null for all
  Screen read(Access access, @Nullable Set<UUID> wanted) {
    Scope mine = access.scope(Permission.WORKSPACE_USE, Origin.PAGE);
    UUID agent = Objects.requireNonNull(access.actor().idOrNull());
    List<CallView> calls = new ArrayList<>();
    List<PanelView> shown = new ArrayList<>();
    for (Interaction interaction : interactions.open(mine, agent, MAX_OPEN)) {
      Party party = party(access, interaction);
      CallView call = panels.call(access, interaction, party);
      calls.add(call);
      if (wanted == null || wanted.contains(interaction.id())) {
        shown.add(panels.panel(access, interaction, party, call));
      }
    }
    return new Screen(CallsView.of(calls), shown);
  }

  /// @throws dev.callbook.wire.Refusal.NotFound unless it is the agent's own
  PanelView panel(Access access, UUID id) {
    Scope mine = access.scope(Permission.WORKSPACE_USE, Origin.PAGE);
    UUID agent = Objects.requireNonNull(access.actor().idOrNull());
    Interaction interaction = interactions.get(mine, agent, id);
    Party party = party(access, interaction);
    return panels.panel(access, interaction, party, panels.call(access, interaction, party));
  }

  private Party party(Access access, Interaction interaction) {
    if (interaction.caller().isWithheld() && interaction.association().contact() == null) {
      return new Party.Withheld();
    }
    return access.may(Permission.CONTACT_VIEW)
        ? parties.of(access.scope(Permission.CONTACT_VIEW, Origin.PAGE), interaction)
        : new Party.Nobody();
  }
}
