package dev.callbook.externalsource;

import dev.callbook.access.Scope;
import dev.callbook.directory.FilterMenus;
import dev.callbook.directory.ListFilter;
import dev.callbook.web.Choice;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.FilterMenu.Question;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The filter of lists by the other systems that know a record.
@ApplicationScoped
public class ExternalSourceFilter {
  private final ExternalSources sources;
  private final Words words;

  ExternalSourceFilter(ExternalSources sources, Words words) {
    this.sources = sources;
    this.words = words;
  }

  /// Empty where there is no other system.
  ///
  /// @param address the list with another filter
  public <T extends ListFilter<T>> Optional<FilterMenu> menu(
      Scope scope, T filter, Function<T, String> address) {
    List<String> chosen = filter.values(ListFilter.SOURCE);
    List<Choice> known =
        sources.inUse(scope).stream()
            .map(source -> {
              String id = source.id().toString();
              return new Choice(id, source.details().name(), chosen.contains(id));
            })
            .toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FilterMenus.menu(
                filter,
                address,
                Question.several(
                    words.of(WebMessages.class).externalSource(), ListFilter.SOURCE, known)));
  }
}
