package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DependenciesTest {
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<*]+)</artifactId>");
  private static final Pattern VERSION = Pattern.compile("<version>(?!\\$\\{)([^<]+)</version>");

  private final String pom;
  private final String documented;

  DependenciesTest() throws Exception {
    pom = Files.readString(Path.of("pom.xml"));
    documented = Files.readString(Path.of("docs", "dependencies.md"));
  }

  @Test
  void every_dependency_is_explained() {
    List<String> unexplained =
        ARTIFACT
            .matcher(pom)
            .results()
            .map(MatchResult::group)
            .map(tag -> tag.replaceAll("<[^>]+>", ""))
            .filter(artifact -> !artifact.equals("callbook"))
            .distinct()
            .filter(artifact -> !documented.contains("`" + artifact + "`"))
            .toList();

    assertEquals(List.of(), unexplained);
  }

  @Test
  void versions_stand_in_one_place() {
    List<String> elsewhere = VERSION.matcher(pom).results().map(MatchResult::group).toList();

    assertEquals(List.of("<version>0.1.0</version>"), elsewhere);
  }
}
