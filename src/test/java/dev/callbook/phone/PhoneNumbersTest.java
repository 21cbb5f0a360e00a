package dev.callbook.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.phone.ParsedNumber.Full;
import dev.callbook.phone.ParsedNumber.ShortCode;
import dev.callbook.phone.ParsedNumber.Unparseable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
  private final PhoneNumbers numbers = new PhoneNumbers();

  private ParsedNumber parse(String typed, String region) {
    return numbers.parse(typed, new Region(region));
  }

  private Full full(String typed, String region) {
    return assertInstanceOf(Full.class, parse(typed, region));
  }

  private String e164(String typed, String region) {
    return full(typed, region).e164().value();
  }

  @Test
  void a_number_says_where_it_belongs_and_what_it_is() {
    Full madrid = full("+34 911-23.45/67", "US");

    assertEquals("+34911234567", madrid.e164().value());
    assertEquals("+34911234567", madrid.key().value());
    assertEquals("+34 911 23 45 67", madrid.display());
    assertEquals(Optional.of(new Region("ES")), madrid.region());
    assertEquals(NumberKind.FIXED_LINE, madrid.kind());
    assertEquals(Optional.empty(), madrid.extension());
    assertTrue(madrid.valid());
    assertFalse(madrid.ambiguous());
  }

  @Test
  void a_number_without_a_country_code_is_read_in_the_region() {
    assertEquals("+34911234567", e164("911 23 45 67", "ES"));
    assertEquals("+12025550123", e164("(202) 555-0123", "US"));
    assertEquals("+12025550123", e164("1-202-555-0123", "US"));
    assertEquals("+4915123456789", e164("0151 23456789", "DE"));
    assertEquals("+442079460958", e164("0044 20 7946 0958", "DE"));
    assertEquals("+442079460958", e164("011 44 20 7946 0958", "US"));
    assertEquals("+74951234567", e164("8 495 123-45-67", "RU"));
  }

  @Test
  void the_examples_of_the_public_api_come_out_as_there() {
    Full paris = full("+33 1 00 00 00 01", "US");
    assertEquals("+33100000001", paris.e164().value());
    assertEquals(Optional.of(new Region("FR")), paris.region());

    Full florida = full("+1 321-700-1243", "DE");
    assertEquals("+1 321-700-1243", florida.display());
    assertEquals(Optional.of(new Region("US")), florida.region());
  }

  @Test
  void a_mexican_mobile_with_its_former_1_is_stored_without_it() {
    Full mobile = full("+5215512345678", "US");

    assertEquals("+525512345678", mobile.e164().value());
    assertEquals("+52 55 1234 5678", mobile.display());
    assertTrue(mobile.valid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "044 55 1234 5678",
        "045 55 1234 5678",
        "01 55 1234 5678",
        "+52 01 55 1234 5678",
        "+52 1 55 1234 5678",
        "55 1234 5678"
      })
  void former_mexican_prefixes_are_dropped(String typed) {
    assertEquals("+525512345678", e164(typed, "MX"));
  }

  @Test
  void an_argentine_mobile_and_its_form_without_the_9_stay_two_numbers_with_one_key() {
    Full with = full("+5491123456789", "AR");
    Full without = full("+541123456789", "AR");

    assertEquals("+5491123456789", with.e164().value());
    assertEquals("+541123456789", without.e164().value());
    assertEquals(with.key(), without.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "011 15 2345 6789",
        "+54 11 15 2345-6789",
        "+54 9 11 15 2345 6789",
        "+54 9 11 2345 6789"
      })
  void the_15_of_an_argentine_mobile_becomes_its_9(String typed) {
    assertEquals("+5491123456789", e164(typed, "AR"));
  }

  @Test
  void a_brazilian_mobile_without_the_ninth_digit_has_the_key_of_the_one_with_it() {
    Full old = full("+551187654321", "BR");

    assertEquals("+551187654321", old.e164().value());
    assertEquals(full("+5511987654321", "BR").key(), old.key());
    assertEquals(
        Optional.of("Written as in former years: today it is +55 11 98765-4321."), old.doubt());
  }

  @Test
  void a_brazilian_fixed_line_is_no_mobile_without_its_9() {
    assertFalse(full("+551133334444", "BR").key().equals(full("+5511933334444", "BR").key()));
  }

  @Test
  void an_italian_fixed_line_keeps_its_zero() {
    assertEquals("+390612345678", e164("06 1234 5678", "IT"));
    assertEquals("+390612345678", e164("+39 (0)6 1234 5678", "IT"));

    assertEquals(
        Optional.of("A 0 seems to be missing: in Italy it stays after +39."),
        full("+39612345678", "IT").doubt());
  }

  @ParameterizedTest
  @CsvSource({
    "+49 (0)151 23456789, +4915123456789",
    "+49 0151 23456789, +4915123456789",
    "+44 0161 496 0000, +441614960000",
    "+44 (0)161 496 0000, +441614960000",
    "+33 (0) 1 23 45 67 89, +33123456789",
    "+7 8 495 123-45-67, +74951234567"
  })
  void a_trunk_prefix_after_the_country_code_is_dropped(String typed, String e164) {
    assertEquals(e164, e164(typed, "US"));
  }

  @Test
  void digits_that_begin_with_the_own_country_code_are_read_as_if_they_had_a_plus() {
    assertEquals("+4915123456789", e164("49 151 23456789", "DE"));
    assertFalse(full("49 151 23456789", "DE").ambiguous());
    assertEquals("+34911234567", e164("34911234567", "ES"));
    assertEquals("+4989123456", e164("4989123456", "DE"));
  }

  @Test
  void a_national_number_that_begins_like_the_country_code_stays_national() {
    assertEquals("+393931234567", e164("393 123 4567", "IT"));
    assertEquals("+4989123456", e164("089 123456", "DE"));
  }

  @Test
  void where_both_readings_are_numbers_and_no_prefix_decides_the_national_one_is_marked() {
    Full either = full("39 0612 3456", "IT");

    assertEquals("+393906123456", either.e164().value());
    assertTrue(either.ambiguous());
  }

  @Test
  void digits_that_are_no_number_at_home_are_read_as_one_from_abroad_and_marked() {
    for (String typed : new String[] {"0049 151 23456789", "49 151 23456789"}) {
      Full german = full(typed, "US");
      assertEquals("+4915123456789", german.e164().value());
      assertTrue(german.ambiguous());
    }
  }

  @Test
  void the_word_restricted_in_digits_is_a_number_of_texas_when_somebody_types_it() {
    assertEquals("+17378742833", e164("7378742833", "US"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "anonymous", "<unknown>", "n/a", "-", "+", "sip:ana@example.com"})
  void what_has_no_digits_is_no_number(String typed) {
    assertEquals(new Unparseable("", "There is no number in it."), parse(typed, "US"));
  }

  @Test
  void a_sip_user_that_is_an_extension_gets_the_extensions_key() {
    ShortCode extension = assertInstanceOf(ShortCode.class, parse("sip:201@host", "US"));
    assertEquals("short:US:201", extension.key().value());
  }

  @Test
  void vanity_numbers_are_dialled_by_their_letters() {
    assertEquals("+18003569377", e164("1-800-FLOWERS", "US"));
  }

  @Test
  void a_vanity_number_with_too_many_letters_is_not_cut() {
    Full tooLong = full("1-800-MICROSOFT", "US");

    assertEquals("+1800642767638", tooLong.e164().value());
    assertEquals(
        Optional.of("Too long for the United States: 10 digits follow +1, you typed 12."),
        tooLong.doubt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1 202 555 0123 ext. 45",
        "+1 202 555 0123 x45",
        "+1 202 555 0123;ext=45",
        "+1 202 555 0123,,45#",
        "tel:+1-202-555-0123;ext=45",
        "sip:+1-202-555-0123;ext=45@host;user=phone"
      })
  void an_extension_is_kept_apart(String typed) {
    Full number = full(typed, "DE");

    assertEquals("+12025550123", number.e164().value());
    assertEquals("+1 202-555-0123", number.display());
    assertEquals(Optional.of("45"), number.extension());
    assertEquals(full("+12025550123", "DE").key(), number.key());
  }

  @Test
  void a_slash_does_not_split_a_number() {
    assertEquals("+49301234567", e164("030/1234567", "DE"));
  }

  @ParameterizedTest
  @CsvSource({
    "112, DE, short:DE:112",
    "911, US, short:US:911",
    "72345, US, short:US:72345",
    "2001, DE, short:DE:2001",
    "241234, DE, short:DE:241234",
    "ext. 4512, US, short:US:4512"
  })
  void short_numbers_have_a_namespace_of_their_own(String typed, String region, String key) {
    assertEquals(key, assertInstanceOf(ShortCode.class, parse(typed, region)).key().value());
  }

  @Test
  void few_digits_are_a_full_number_where_no_more_are_needed() {
    assertEquals("+298201234", e164("201234", "FO"));
    assertEquals("+61131234", e164("13 12 34", "AU"));
  }

  @Test
  void international_freephone_belongs_to_no_region() {
    Full freephone = full("+800 1234 5678", "US");

    assertEquals("+80012345678", freephone.e164().value());
    assertEquals("+800 1234 5678", freephone.display());
    assertEquals(Optional.empty(), freephone.region());
    assertEquals(NumberKind.TOLL_FREE, freephone.kind());
  }

  @Test
  void digits_of_other_scripts_count() {
    assertEquals("+201001234567", e164("٠١٠٠١٢٣٤٥٦٧", "EG"));
    assertEquals("+12025550123", e164("＋１（２０２）５５５－０１２３", "DE"));
    assertEquals("+919876543210", e164("+९१ ९८७६५ ४३२१०", "US"));
  }

  @Test
  void invisible_characters_that_address_books_paste_are_skipped() {
    assertEquals("+34911234567", e164("\u202A+34\u00A0911\u200B234567\u202C", "US"));
    assertEquals("+34911234567", e164("\uFEFF911 234 567", "ES"));
  }

  @ParameterizedTest
  @CsvSource({
    "tel:+34-911-23-45-67, +34911234567",
    "TEL:%2B34911234567, +34911234567",
    "sip:+34911234567@host;user=phone, +34911234567",
    "'\"Ana\" <sip:+34911234567@192.0.2.1:5060;transport=udp>', +34911234567",
    "sips:0034911234567@host, +34911234567",
    "whatsapp:+34911234567, +34911234567",
    "tel:911234567;phone-context=+34, +34911234567",
    "tel:0151-23456789;phone-context=+49, +4915123456789",
    "sip:911234567;phone-context=+34@host;user=phone, +34911234567"
  })
  void uris_are_read_by_their_number(String typed, String e164) {
    assertEquals(e164, e164(typed, "FR"));
  }

  @Test
  void a_local_number_in_a_domain_is_an_extension() {
    assertEquals(
        "short:US:7042",
        assertInstanceOf(ShortCode.class, parse("tel:7042;phone-context=example.com", "US"))
            .key()
            .value());
  }

  @Test
  void a_context_that_makes_no_number_tells_the_country() {
    assertEquals(
        "short:US:911",
        assertInstanceOf(ShortCode.class, parse("tel:911;phone-context=+1", "ES")).key().value());
  }

  @Test
  void a_remark_behind_a_number_is_not_dialled() {
    assertEquals("+12025550123", e164("202.555.0123 (home)", "US"));
    assertEquals("+4930123456", e164("Tel. 030 123456 privat", "DE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+34 9112345|ES|Too short for Spain: 9 digits follow +34, you typed 7.",
        "+34 91123456789|ES|Too long for Spain: 9 digits follow +34, you typed 11.",
        "555 1234|US|The area code is missing: 10 digits follow +1, you typed 7.",
        "+34 111 111 111|US|No number in Spain begins like this.",
        "+353 1 2345|US|The area code is missing: 7 to 10 digits follow +353, you typed 5.",
        "+800 1234|US|Too short for +800: 8 digits follow +800, you typed 4.",
        "+65 6123 45678|US|Not a length that numbers in Singapore have: 8, 10 or 11 digits follow +65, you typed 9."
      })
  void a_number_that_does_not_fit_its_plan_is_kept_with_the_reason_in_words(
      String typed, String region, String doubt) {
    Full number = full(typed, region);

    assertEquals(Optional.of(doubt), number.doubt());
    assertEquals(NumberKind.UNKNOWN, number.kind());
    assertFalse(number.valid());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+34 91|3491|Too short for Spain: 9 digits follow +34, you typed 2.",
        "+34|34|Too short for Spain: 9 digits follow +34, you typed 0.",
        "+43 1 23456 78901234|4312345678901234|Too long for Austria: 4 to 13 digits follow +43, you typed 14.",
        "+999 123 456 78|99912345678|No country code begins like +999.",
        "+0 123|0123|No country code begins like +012.",
        "5|5|Too short for the United States: 10 digits follow +1, you typed 1.",
        "(202) 555-0123 / (202) 555-0199|20255501232025550199|Too long: a telephone number has at most 15 digits, you typed 20."
      })
  void what_cannot_be_a_number_says_why(String typed, String digits, String reason) {
    assertEquals(new Unparseable(digits, reason), parse(typed, "US"));
  }

  @Test
  void a_very_long_text_is_refused_at_once() {
    Unparseable refused = assertInstanceOf(Unparseable.class, parse("x1".repeat(50_000), "US"));
    assertEquals(
        "Too long: a telephone number has at most 15 digits, you typed 50000.", refused.reason());
  }

  @Test
  void many_threads_read_the_same_as_one() {
    PhoneNumbers cold = new PhoneNumbers();
    List<String> typed =
        IntStream.range(0, 20_000)
            .mapToObj(
                i -> "+" + (10 + i % 90) + (2_000_000_000L + i * 7919L) + (i % 3 == 0 ? " x9" : ""))
            .toList();
    List<ParsedNumber> alone = typed.stream().map(text -> parse(text, "US")).toList();

    assertEquals(
        alone, typed.parallelStream().map(text -> cold.parse(text, new Region("US"))).toList());
  }
}
