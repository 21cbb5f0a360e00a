package dev.callbook.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class WorkbookTest {
  private static Map<String, String> sheets(String csv) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Workbook(3)
        .write(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "contacts", bytes);
    Map<String, String> sheets = new TreeMap<>();
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        String text = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
        if (part.getName().startsWith("xl/worksheets/")) {
          sheets.put(part.getName(), text);
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
    assertTrue(sheet.contains("Łuć &lt;&amp;"), sheet);
    assertTrue(!sheet.contains("<v>"), sheet);
  }

  @Test
  void what_does_not_fit_a_sheet_goes_on_in_the_next_under_the_same_names() throws IOException {
    Map<String, String> sheets = sheets("id\r\n1\r\n2\r\n3\r\n");
    assertEquals(2, sheets.size());
    String second = sheets.get("xl/worksheets/sheet2.xml");
    assertTrue(second.contains(">id<") && second.contains(">3<"), second);
    assertTrue(!second.contains(">2<"), second);
  }
}
