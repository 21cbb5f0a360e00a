package dev.callbook.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The resolver that templates ask when all others gave up: it notes what for.
@ApplicationScoped
class LastResort implements ValueResolver {
  private static final int LAST = -1_000;

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  void install(@Observes EngineBuilder engine) {
    engine.addValueResolver(this);
  }

  /// What it was asked since it was asked this last.
  String asked() {
    String all = String.join(" ", asked);
    asked.clear();
    return all;
  }

  @Override
  public int getPriority() {
    return LAST;
  }

  @Override
  public boolean appliesTo(EvalContext name) {
    asked.add(name.getName());
    return false;
  }

  @Override
  public CompletionStage<Object> resolve(EvalContext name) {
    return CompletedStage.ofNull();
  }
}
