package dev.callbook.phone;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import dev.callbook.phone.NumberingPlan.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One region's part of a numbering plan.
final class RegionalPlan {
  private record Range(NumberKind kind, BitSet lengths, Pattern pattern) {
    boolean contains(String national) {
      return (lengths.isEmpty() || lengths.get(national.length()))
          && pattern.matcher(national).matches();
    }
  }

  private final @Nullable Region region;
  private final @Nullable Pattern leading;
  private final String trunkPrefix;
  private final @Nullable Range all;

  /// In the order in which they are asked; the first that contains a number names its kind.
  private final List<Range> ranges = new ArrayList<>();

  RegionalPlan(PhoneMetadata data) {
    region = Region.find(data.getId()).orElse(null);
    leading = data.hasLeadingDigits() ? Pattern.compile(data.getLeadingDigits()) : null;
    trunkPrefix = data.getNationalPrefix();
    all = range(NumberKind.UNKNOWN, data.getGeneralDesc());
    add(NumberKind.PREMIUM_RATE, data.getPremiumRate());
    add(NumberKind.TOLL_FREE, data.getTollFree());
    add(NumberKind.SHARED_COST, data.getSharedCost());
    add(NumberKind.VOIP, data.getVoip());
    add(NumberKind.PERSONAL, data.getPersonalNumber());
    add(NumberKind.PAGER, data.getPager());
    add(NumberKind.COMPANY, data.getUan());
    add(NumberKind.VOICEMAIL, data.getVoicemail());
    if (data.getSameMobileAndFixedLinePattern()) {
      add(NumberKind.FIXED_LINE_OR_MOBILE, data.getFixedLine());
    } else {
      add(NumberKind.FIXED_LINE, data.getFixedLine());
      add(NumberKind.MOBILE, data.getMobile());
    }
  }

  private void add(NumberKind kind, PhoneNumberDesc description) {
    Range range = range(kind, description);
    if (range != null) {
      ranges.add(range);
    }
  }

  private static @Nullable Range range(NumberKind kind, PhoneNumberDesc description) {
    if (!description.hasNationalNumberPattern()) {
      return null;
    }
    BitSet lengths = new BitSet();
    // -1 alone says that the region has no numbers of the kind.
    description.getPossibleLengthList().stream().filter(n -> n > 0).forEach(lengths::set);
    boolean none = description.getPossibleLengthCount() > 0 && lengths.isEmpty();
    return none
        ? null
        : new Range(kind, lengths, Pattern.compile(description.getNationalNumberPattern()));
  }

  @Nullable Region region() {
    return region;
  }

  String trunkPrefix() {
    return trunkPrefix;
  }

  /// Whether a number of a calling code that several regions share is this region's.
  boolean claims(String national) {
    return leading != null
        ? leading.matcher(national).lookingAt()
        : kindOf(national) != NumberKind.UNKNOWN;
  }

  Verdict judge(String national) {
    return new Verdict(region, kindOf(national));
  }

  NumberKind kindOf(String national) {
    if (all == null || !all.contains(national)) {
      return NumberKind.UNKNOWN;
    }
    for (Range range : ranges) {
      if (range.contains(national)) {
        return range.kind() == NumberKind.FIXED_LINE && isMobileToo(national)
            ? NumberKind.FIXED_LINE_OR_MOBILE
            : range.kind();
      }
    }
    return NumberKind.UNKNOWN;
  }

  private boolean isMobileToo(String national) {
    Range last = ranges.getLast();
    return last.kind() == NumberKind.MOBILE && last.contains(national);
  }
}
