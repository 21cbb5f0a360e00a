package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "María José,maria jose",
    "MÜLLER-WEIß,muller weiss",
    "Łukasz Święcki,lukasz swiecki",
    "Øyvind Ærø,oyvind aero",
    "Đorđe,dorde",
    "İbrahim IŞIK,ibrahim isik",
    "Iğdır,igdir",
    "Þórður,thordur",
    "Œuvre,oeuvre",
    "O’Brien,obrien",
    "O'Brien,obrien",
    "O´Brien,obrien",
    "d`Angelo,dangelo",
    "ＡＢＣ１２３,abc123",
    "Фёдор Йолкин,федор иолкин",
    "Κωνσταντίνος,κωνσταντινοσ",
    "مُحَمَّد,محمد",
    "أحمد إبراهيم,احمد ابراهيم",
    "فاطمة,فاطمه",
    "Nguyễn Thị,nguyen thi",
    "'  A.  B. & Co., KG ',a b co kg",
    "ガク,ガク",
    "ｶﾞｸ,ガク",
    "김 철수,김철수",
    "王 小明,王小明",
    "王小明 (Tom),王小明 tom",
    "नीरजा,नीरजा",
    "ก้อง,ก้อง",
  })
  void people_find_a_name_however_it_is_spelt(String typed, String key) {
    assertEquals(key, Folding.key(typed));
  }

  @Test
  void a_key_ends_within_a_hundred_characters_and_between_letters() {
    assertEquals("a".repeat(100), Folding.key("a".repeat(150)));
    assertEquals("a".repeat(99), Folding.key("a".repeat(99) + "𠮷野"));
  }

  @Test
  void a_text_without_words_is_its_own_key() {
    assertEquals("***", Folding.key(" *** "));
    assertEquals(List.of(), Folding.words(" *** "));
  }

  @Test
  void folding_twice_changes_nothing() {
    String once = Folding.key("Ünal Çağrı-ŞAHİN, 株式会社 김");
    assertEquals(once, Folding.key(once));
  }
}
