package dev.callbook.web;

import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/// What was refused, in the language of the page being made. A form that knows its fields better
/// than this says so itself.
@ApplicationScoped
public class RefusalWords {
  private final Words words;

  RefusalWords(Words words) {
    this.words = words;
  }

  /// What is wrong with one field, in a sentence that says what would be right.
  public String of(FieldError error) {
    return sentence(error.problem(), words.of(RefusalMessages.class), words.locale());
  }

  /// What is wrong, a sentence for each field, each once; empty where the kind of refusal says all.
  public List<String> of(Refusal refusal) {
    if (refusal instanceof Refusal.Superseded) {
      return List.of(words.of(RefusalMessages.class).superseded());
    }
    List<FieldError> errors =
        switch (refusal) {
          case Refusal.Invalid invalid -> invalid.errors();
          case Refusal.Conflict conflict -> List.of(conflict.error());
          case Refusal.NotFound _,
              Refusal.Outdated _,
              Refusal.Superseded _,
              Refusal.TooMany _,
              Refusal.TooFast _,
              Refusal.Forbidden _,
              Refusal.Unauthenticated _ ->
              List.of();
        };
    return errors.stream().map(this::of).distinct().toList();
  }

  static String sentence(Problem problem, RefusalMessages say, Locale language) {
    return switch (problem) {
      case Problem.Missing _ -> say.missing();
      case Problem.TooLong(int most, int sent) -> say.tooLong(most, sent);
      case Problem.TooMany(int most) -> say.tooMany(most);
      case Problem.TooShort(int least) -> say.tooShort(least);
      case Problem.TooFew(int least) -> say.tooFew(least);
      case Problem.Repeated _ -> say.repeated();
      case Problem.NoOption _ -> say.noOption();
      case Problem.Disabled _ -> say.disabled();
      case Problem.NoDate _ -> say.noDate();
      case Problem.NoTime _ -> say.noTime();
      case Problem.NoSuchNumber _ -> say.noSuchNumber();
      case Problem.NoEmailAddress _ -> say.noEmailAddress();
      case Problem.NoWebAddress _ -> say.noWebAddress();
      case Problem.NoDigits _ -> say.noDigits();
      case Problem.NoCountry _ -> say.noCountry();
      case Problem.NoScreenName _ -> say.noScreenName();
      case Problem.NoCount _ -> say.noCount();
      case Problem.OutOfRange(int least, int most) -> say.outOfRange(least, most);
      case Problem.Unknown _ -> say.unknown();
      case Problem.NotYours _ -> say.notYours();
      case Problem.Fixed _ -> say.fixed();
      case Problem.Taken _ -> say.taken();
      case Problem.NotRegistered _ -> say.notRegistered();
      case Problem.Impossible _ -> say.impossible();
      case Problem.Unreadable _ -> say.unreadable();
      case Problem.Said(var said) -> said.in(language);
    };
  }
}
