package dev.callbook.csvimport.reading;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.callbook.csvimport.reading.BrokenFiles.Broken;
import dev.callbook.csvimport.reading.Samples.WorkbookSample;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever bytes come, they are rows or refused in words; nothing else is ever thrown.
///
/// In the suite the seeds run once each. To look for more, run this class alone with
/// `JAZZER_FUZZ=1` in the environment and `-Djazzer.hooks=true`.
class AnyFileFuzzTest {
  private static final int LARGEST_SEED = 100_000;

  static Stream<byte[]> seeds() {
    Stream<byte[]> sound =
        Stream.of(
            "Name;City\r\n\"Ruiz; Ana\";Málaga\r\n".getBytes(UTF_8),
            "\uFEFFName\tCity\nAna\tMálaga\n".getBytes(UTF_16LE),
            "sep=|\nName|City\n'Ana'|'x'\n".getBytes(UTF_8),
            Samples.gzip("a,b\n1,2\n".getBytes(UTF_8)),
            new WorkbookSample()
                .texts("<si><t>a</t></si><si><r><t>b</t></r></si>")
                .styles(
                    "<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>",
                    "<xf numFmtId=\"164\"/>")
                .sheet(
                    "A",
                    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" s=\"0\"><v>46349.5</v></c></row>")
                .bytes());
    return Stream.concat(sound, BrokenFiles.all().stream().map(Broken::bytes))
        .filter(file -> file.length < LARGEST_SEED);
  }

  // In this order, which the fuzzer insists on.
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void anything_is_read_or_refused(byte[] file) throws IOException {
    for (DataFile rows : opened(file)) {
      try (rows) {
        while (rows.hasNext()) {
          CsvRow row = rows.next();
          if (row instanceof CsvRow.Regular && row.cells().size() != rows.header().size()) {
            throw new AssertionError("a row has not the header's cells");
          }
        }
      } catch (UnreadableFile refusal) {
        refusal.in(java.util.Locale.GERMAN);
      }
    }
  }

  private static List<DataFile> opened(byte[] file) throws IOException {
    try {
      return List.of(DataFile.open(Samples.channel(file), null));
    } catch (UnreadableFile refusal) {
      refusal.in(java.util.Locale.GERMAN);
      return List.of();
    }
  }
}
