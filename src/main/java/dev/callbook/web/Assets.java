package dev.callbook.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// The files that every page loads besides its HTML: one style sheet, one script, the icons, the
/// typeface.
///
/// They are read and compressed once, at the first use, and kept in memory. Their address holds a
/// hash of all their bytes, so a browser may keep them for good and still sees a new build at once.
@ApplicationScoped
@Named("assets")
public class Assets {
  /// The scripts of `page.js` after htmx, one behaviour each; none depends on another.
  private static final List<String> BEHAVIOURS =
      List.of(
          "bad-input",
          "copy",
          "edited",
          "failures",
          "filter",
          "keys",
          "local-time",
          "menus",
          "picker",
          "reveal",
          "row-cursor",
          "rows",
          "selection",
          "toasts");

  /// The scripts of the workspace alone, in the order of their use.
  private static final List<String> WORKSPACE_BEHAVIOURS =
      List.of("calls-choose", "calls-clock", "calls-keys", "calls-alert", "calls-live");

  static final String TABLER = webJar("tabler__core", "dist/css/tabler.min.css");

  private final NavigableMap<String, Asset> files = new TreeMap<>();
  private final String version;

  Assets() {
    Set<String> usedOfTabler = Set.copyOf(text("assets/tabler-classes.txt").lines().toList());
    String tabler = StyleSheet.keeping(usedOfTabler, text(TABLER));
    add("page.css", "text/css", tabler + text("assets/callbook.css") + text("assets/pages.css"));
    add("page.js", "text/javascript", pageScript());
    add("workspace.js", "text/javascript", script(WORKSPACE_BEHAVIOURS));
    add("theme.js", "text/javascript", text("assets/theme.js"));
    add("sse.js", "text/javascript", text(webJar("htmx-ext-sse", "sse.js")));
    add("icons.svg", "image/svg+xml", text("assets/icons.svg"));
    add("logo.svg", "image/svg+xml", text("assets/logo.svg"));
    for (String font : List.of("inter-latin.woff2", "inter-latin-ext.woff2")) {
      Buffer bytes = Buffer.buffer(bytes("assets/" + font));
      files.put(font, new Asset("font/woff2", bytes, bytes));
    }
    version = hash(files);
  }

  /// The address of a file, such as `page.css`; good for this build and no other.
  ///
  /// @throws IllegalArgumentException if there is no such file
  public String url(String name) {
    if (!files.containsKey(name)) {
      throw new IllegalArgumentException("no asset is called " + name);
    }
    return "/assets/" + version + "/" + name;
  }

  /// Empty if the name is unknown or the version is another build's.
  Optional<Asset> find(String wantedVersion, String name) {
    return version.equals(wantedVersion) ? Optional.ofNullable(files.get(name)) : Optional.empty();
  }

  private void add(String name, String type, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    files.put(name, new Asset(type + ";charset=utf-8", Buffer.buffer(bytes), gzip(bytes)));
  }

  private static String pageScript() {
    return text(webJar("htmx.org", "dist/htmx.min.js")) + script(BEHAVIOURS);
  }

  private static String script(List<String> behaviours) {
    var script = new StringBuilder();
    for (String behaviour : behaviours) {
      // A function of its own keeps each file's names to itself.
      script
          .append("\n(() => {\n")
          .append(text("assets/behaviours/" + behaviour + ".js"))
          .append("})();\n");
    }
    return script.toString();
  }

  private static String webJar(String artifact, String path) {
    var pom = new Properties();
    try (InputStream in = open("META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
      pom.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "META-INF/resources/webjars/%s/%s/%s"
        .formatted(artifact, pom.getProperty("version"), path);
  }

  static String text(String resource) {
    return new String(bytes(resource), UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("not in the build: " + resource);
    }
    return in;
  }

  private static Buffer gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (OutputStream gzip = new BestGzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }

  private static String hash(NavigableMap<String, Asset> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(file -> digest.update(file.plain().getBytes()));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
