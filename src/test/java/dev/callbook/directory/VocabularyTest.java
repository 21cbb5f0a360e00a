package dev.callbook.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("postgres15")
class VocabularyTest extends FeatureTest {
  @Inject Vocabulary vocabulary;

  @Test
  void a_name_is_known_until_its_last_bearer_is_gone() {
    String ana = directory.contact("Ana Zubiberri").in("Billing").add();
    String eva = directory.contact("Eva Zubiberri").in("Legal").add();

    remove(ana);
    assertEquals(List.of("zubiberri"), near("zubibrri"));
    remove(eva);
    assertEquals(List.of(), near("zubibrri"));
  }

  @Test
  void an_organization_bears_its_words_too() {
    String person = directory.contact("Ana Zubiberri").add();
    directory.organization("Bodegas Zubiberri").add();

    remove(person);

    assertEquals(List.of("zubiberri"), near("zubibrri"));
  }

  @Test
  void organizations_of_ours_do_not_learn_each_other_s_names() {
    newDirectory("Theirs").contact("Ana Zubiberri").add();

    assertEquals(List.of(), near("zubibrri"));
  }

  @Test
  void the_nearest_word_comes_first() {
    directory.contact("Ana Marten").add();
    directory.contact("Ana Martens").add();
    directory.contact("Ana Morales").add();

    assertEquals(List.of("marten", "martens"), near("martin"));
  }

  @Test
  void unfinished_words_are_completed_in_their_order() {
    directory.contact("Ana Gil").add();
    directory.contact("Anabel Ruiz").add();
    directory.contact("小明 王").add();

    assertEquals(List.of("ana", "anabel"), completing("an"));
    assertEquals(List.of("gil"), completing("gil"));
    assertEquals(List.of(), completing("王"));
  }

  private List<String> completing(String beginning) {
    return vocabulary.completing(directory.view("Billing"), beginning, 5);
  }

  private void remove(String contact) {
    api.as(directory.admin()).delete(CONTACTS + "/" + contact).answers(200);
  }

  private List<String> near(String typed) {
    return vocabulary.near(directory.view("Billing"), typed, 5);
  }
}
