package dev.callbook.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.testing.SourceFiles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssetsTest {
  /// What a first visit may cost, compressed (UX: 150 KB).
  private static final int FIRST_VISIT = 150_000;

  private static final Pattern CLASS_ATTRIBUTE = Pattern.compile("class=\"([^\"]*)\"");
  private static final Pattern ICON =
      Pattern.compile("\\{#(?:icon|badge|note|empty)[^}]*?(?:name|icon)='([\\w-]+)'");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*");

  @Inject Assets assets;

  @Test
  void browsers_keep_files_for_a_year() {
    given()
        .get(assets.url("page.css"))
        .then()
        .statusCode(200)
        .header("Content-Type", "text/css;charset=utf-8")
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("X-Content-Type-Options", "nosniff");
  }

  @Test
  void another_builds_address_is_not_found() {
    given().get("/assets/0000000000000000/page.css").then().statusCode(404);
  }

  @Test
  void browsers_that_do_not_unzip_get_plain_files() {
    String plain = raw("identity", "page.css");
    assertTrue(plain.contains(".cb-app"), "readable without unzipping");
  }

  @Test
  void an_unknown_name_fails_where_it_is_written() {
    assertThrows(IllegalArgumentException.class, () -> assets.url("page.less"));
  }

  @Test
  void a_first_visit_costs_at_most_150_kb() {
    String html = WebTemplates.signIn(new SignInView("Brightwell", "", null, "/")).render();
    var sizes = new ArrayList<String>();
    int sum = html.length();
    for (String name :
        List.of("page.css", "page.js", "theme.js", "icons.svg", "inter-latin.woff2")) {
      int size = sent(name);
      sizes.add(name + " " + size);
      sum += size;
    }
    assertTrue(sum <= FIRST_VISIT, sum + " bytes: " + sizes);
    System.getLogger("first visit").log(System.Logger.Level.INFO, sum + " bytes: " + sizes);
  }

  @Test
  void the_kept_part_of_tabler_is_what_templates_use() {
    NavigableSet<String> known = new TreeSet<>();
    Pattern.compile("\\.(-?[A-Za-z_][\\w-]*)")
        .matcher(Assets.text(Assets.TABLER))
        .results()
        .forEach(match -> known.add(match.group(1)));
    NavigableSet<String> used = new TreeSet<>();
    for (String template : SourceFiles.texts("src/main/resources/templates", ".html")) {
      Matcher attributes = CLASS_ATTRIBUTE.matcher(template);
      while (attributes.find()) {
        WORD.matcher(attributes.group(1)).results().forEach(word -> used.add(word.group()));
      }
    }
    used.retainAll(known);
    assertEquals(
        String.join("\n", used) + "\n",
        Assets.text("assets/tabler-classes.txt"),
        "src/main/resources/assets/tabler-classes.txt should read");
  }

  @Test
  void every_icon_a_template_names_is_in_the_sprite() {
    NavigableSet<String> missing = new TreeSet<>();
    String sprite = Assets.text("assets/icons.svg");
    for (String template : SourceFiles.texts("src/main/resources/templates", ".html")) {
      ICON.matcher(template).results().map(icon -> icon.group(1)).forEach(missing::add);
    }
    for (Place place : Place.values()) {
      missing.add(place.icon());
    }
    assertTrue(missing.contains("phone-incoming"), "the templates were read");
    missing.removeIf(name -> sprite.contains("id=\"i-" + name + "\""));
    assertEquals(new TreeSet<>(), missing);
  }

  @Test
  void pages_run_no_script_of_others_and_leave_no_copy() {
    given()
        .get("/nothing-here")
        .then()
        .header("Content-Security-Policy", containsString("script-src 'self';"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("Content-Security-Policy", not(containsString("unsafe-inline")))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cache-Control", "no-store");
  }

  private int sent(String name) {
    return Integer.parseInt(
        given()
            .config(
                RestAssuredConfig.config()
                    .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
            .header("Accept-Encoding", "gzip")
            .get(assets.url(name))
            .header("Content-Length"));
  }

  private String raw(String encoding, String name) {
    return given()
        .config(
            RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
        .header("Accept-Encoding", encoding)
        .get(assets.url(name))
        .asString();
  }
}
