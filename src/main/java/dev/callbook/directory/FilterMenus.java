package dev.callbook.directory;

import dev.callbook.access.Scope;
import dev.callbook.web.Choice;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.FilterMenu.Question;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/// The filters of a list as people see them. In each, `address` says where the list with another
/// filter is.
@ApplicationScoped
public class FilterMenus {
  private final Words words;

  FilterMenus(Words words) {
    this.words = words;
  }

  /// A menu with one question. @param question of the filter's own name
  public static <T extends ListFilter<T>> FilterMenu menu(
      T filter, Function<T, String> address, Question question) {
    return FilterMenu.of(
        question.legend(), address.apply(filter.without(question.name())), question);
  }

  /// What is or is not so.
  ///
  /// @param yes what it says of a record of which it is so
  public <T extends ListFilter<T>> FilterMenu flag(
      T filter, Function<T, String> address, String name, String title, String yes, String no) {
    return menu(filter, address, flag(filter, name, title, yes, no));
  }

  /// As [#flag], one of several questions of a menu.
  public Question flag(ListFilter<?> filter, String name, String title, String yes, String no) {
    List<String> chosen = filter.values(name);
    return Question.one(
        title,
        name,
        List.of(
            new Choice("", words.of(WebMessages.class).eitherWay(), chosen.isEmpty()),
            new Choice(ListFilter.YES, yes, chosen.contains(ListFilter.YES)),
            new Choice(ListFilter.NO, no, chosen.contains(ListFilter.NO))));
  }

  /// The divisions that the person may see.
  public List<Choice> divisions(Scope scope, ListFilter<?> filter) {
    List<String> chosen = filter.values(ListFilter.DIVISION);
    return scope.divisions().stream()
        .map(division ->
            new Choice(
                division.wireId(), words.nameOf(division), chosen.contains(division.wireId())))
        .toList();
  }
}
