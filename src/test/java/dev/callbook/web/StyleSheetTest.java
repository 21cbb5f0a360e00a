package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleSheetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          .btn{a:b}                          | .btn{a:b}
          .other{a:b}                        | ``
          .btn,.other,a{a:b}                 | .btn,a{a:b}
          .btn:not(.other){a:b}              | .btn:not(.other){a:b}
          .btn:is(.other,.card){a:b}         | .btn:is(.other,.card){a:b}
          .btn .other{a:b}                   | ``
          .w-1\\/2{a:b}                      | ``
          @media print{.other{a:b}}          | ``
          @media print{.other{a:b}.btn{a:b}} | @media print{.btn{a:b}}
          @keyframes spin{from{a:b}to{a:c}}  | @keyframes spin{from{a:b}to{a:c}}
          :root{--x:url("data:;}.btn{")}     | :root{--x:url("data:;}.btn{")}
          @charset "UTF-8";.btn{a:b}         | @charset "UTF-8";.btn{a:b}
          /* gone */.btn{a:b}                | .btn{a:b}
          """)
  void only_rules_that_can_match_are_kept(String css, String kept) {
    assertEquals(kept, StyleSheet.keeping(Set.of("btn", "card"), css));
  }
}
