package dev.callbook.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;

/// Whether Callbook shows itself with a made-up company.
@ConfigMapping(prefix = "callbook.demo")
public interface DemoSettings {
  /// `callbook.demo`: a made-up company on a database of its own, and calls that can be simulated.
  @WithParentName
  @WithDefault("false")
  boolean on();

  /// Whether calls come in by themselves while an agent's workspace is open, until the agent
  /// switches them off; where not, until the agent switches them on.
  @WithDefault("true")
  boolean calls();

  /// The demo's own data folder, beside that of real work: `data-demo` for `data`.
  static Path folderBeside(Path data) {
    Path whole = data.toAbsolutePath().normalize();
    Path name = whole.getFileName();
    return name == null ? whole.resolve("demo") : whole.resolveSibling(name + "-demo");
  }
}
