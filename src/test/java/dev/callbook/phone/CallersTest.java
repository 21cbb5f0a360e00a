package dev.callbook.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.callbook.phone.Caller.Withheld;
import dev.callbook.phone.Caller.Withheld.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {
  private static final DialPlan US = DialPlan.of(new Region("US"));
  private static final DialPlan DE = DialPlan.of(new Region("DE"));
  private final Callers callers = new Callers(new PhoneNumbers());

  private Caller identify(String sent) {
    return callers.identify(sent, Presentation.ALLOWED, US);
  }

  private String number(String sent, DialPlan plan) {
    Caller caller = callers.identify(sent, Presentation.ALLOWED, plan);
    return assertInstanceOf(Caller.Telephone.class, caller).number().e164().value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous",
        "Anonymous",
        " ANONYMOUS ",
        "restricted",
        "Private",
        "withheld",
        "sip:anonymous@anonymous.invalid",
        "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
        "sip:+34911234567@anonymous.invalid",
        "sip:restricted@192.0.2.1",
        "anonymous@anonymous.invalid",
        "+266696687",
        "266696687",
        "+7378742833",
        "7378742833",
        "+2562533"
      })
  void a_caller_who_asked_to_stay_unknown_is_withheld(String sent) {
    assertEquals(new Withheld(Reason.HIDDEN), identify(sent));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "  ",
        "<unknown>",
        "unknown",
        "Unavailable",
        "asterisk",
        "+8656696",
        "+86282452253",
        "sip:@host"
      })
  void a_source_without_a_number_is_withheld(String sent) {
    assertEquals(new Withheld(Reason.NOT_SENT), identify(sent));
  }

  @ParameterizedTest
  @EnumSource(
      value = Presentation.class,
      names = {"WITHHELD", "UNAVAILABLE"})
  void the_flag_wins_over_a_number_that_is_there(Presentation presentation) {
    assertInstanceOf(Withheld.class, callers.identify("+34911234567", presentation, US));
  }

  @ParameterizedTest
  @CsvSource({
    "+34911234567, +34911234567",
    "2025550123, +12025550123",
    "tel:+34911234567;verstat=TN-Validation-Passed, +34911234567",
    "sip:%2B34911234567@host, +34911234567",
    "sip:12025550123@host;user=phone, +12025550123",
    "+34911234567@192.0.2.1, +34911234567",
    "whatsapp:+5215512345678, +525512345678"
  })
  void numbers_are_read_from_what_sources_send(String sent, String e164) {
    assertEquals(e164, number(sent, US));
  }

  @Test
  void the_extension_of_a_caller_is_kept_apart() {
    Caller.Telephone caller =
        assertInstanceOf(Caller.Telephone.class, identify("sip:+12025550123;ext=45@host"));
    assertEquals(Optional.of("45"), caller.number().extension());
    assertEquals(caller, identify("+12025550123 ext. 45"));
  }

  @Test
  void a_colleagues_extension_is_no_outside_number() {
    for (String sent :
        new String[] {"2001", "sip:2001@pbx", "tel:2001;phone-context=example.com"}) {
      Caller.Extension caller = assertInstanceOf(Caller.Extension.class, identify(sent));
      assertEquals("short:US:2001", caller.number().key().value());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sip:ana@Example.com;transport=tcp, ana@example.com",
    "sip:bob2000@host, bob2000@host",
    "ana@example.com, ana@example.com",
    "client:agent-7, client:agent-7",
    "Ana Ruiz, Ana Ruiz"
  })
  void letters_are_an_address_and_never_dialled(String sent, String address) {
    assertEquals(new Caller.Address(address), identify(sent));
  }

  @Test
  void digits_that_are_no_number_are_said_to_be_unreadable() {
    assertEquals(
        new Caller.Unreadable("+999123456", "No country code begins like +999."),
        identify("+999123456"));
  }

  @ParameterizedTest
  @CsvSource({
    "0015551234567890123",
    "'9,;#*'",
    "'+;ext=;;=@'",
    "'sip:'",
    "'<sip:>'",
    "'tel:%'",
    "'tel:%2'"
  })
  void nonsense_does_no_harm(String sent) {
    Caller caller = identify(sent);
    assertEquals(caller, identify(sent));
  }

  @Test
  void a_switchboards_outside_line_is_not_part_of_the_number() {
    DialPlan plan = DE.withOutsideLine("0");
    assertEquals("+4915123456789", number("0015123456789", plan));
    assertEquals("+442079460958", number("000442079460958", plan));
    assertEquals("+12025550123", number("92025550123", US.withOutsideLine("9")));
  }

  @Test
  void a_number_without_the_outside_line_is_still_read() {
    DialPlan spain = DialPlan.of(new Region("ES")).withOutsideLine("9");
    assertEquals("+34911234567", number("911234567", spain));
    assertEquals("+34911234567", number("9911234567", spain));
    assertInstanceOf(Caller.Extension.class, callers.identify("9123", Presentation.ALLOWED, spain));
  }

  @Test
  void a_source_may_write_other_prefixes_than_its_region() {
    DialPlan plan = DialPlan.of(new Region("ES")).withNational("0").withInternational("900");
    assertEquals("+34911234567", number("0911234567", plan));
    assertEquals("+442079460958", number("900442079460958", plan));
    assertEquals("+34911234567", number("911234567", plan));
  }

  @Test
  void a_source_may_leave_out_the_plus() {
    DialPlan plan = US.withBareCountryCodes();
    assertEquals("+34911234567", number("34911234567", plan));
    assertEquals("+12025550123", number("12025550123", plan));
    assertEquals("+525512345678", number("5215512345678", plan));
    assertEquals("+12025550123", number("2025550123", plan));
    assertInstanceOf(Caller.Extension.class, callers.identify("2001", Presentation.ALLOWED, plan));
  }

  @Test
  void rules_leave_an_international_number_alone() {
    DialPlan plan = DE.withOutsideLine("4").withNational("4");
    assertEquals("+4915123456789", number("+4915123456789", plan));
  }

  @Test
  void an_extension_survives_the_rules() {
    Caller caller =
        callers.identify(
            "sip:002025550123;ext=7@pbx", Presentation.ALLOWED, US.withOutsideLine("00"));
    assertEquals(
        Optional.of("7"), assertInstanceOf(Caller.Telephone.class, caller).number().extension());
  }
}
