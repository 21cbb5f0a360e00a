package dev.callbook.csvimport;

import dev.callbook.contact.ContactPhone;
import dev.callbook.csvimport.RowDraft.PhoneSlot;
import dev.callbook.csvimport.reading.ImportField;
import dev.callbook.directory.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What becomes of a contact's numbers by a row. Safe for many threads.
final class PhoneMerge {
  /// The columns that speak of one number.
  private record PhoneFields(ImportField number, ImportField extension, ImportField sms) {}

  private static final Map<String, PhoneFields> PHONES =
      Map.of(
          "work",
          new PhoneFields(
              ImportField.WORK_PHONE, ImportField.WORK_PHONE_EXTENSION, ImportField.WORK_PHONE_SMS),
          "cell",
          new PhoneFields(
              ImportField.CELL_PHONE, ImportField.CELL_PHONE_EXTENSION, ImportField.CELL_PHONE_SMS),
          "home",
          new PhoneFields(
              ImportField.HOME_PHONE, ImportField.HOME_PHONE_EXTENSION, ImportField.HOME_PHONE_SMS),
          "other",
          new PhoneFields(
              ImportField.OTHER_PHONE,
              ImportField.OTHER_PHONE_EXTENSION,
              ImportField.OTHER_PHONE_SMS));
  private final Winners winners;

  PhoneMerge(Winners winners) {
    this.winners = winners;
  }

  List<ContactPhone> merge(List<ContactPhone> stored, RowDraft draft) {
    List<ContactPhone> merged = new ArrayList<>(stored);
    for (int i = 0; i < draft.phoneSlots().size(); i++) {
      PhoneSlot slot = draft.phoneSlots().get(i);
      ContactPhone said = draft.details().phones().get(i);
      PhoneWinners wins = phoneWinners(said.label(), slot.nth());
      int place = place(merged, ContactPhone::label, said.label(), slot.nth());
      if (place >= 0) {
        PhoneNumber old = merged.get(place).number();
        merged.set(place, new ContactPhone(said.label(), wins.of(old, said.number(), slot)));
      } else if (wins.number().overrules(false)) {
        merged.add(new ContactPhone(said.label(), wins.anew(said.number())));
      }
    }
    return List.copyOf(merged);
  }

  private PhoneWinners phoneWinners(String label, int nth) {
    PhoneFields fields = Objects.requireNonNull(PHONES.get(label));
    return new PhoneWinners(
        winners.of(fields.number(), nth),
        winners.of(fields.extension(), nth),
        winners.of(fields.sms(), nth));
  }

  /// What counts of a number, its extension, and whether agents may send SMS to it.
  private record PhoneWinners(Winner number, Winner extension, Winner sms) {
    /// The same number typed otherwise is no change; what the row does not say about it stays.
    /// Another number starts with SMS off.
    PhoneNumber of(PhoneNumber old, PhoneNumber said, PhoneSlot slot) {
      boolean same =
          said.e164() == null
              ? old.userInput().equals(said.userInput())
              : said.e164().equals(old.e164());
      if (!same) {
        return number.overrules(true) ? anew(said) : old;
      }
      // A number always says whether it takes SMS: there is no gap to fill.
      boolean acceptsSms = sms.pick(slot.acceptsSms(), Boolean.valueOf(old.acceptsSms()));
      String extensionNow = extension.pick(said.extension(), old.extension());
      return acceptsSms == old.acceptsSms() && Objects.equals(extensionNow, old.extension())
          ? old
          : with(old, extensionNow, acceptsSms);
    }

    /// A number that the contact had not, with what its row may say about it.
    PhoneNumber anew(PhoneNumber said) {
      return extension.overrules(false) && sms.overrules(false)
          ? said
          : with(
              said,
              extension.overrules(false) ? said.extension() : null,
              sms.overrules(false) && said.acceptsSms());
    }

    private static PhoneNumber with(
        PhoneNumber number, @Nullable String extension, boolean acceptsSms) {
      return new PhoneNumber(
          number.userInput(),
          number.display(),
          number.e164(),
          extension,
          number.countryCode(),
          number.region(),
          acceptsSms,
          number.lookupKey(),
          number.digits());
    }
  }

  /// Where the nth of its label stands; -1 where there are fewer.
  static <T> int place(List<T> items, Function<T, String> label, String wanted, int nth) {
    int seen = 0;
    for (int i = 0; i < items.size(); i++) {
      if (label.apply(items.get(i)).equals(wanted) && seen++ == nth) {
        return i;
      }
    }
    return -1;
  }
}
