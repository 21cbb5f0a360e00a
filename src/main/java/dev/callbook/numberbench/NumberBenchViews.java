package dev.callbook.numberbench;

import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.lookup.CallerMatch;
import dev.callbook.lookup.Candidate;
import dev.callbook.lookup.Reason;
import dev.callbook.numberbench.NumberBenchView.Kept;
import dev.callbook.numberbench.NumberBenchView.Match;
import dev.callbook.numberbench.NumberBenchView.Result;
import dev.callbook.numberbench.NumberBenchView.Step;
import dev.callbook.numberbench.NumberBenchView.Verdict;
import dev.callbook.phone.Caller;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.Explanation;
import dev.callbook.phone.ParsedNumber;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A trial in words.
@ApplicationScoped
class NumberBenchViews {
  private final NumberBench bench;
  private final Contacts contacts;
  private final Words words;

  NumberBenchViews(NumberBench bench, Contacts contacts, Words words) {
    this.bench = bench;
    this.contacts = contacts;
    this.words = words;
  }

  /// @param viewer whom the viewer may see: an agent may see more
  Result result(Scope viewer, Trial trial) {
    Caller caller = trial.explanation().caller();
    String e164 = caller instanceof Caller.Telephone known ? known.number().e164().value() : "";
    String key = key(caller);
    return new Result(
        trial.explanation().steps().stream().map(this::step).toList(),
        e164,
        key,
        !e164.isEmpty() && !e164.equals(key),
        verdict(caller, trial.match()),
        matches(viewer, trial.match()),
        trial.reading().toNanos() / 1_000,
        trial.lookup().toNanos() / 1_000);
  }

  private static String key(Caller caller) {
    return switch (caller) {
      case Caller.Telephone known -> known.number().key().value();
      case Caller.Extension known -> known.number().key().value();
      case Caller.Address known -> known.address();
      case Caller.Withheld _, Caller.Unreadable _ -> "";
    };
  }

  private static Verdict verdict(Caller caller, CallerMatch match) {
    return switch (match) {
      case CallerMatch.Known _ -> Verdict.KNOWN;
      case CallerMatch.Ambiguous _ -> Verdict.SEVERAL;
      case CallerMatch.Withheld _ -> Verdict.NOT_LOOKED_UP;
      case CallerMatch.Unknown _ ->
          caller instanceof Caller.Unreadable ? Verdict.UNREADABLE : Verdict.NOBODY;
    };
  }

  private List<Match> matches(Scope viewer, CallerMatch match) {
    List<Candidate> found =
        switch (match) {
          case CallerMatch.Known known ->
              List.of(new Candidate(known.contact(), known.reason(), false));
          case CallerMatch.Ambiguous several -> several.candidates();
          case CallerMatch.Unknown _, CallerMatch.Withheld _ -> List.of();
        };
    Map<ContactId, Contact> visible =
        contacts.find(viewer, found.stream().map(c -> c.contact().id()).toList());
    return found.stream().map(c -> match(c, visible.containsKey(c.contact().id()))).toList();
  }

  private static Match match(Candidate candidate, boolean visible) {
    Reason reason = candidate.reason();
    return new Match(
        visible ? "/contacts/" + candidate.contact().id() : "",
        visible ? candidate.contact().details().fullName() : "",
        reason.tier().name(),
        reason.label(),
        candidate.pickedBefore());
  }

  private Step step(Explanation.Step step) {
    NumberBenchMessages say = words.of(NumberBenchMessages.class);
    return switch (step) {
      case Explanation.Step.Hidden _ -> new Step(say.stepHidden(), "", say.becameNothing(), true);
      case Explanation.Step.WithheldWord(String text) ->
          new Step(say.stepWithheldWord(), text, say.becameNothing(), true);
      case Explanation.Step.Uri(String scheme, String user) ->
          new Step(say.stepUri(scheme), user, "", true);
      case Explanation.Step.Letters(String text) ->
          new Step(say.stepLetters(), text, say.becameAddress(), true);
      case Explanation.Step.Digits number ->
          new Step(rules(number.rules()), number.text(), became(number.read()), number.taken());
    };
  }

  private String rules(List<DialPlan.Rule> rules) {
    NumberBenchMessages say = words.of(NumberBenchMessages.class);
    return rules.isEmpty()
        ? say.stepAsSent()
        : rules.stream()
            .map(rule ->
                switch (rule) {
                  case OUTSIDE_LINE -> say.ruleOutsideLine();
                  case INTERNATIONAL -> say.ruleInternational();
                  case NATIONAL -> say.ruleNational();
                  case WITHOUT_PLUS -> say.ruleWithoutPlus();
                })
            .collect(Collectors.joining(", "));
  }

  private String became(ParsedNumber read) {
    NumberBenchMessages say = words.of(NumberBenchMessages.class);
    return switch (read) {
      case ParsedNumber.Full full when full.valid() ->
          full.display()
              + full.extension().map(digits -> " " + say.withExtension(digits)).orElse("")
              + full.region()
                  .map(r -> ", " + Locale.of("", r.code()).getDisplayCountry(words.locale()))
                  .orElse("");
      case ParsedNumber.Full full -> full.doubt().orElse(full.display());
      case ParsedNumber.ShortCode code -> say.becameShort(code.digits());
      case ParsedNumber.Unparseable none -> none.reason();
    };
  }

  /// The kept numbers as these rules read them.
  List<Kept> kept(List<KeptNumber> numbers, DialPlan plan) {
    return numbers.stream()
        .map(number ->
            new Kept(
                number.id().toString(),
                number.sent(),
                inWords(number.expected()),
                inWords(bench.read(number.sent(), plan))))
        .toList();
  }

  private String inWords(Reading reading) {
    NumberBenchMessages say = words.of(NumberBenchMessages.class);
    if (reading.equals(Reading.WITHHELD)) {
      return say.readWithheld();
    }
    return reading.equals(Reading.UNREADABLE) ? say.readUnreadable() : reading.value();
  }
}
