package dev.callbook.directory;

import dev.callbook.access.Scope;
import dev.callbook.change.Changes;
import dev.callbook.change.Changes.Step;
import dev.callbook.change.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// The settings of an organization's directory.
@ApplicationScoped
public class DirectoryChoices {
  private final DirectorySettingStore store;
  private final Changes changes;

  DirectoryChoices(DirectorySettingStore store, Changes changes) {
    this.store = store;
    this.changes = changes;
  }

  /// What was chosen, else the defaults: neither.
  public DirectorySettings get(Scope scope) {
    return store.find(scope).orElse(DirectorySettings.DEFAULT);
  }

  @Transactional
  public void put(Scope scope, DirectorySettings chosen) {
    DirectorySettings before = get(scope);
    store.put(scope, chosen);
    record(scope, before, chosen);
  }

  /// Back to the defaults.
  @Transactional
  public void reset(Scope scope) {
    DirectorySettings before = get(scope);
    store.remove(scope);
    record(scope, before, DirectorySettings.DEFAULT);
  }

  private void record(Scope scope, DirectorySettings before, DirectorySettings after) {
    changes.record(
        scope, List.of(new Step(Subject.SETTING, scope.orgKey(), null, 1, before, after)));
  }
}
