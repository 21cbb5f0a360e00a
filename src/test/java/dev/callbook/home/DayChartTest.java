package dev.callbook.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.home.DayChart.Column;
import dev.callbook.home.DayChart.Part;
import dev.callbook.home.DayChart.Speech;
import dev.callbook.interaction.CallFigures.Day;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayChartTest {
  private static final Speech ENGLISH = new Speech(Locale.ENGLISH, "Share by day", "Today");
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  private static Day day(int after, long matched, long several, long unknown, long withheld) {
    return new Day(TUESDAY.plusDays(after), matched, several, unknown, withheld);
  }

  @Test
  void parts_stand_on_each_other_and_stay_within_the_picture() {
    DayChart chart = DayChart.of(List.of(day(0, 900, 50, 40, 10), day(1, 10, 0, 0, 0)), ENGLISH);

    Column full = chart.days().getFirst();
    assertEquals(List.of("m", "p", "u", "w"), full.parts().stream().map(Part::style).toList());
    double top = Double.parseDouble(full.parts().getLast().y());
    assertTrue(top >= DayChart.TOP, full::toString);
    assertEquals(List.of("m"), chart.days().get(1).parts().stream().map(Part::style).toList());
  }

  @Test
  void a_reader_who_does_not_see_it_is_told_each_days_share() {
    DayChart chart = DayChart.of(List.of(day(0, 90, 5, 5, 7), day(1, 0, 0, 0, 3)), ENGLISH);

    assertEquals("Share by day: Tue 24 95.0%, Today –", chart.title());
    assertEquals("7", chart.days().getFirst().withheld());
  }

  @Test
  void a_week_without_calls_has_a_scale_all_the_same() {
    DayChart chart = DayChart.of(List.of(day(0, 0, 0, 0, 0)), ENGLISH);

    assertEquals(List.of("1", "0"), chart.lines().stream().map(DayChart.Line::label).toList());
    assertEquals(List.of(), chart.days().getFirst().parts());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "3, 4", "5, 6", "7, 10", "11, 20", "4100, 6000", "60001, 100000"})
  void the_scale_ends_at_a_round_number(long most, long top) {
    assertEquals(top, DayChart.roundUp(most));
  }
}
