package dev.callbook.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class WorkbookTest {
  private static Map<String, String> sheets(String csv) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Workbook(3)
        .write(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "contacts", bytes);
    Map<String, String> sheets = new TreeMap<>();
    try (ZipFile parts =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes.toByteArray()))
            .get()) {
      for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
        if (part.getName().startsWith("xl/worksheets/")) {
          sheets.put(
              part.getName(),
              new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return sheets;
  }

  @Test
  void cells_are_texts_as_they_were_before_they_were_made_harmless() throws IOException {
    String sheet =
        sheets("lastName,workPhone.e164\r\n'=cmd(),+34911234567\r\nŁuć <& \"x\",\r\n").toString();
    assertTrue(sheet.contains(">=cmd()<"), sheet);
    assertTrue(sheet.contains(">+34911234567<"), sheet);
    assertTrue(sheet.contains("&#x141;u&#x107; &lt;&amp;"), sheet);
    assertTrue(!sheet.contains("<v>"), sheet);
  }

  @Test
  void what_does_not_fit_a_sheet_goes_on_in_the_next_under_the_same_names() throws IOException {
    Map<String, String> sheets = sheets("id\r\n1\r\n2\r\n3\r\n");
    assertEquals(2, sheets.size());
    String second = Objects.requireNonNull(sheets.get("xl/worksheets/sheet2.xml"));
    assertTrue(second.contains(">id<") && second.contains(">3<"), second);
    assertTrue(!second.contains(">2<"), second);
  }
}
