package dev.callbook.csvimport.reading;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Recognises by its first bytes what is often renamed to `.csv` and is none.
final class FileKind {
  private static final String NOT_CSV = ", not a CSV file. ";
  private static final String SAVE_IN_EXCEL =
      "Open it in a spreadsheet program and save it as “CSV UTF-8”.";
  private static final String UNPACK = "Unpack it and choose the CSV file inside.";

  /// @param start the first bytes in hexadecimal
  private record Signature(String start, String refusal) {}

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("D0CF11E0A1B11AE1", "This is an Excel workbook" + NOT_CSV + SAVE_IN_EXCEL),
          new Signature(
              "255044462D", "This is a PDF document" + NOT_CSV + "Export the data again as CSV."),
          new Signature("1F8B", "This is a gzip archive" + NOT_CSV + UNPACK),
          new Signature("425A68", "This is a bzip2 archive" + NOT_CSV + UNPACK),
          new Signature("FD377A585A00", "This is an xz archive" + NOT_CSV + UNPACK),
          new Signature("28B52FFD", "This is a Zstandard archive" + NOT_CSV + UNPACK),
          new Signature("377ABCAF271C", "This is a 7-Zip archive" + NOT_CSV + UNPACK),
          new Signature("526172211A07", "This is a RAR archive" + NOT_CSV + UNPACK),
          new Signature(
              "89504E470D0A1A0A", "This is a picture" + NOT_CSV + "Export the data again as CSV."),
          new Signature("FFD8FF", "This is a picture" + NOT_CSV + "Export the data again as CSV."),
          new Signature("7B5C727466", "This is an RTF document" + NOT_CSV + SAVE_IN_EXCEL),
          new Signature("0000FEFF", utf32()),
          new Signature("FFFE0000", utf32()));

  private static final Pattern WEB_PAGE =
      Pattern.compile(
          "(?:<\\?xml[^>]*>)?(?:\\s|<!--.*?-->)*<(?:!doctype\\s+html|html|head|body|script|meta|table)\\b.*",
          Pattern.DOTALL);
  private static final Pattern JSON =
      Pattern.compile("\\{\\s*[\"}].*|\\[\\s*[{\\[\"].*", Pattern.DOTALL);
  private static final int TEXT_START = 2_000;

  private FileKind() {}

  /// Refuses the file if its first bytes are those of some other kind of file.
  static void refuseIfNoText(byte[] prefix) {
    if (isZip(prefix)) {
      throw new UnreadableFile(zip(prefix));
    }
    String start = HexFormat.of().withUpperCase().formatHex(prefix, 0, Math.min(8, prefix.length));
    for (Signature signature : SIGNATURES) {
      if (start.startsWith(signature.start())) {
        throw new UnreadableFile(signature.refusal());
      }
    }
  }

  /// Refuses the file if its text is that of some other kind of file.
  static void refuseIfOtherText(String text) {
    String start =
        text.substring(0, Math.min(TEXT_START, text.length())).strip().toLowerCase(Locale.ROOT);
    if (WEB_PAGE.matcher(start).matches()) {
      throw new UnreadableFile(
          "This is a web page"
              + NOT_CSV
              + "Perhaps a sign-in page was saved in place of the export:"
              + " sign in and download it again.");
    }
    if (start.startsWith("<?xml")) {
      throw new UnreadableFile("This is an XML document" + NOT_CSV + SAVE_IN_EXCEL);
    }
    if (start.startsWith("begin:vcard")) {
      throw new UnreadableFile(
          "This is a vCard file" + NOT_CSV + "Export the contacts again as CSV.");
    }
    if (JSON.matcher(start).matches()) {
      throw new UnreadableFile("This is JSON" + NOT_CSV + "Export the data again as CSV.");
    }
  }

  private static boolean isZip(byte[] prefix) {
    return prefix.length > 3
        && prefix[0] == 'P'
        && prefix[1] == 'K'
        && (prefix[2] == 3 || prefix[2] == 5);
  }

  private static String zip(byte[] prefix) {
    // Names of members stand uncompressed in the archive.
    String names = new String(prefix, StandardCharsets.ISO_8859_1);
    if (names.contains("xl/") || names.contains("[Content_Types].xml")) {
      return "This is an Excel workbook" + NOT_CSV + SAVE_IN_EXCEL;
    }
    return names.contains("opendocument.spreadsheet")
        ? "This is a spreadsheet" + NOT_CSV + SAVE_IN_EXCEL
        : "This is a ZIP archive" + NOT_CSV + UNPACK;
  }

  private static String utf32() {
    return "This file is encoded in UTF-32, which is not supported. " + SAVE_IN_EXCEL;
  }
}
