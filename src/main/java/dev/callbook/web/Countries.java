package dev.callbook.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The countries of ISO 3166, named and sorted in the page's language.
@ApplicationScoped
public class Countries {
  private final Words words;

  Countries(Words words) {
    this.words = words;
  }

  /// @param chosen two letters; another text, as imports may bring, is offered as it is; empty for
  ///   none
  public List<Choice> choices(String chosen) {
    Locale language = words.locale();
    Comparator<Object> order = Collator.getInstance(language);
    List<Choice> choices = new ArrayList<>();
    List<String> codes = List.of(Locale.getISOCountries());
    if (!chosen.isEmpty() && !codes.contains(chosen)) {
      choices.add(new Choice(chosen, chosen, true));
    }
    Arrays.stream(Locale.getISOCountries())
        .map(code ->
            new Choice(code, Locale.of("", code).getDisplayCountry(language), code.equals(chosen)))
        .sorted((a, b) -> order.compare(a.name(), b.name()))
        .forEach(choices::add);
    return choices;
  }
}
