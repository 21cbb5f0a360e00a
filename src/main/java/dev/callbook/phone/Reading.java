package dev.callbook.phone;

import dev.callbook.phone.NumberingPlan.Verdict;
import dev.callbook.phone.ParsedNumber.Full;
import dev.callbook.phone.ParsedNumber.Unparseable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One way to understand what was typed: a plan and what follows its calling code. Not yet judged.
record Reading(NumberingPlan plan, String national, Optional<String> extension) {
  Reading(NumberingPlan plan, String national) {
    this(plan, national, Optional.empty());
  }

  /// Takes digits that begin with the plan's calling code.
  static Reading ofInternational(NumberingPlan plan, String digits) {
    return new Reading(plan, digits.substring(plan.codeLength()));
  }

  /// The number; null if the plan has no such one.
  @Nullable Full ifValid() {
    Verdict verdict = plan.judge(national);
    return verdict.valid() && E164.fits(e164()) ? full(verdict, Optional.empty()) : null;
  }

  /// The number, with a doubt if the plan has no such one.
  ///
  /// @param digits all that was typed, for the answer if this is no number at all
  /// @param near where it was expected
  ParsedNumber evenIfDoubtful(String digits, Region near) {
    Verdict verdict = plan.judge(national);
    if (E164.fits(e164())) {
      return full(
          verdict,
          verdict.valid() ? Optional.empty() : Optional.of(Doubts.of(plan, national, near)));
    }
    return new Unparseable(digits, Doubts.of(plan, national, near));
  }

  /// Whether numbers of the plan, with or without an area code, can have this many digits.
  boolean fitsLength() {
    return plan.lengths().contains(national.length())
        || plan.localLengths().contains(national.length());
  }

  private String e164() {
    return "+" + plan.callingCode() + national;
  }

  private Full full(Verdict verdict, Optional<String> doubt) {
    E164 number = new E164(e164());
    return new Full(
        number,
        LookupKey.of(number),
        plan.spell(national),
        Optional.ofNullable(verdict.region() == null ? plan.mainRegion() : verdict.region()),
        extension,
        verdict.kind(),
        false,
        doubt);
  }
}
