package dev.callbook.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MergedListsTest {
  private record Item(String label, String value) {}

  private static final MergedLists<Item> LISTS =
      new MergedLists<>(
          List.of("other", "home"),
          Item::label,
          (item, label) -> new Item(label, item.value()),
          Item::value);

  private static Item item(String label, String value) {
    return new Item(label, value);
  }

  @Test
  void the_first_keeps_its_slot_and_others_take_the_free_ones_in_order() {
    assertEquals(
        List.of(item("home", "1"), item("other", "2"), item("home", "3")),
        LISTS.of(
            List.of(
                List.of(item("home", "1")),
                List.of(item("home", "2")),
                List.of(item("home", "3")))));
  }

  @Test
  void a_slot_of_ones_own_comes_before_a_displaced_item() {
    assertEquals(
        List.of(item("home", "1"), item("home", "2"), item("other", "3")),
        LISTS.of(
            List.of(List.of(item("home", "1")), List.of(item("home", "2"), item("other", "3")))));
  }

  @Test
  void what_no_slot_showed_and_labels_of_ones_own_stay_as_they_are() {
    assertEquals(
        List.of(item("home", "1"), item("home", "2"), item("boat", "3"), item("boat", "4")),
        LISTS.of(
            List.of(
                List.of(item("home", "1"), item("home", "2"), item("boat", "3")),
                List.of(item("boat", "4")))));
  }

  @Test
  void what_is_the_same_stays_once_as_the_first_has_it() {
    assertEquals(
        List.of(item("home", "1")),
        LISTS.of(List.of(List.of(item("home", "1")), List.of(item("other", "1")))));
  }
}
