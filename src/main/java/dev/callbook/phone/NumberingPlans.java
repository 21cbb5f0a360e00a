package dev.callbook.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.MetadataSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Every numbering plan, by calling code; each is compiled when first asked for.
final class NumberingPlans {
  private static final int LONGEST_CALLING_CODE = 3;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final MetadataSource data =
      DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();
  private final Set<Integer> callingCodes = Set.copyOf(library.getSupportedCallingCodes());
  private final AtomicReferenceArray<@Nullable NumberingPlan> compiled =
      new AtomicReferenceArray<>(1000);

  /// The plan that the first one to three digits name, or null; no calling code begins another.
  ///
  /// @param international country code and national number, digits only
  @Nullable NumberingPlan leadingIn(String international) {
    int code = 0;
    for (int i = 0; i < Math.min(LONGEST_CALLING_CODE, international.length()); i++) {
      code = code * 10 + international.charAt(i) - '0';
      if (code == 0) {
        return null;
      }
      if (callingCodes.contains(code)) {
        return of(code);
      }
    }
    return null;
  }

  NumberingPlan of(Region region) {
    return of(region.callingCode());
  }

  /// The plan of one calling code.
  ///
  /// @param callingCode one that libphonenumber knows
  NumberingPlan of(int callingCode) {
    NumberingPlan plan = compiled.get(callingCode);
    if (plan == null) {
      // Two threads may both compile it; the plans are equal, and either may stay.
      plan = new NumberingPlan(callingCode, regions(callingCode));
      compiled.set(callingCode, plan);
    }
    return plan;
  }

  private List<PhoneMetadata> regions(int callingCode) {
    return library.getRegionCodesForCountryCode(callingCode).stream()
        .map(code ->
            code.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)
                ? data.getMetadataForNonGeographicalRegion(callingCode)
                : data.getMetadataForRegion(code))
        .toList();
  }
}
