package dev.callbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CallbookTest {
  @Test
  void the_settings_of_every_feature_can_be_set() {
    Set<String> declared =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("dev.callbook").stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

    assertEquals(
        declared, Callbook.SETTINGS.stream().map(Class::getName).collect(Collectors.toSet()));
  }

  @Test
  void every_setting_is_one_value_under_callbook() {
    List<String> others =
        Callbook.SETTINGS.stream()
            .flatMap(type -> ConfigClass.configClass(type).getProperties().keySet().stream())
            .filter(key -> !key.matches("callbook(\\.[a-z]+(-[a-z]+)*)+"))
            .toList();

    assertEquals(List.of(), others);
  }
}
