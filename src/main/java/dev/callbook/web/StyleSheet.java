package dev.callbook.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The part of a style sheet that pages use. Tabler describes some 3,000 classes; its whole sheet
/// would be half of a first visit's bytes.
final class StyleSheet {
  private static final Pattern CLASS = Pattern.compile("\\.((?:\\\\.|[\\w-])+)");
  private static final Pattern COMMENT = Pattern.compile("/\\*(?!!).*?\\*/", Pattern.DOTALL);
  private static final Pattern GROUP =
      Pattern.compile("@(?:media|supports|container)\\b.*", Pattern.DOTALL);
  private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");
  private static final Pattern COMMA = Pattern.compile(",(?![^(\\[]*[)\\]])");

  private StyleSheet() {}

  /// The rules of `css` that can match an element whose classes are all in `classes`; rules without
  /// classes, variables, fonts and animations stay.
  static String keeping(Set<String> classes, String css) {
    var kept = new StringBuilder();
    for (String statement : statements(COMMENT.matcher(css).replaceAll(""))) {
      int open = statement.indexOf('{');
      kept.append(
          open < 0
              ? statement
              : kept(classes, statement.substring(0, open), statement.substring(open)));
    }
    return kept.toString();
  }

  private static String kept(Set<String> classes, String prelude, String body) {
    if (GROUP.matcher(prelude).matches()) {
      String inner = keeping(classes, body.substring(1, body.length() - 1));
      return inner.isEmpty() ? "" : prelude + "{" + inner + "}";
    }
    if (prelude.startsWith("@")) {
      return prelude + body;
    }
    List<String> selectors =
        COMMA
            .splitAsStream(prelude)
            .filter(selector -> classes.containsAll(required(selector)))
            .toList();
    return selectors.isEmpty() ? "" : String.join(",", selectors) + body;
  }

  /// The classes an element, or those around it, must have. What stands in parentheses is an
  /// alternative or an exception, hence no requirement.
  private static List<String> required(String selector) {
    String bare = selector;
    for (String last = ""; !last.equals(bare); ) {
      last = bare;
      bare = PARENTHESES.matcher(bare).replaceAll("");
    }
    return CLASS.matcher(bare).results().map(StyleSheet::name).toList();
  }

  private static String name(MatchResult match) {
    return match.group(1);
  }

  /// Cuts at the end of each outermost block and at each semicolon outside of all blocks.
  private static List<String> statements(String css) {
    var statements = new ArrayList<String>();
    int start = 0;
    int depth = 0;
    char quote = 0;
    for (int at = 0; at < css.length(); at++) {
      char c = css.charAt(at);
      if (c == '\\') {
        at++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if ((c == '}' && --depth == 0) || (c == ';' && depth == 0)) {
        statements.add(css.substring(start, at + 1));
        start = at + 1;
      }
    }
    return statements;
  }
}
