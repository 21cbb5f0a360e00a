package dev.callbook.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.phone.ParsedNumber.Full;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Properties over many made-up numbers; the seed is fixed, so a failure can be repeated.
class LookupKeyTest {
  private static final int SAMPLES = 2_000;
  private final PhoneNumbers numbers = new PhoneNumbers();

  private LookupKey key(String typed, String region) {
    return assertInstanceOf(Full.class, numbers.parse(typed, new Region(region)), typed).key();
  }

  private static Stream<Random> random() {
    return Stream.of(new Random(20261123));
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  @ParameterizedTest
  @MethodSource("random")
  void every_form_of_a_mexican_number_has_one_key(Random random) {
    for (int i = 0; i < SAMPLES; i++) {
      String ten = List.of("55", "33", "81").get(random.nextInt(3)) + "1" + digits(random, 7);
      LookupKey key = key("+52" + ten, "MX");

      assertEquals(key, key("+521" + ten, "US"));
      assertEquals(key, key("521" + ten, "MX"));
      assertEquals(key, key("52" + ten, "MX"));
      assertEquals(key, key(ten, "MX"));
      assertEquals(key, key("044" + ten, "MX"));
      assertEquals(key, key("01" + ten, "MX"));
    }
  }

  @ParameterizedTest
  @MethodSource("random")
  void every_form_of_an_argentine_mobile_has_one_key(Random random) {
    for (int i = 0; i < SAMPLES; i++) {
      String subscriber = "" + (2 + random.nextInt(4)) + digits(random, 7);
      LookupKey key = key("+54911" + subscriber, "AR");

      assertEquals(key, key("+5411" + subscriber, "US"));
      assertEquals(key, key("+541115" + subscriber, "US"));
      assertEquals(key, key("+5491115" + subscriber, "US"));
      assertEquals(key, key("011 15 " + subscriber, "AR"));
      assertEquals(key, key("54911" + subscriber, "AR"));
    }
  }

  @ParameterizedTest
  @MethodSource("random")
  void every_form_of_a_brazilian_mobile_has_one_key(Random random) {
    for (int i = 0; i < SAMPLES; i++) {
      String area = List.of("11", "21", "31", "85").get(random.nextInt(4));
      String eight = List.of("6", "71", "76", "8", "9").get(random.nextInt(5));
      eight += digits(random, 8 - eight.length());
      LookupKey key = key("+55" + area + "9" + eight, "BR");

      assertEquals(key, key("+55" + area + eight, "US"));
      assertEquals(key, key("0" + area + "9" + eight, "BR"));
      assertEquals(key, key("(" + area + ") 9" + eight, "BR"));
      assertEquals(key, key("55" + area + "9" + eight, "BR"));
      assertEquals(key, key("55" + area + eight, "BR"));
    }
  }

  @ParameterizedTest
  @MethodSource("random")
  void a_brazilian_fixed_line_or_radio_telephone_never_shares_a_key_with_a_mobile(Random random) {
    for (int i = 0; i < SAMPLES; i++) {
      String first = List.of("2", "3", "4", "5", "70", "77", "78", "79").get(random.nextInt(8));
      String eight = first + digits(random, 8 - first.length());

      assertNotEquals(
          LookupKey.of(new E164("+5511" + eight)), LookupKey.of(new E164("+55119" + eight)));
    }
  }

  /// Whatever is no alias must keep its own key: two numbers meet in one key only as a known pair.
  @ParameterizedTest
  @ValueSource(strings = {"+52", "+54", "+55", "+1", "+49", "+525", "+549", "+5511"})
  void unrelated_numbers_never_share_a_key(String prefix) {
    Random random = new Random(7);
    Map<LookupKey, String> seen = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      String number = prefix + (1 + random.nextInt(9)) + digits(random, 6 + random.nextInt(6));
      if (E164.fits(number)) {
        String other = seen.putIfAbsent(LookupKey.of(new E164(number)), number);
        assertTrue(
            other == null || other.equals(number) || isKnownPair(other, number),
            () -> other + " " + number);
      }
    }
  }

  /// Told apart from the code under test: one of the two has exactly one digit more, and it is the
  /// country's own.
  private static boolean isKnownPair(String a, String b) {
    String longer = a.length() > b.length() ? a : b;
    String shorter = a.length() > b.length() ? b : a;
    return switch (longer.substring(0, 3)) {
      case "+52" -> longer.matches("\\+521\\d{10}") && shorter.equals("+52" + longer.substring(4));
      case "+54" -> longer.matches("\\+549\\d{10}") && shorter.equals("+54" + longer.substring(4));
      case "+55" ->
          longer.matches("\\+55\\d\\d9([689]|7[1-6])\\d*")
              && longer.length() == 14
              && shorter.equals(longer.substring(0, 5) + longer.substring(6));
      default -> false;
    };
  }

  @Test
  void a_key_of_a_key_is_itself() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      String number = "+5" + (2 + random.nextInt(4)) + "1" + digits(random, 9 + random.nextInt(3));
      LookupKey key = LookupKey.of(new E164(number));
      assertEquals(key, LookupKey.of(new E164(key.value())));
    }
  }

  @Test
  void a_short_number_never_has_the_key_of_a_full_one_or_of_another_country() {
    LookupKey german = LookupKey.ofShort(new Region("DE"), "11833");
    assertEquals("short:DE:11833", german.value());
    assertNotEquals(german, LookupKey.ofShort(new Region("AT"), "11833"));
    for (String digits : Set.of("1", "1234567", "12a", "")) {
      assertThrows(
          IllegalArgumentException.class, () -> LookupKey.ofShort(new Region("DE"), digits));
    }
  }
}
