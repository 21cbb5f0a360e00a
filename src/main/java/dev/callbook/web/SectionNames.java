package dev.callbook.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Finds bare names of templates, such as `view`, where they are: in a loop, in the tag around it,
/// or in the page.
///
/// Qute does so too, but asks the resolvers of all view types, some hundreds, at every step
/// outwards and before each default of a tag's parameter. For a list of 50 rows that was three
/// quarters of the time of its page.
@ApplicationScoped
class SectionNames implements ValueResolver {
  private static final int FIRST = 1_000;

  private static final Pattern WITH_DEFAULT = Pattern.compile("\\{@[^}\\s]+ (\\w+)=");

  /// What one tag or another may be called without.
  private final Set<String> optional = ConcurrentHashMap.newKeySet();

  void install(@Observes EngineBuilder engine) {
    engine.addValueResolver(this).addParserHook(template -> template.addContentFilter(this::learn));
  }

  private String learn(String template) {
    WITH_DEFAULT.matcher(template).results().forEach(found -> optional.add(found.group(1)));
    return template;
  }

  @Override
  public int getPriority() {
    return FIRST;
  }

  @Override
  public boolean appliesTo(EvalContext name) {
    return name.getBase() instanceof Mapper
        && name.getParams().isEmpty()
        && name.getBase().equals(name.resolutionContext().getData());
  }

  @Override
  public CompletionStage<Object> resolve(EvalContext name) {
    String wanted = name.getName();
    for (ResolutionContext place = name.resolutionContext();
        place != null && place.getData() instanceof Mapper names;
        place = place.getParent()) {
      if (names.appliesTo(wanted)) {
        CompletionStage<Object> found = names.getAsync(wanted);
        if (!(found instanceof CompletedStage<Object> known
            && (known.isFailure() || Results.isNotFound(known.get())))) {
          return found;
        }
      }
    }
    // Null is what a parameter's default stands for.
    return optional.contains(wanted) ? Results.NULL : Results.notFound(name);
  }
}
