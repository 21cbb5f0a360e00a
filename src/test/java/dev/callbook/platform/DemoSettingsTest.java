package dev.callbook.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSettingsTest {
  @ParameterizedTest
  @CsvSource({"/srv/data, /srv/data-demo", "/srv/./data/, /srv/data-demo", "/, /demo"})
  void a_demo_never_uses_the_folder_of_real_work(Path data, Path demo) {
    assertEquals(demo, DemoSettings.folderBeside(data));
  }

  @ParameterizedTest
  @CsvSource("data, data-demo")
  void a_relative_folder_stays_where_it_is(Path data, Path demo) {
    assertEquals(demo.toAbsolutePath(), DemoSettings.folderBeside(data));
  }
}
