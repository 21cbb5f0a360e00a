package dev.callbook.csvimport.reading;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a file is by its first bytes, whatever its name says; what cannot be imported is refused by
/// its name.
enum FileKind {
  TEXT,
  GZIP,
  /// A ZIP archive. That there is a workbook in it, its directory tells.
  ZIP,
  /// A container that holds old workbooks, and new ones behind a password.
  OLE;

  /// @param start the first bytes in hexadecimal
  private record Signature(String start, Trouble refusal) {}

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("255044462D", Trouble.PDF),
          new Signature("425A68", Trouble.BZIP2),
          new Signature("FD377A585A00", Trouble.XZ),
          new Signature("28B52FFD", Trouble.ZSTANDARD),
          new Signature("377ABCAF271C", Trouble.SEVEN_ZIP),
          new Signature("526172211A07", Trouble.RAR),
          new Signature("89504E470D0A1A0A", Trouble.PICTURE),
          new Signature("FFD8FF", Trouble.PICTURE),
          new Signature("7B5C727466", Trouble.RTF),
          new Signature("0000FEFF", Trouble.UTF_32),
          new Signature("FFFE0000", Trouble.UTF_32));

  private static final Pattern WEB_PAGE =
      Pattern.compile(
          "(?:<\\?xml[^>]*>)?(?:\\s|<!--.*?-->)*<(?:!doctype\\s+html|html|head|body|script|meta|table)\\b.*",
          Pattern.DOTALL);
  private static final Pattern JSON =
      Pattern.compile("\\{\\s*[\"}].*|\\[\\s*[{\\[\"].*", Pattern.DOTALL);
  private static final int TEXT_START = 2_000;

  /// @param prefix the first bytes
  /// @throws UnreadableFile if they are those of a kind that cannot be imported
  static FileKind of(byte[] prefix) {
    String start = HexFormat.of().withUpperCase().formatHex(prefix, 0, Math.min(8, prefix.length));
    if (start.startsWith("504B0304") || start.startsWith("504B0506")) {
      return ZIP;
    }
    if (start.startsWith("D0CF11E0A1B11AE1")) {
      return OLE;
    }
    if (start.startsWith("1F8B")) {
      return GZIP;
    }
    for (Signature signature : SIGNATURES) {
      if (start.startsWith(signature.start())) {
        throw new UnreadableFile(signature.refusal());
      }
    }
    return TEXT;
  }

  /// Refuses the file if its text is that of some other kind of file.
  static void refuseIfOtherText(String text) {
    String start =
        text.substring(0, Math.min(TEXT_START, text.length())).strip().toLowerCase(Locale.ROOT);
    if (WEB_PAGE.matcher(start).matches()) {
      throw new UnreadableFile(Trouble.WEB_PAGE);
    }
    if (start.startsWith("<?xml")) {
      throw new UnreadableFile(Trouble.XML);
    }
    if (start.startsWith("begin:vcard")) {
      throw new UnreadableFile(Trouble.VCARD);
    }
    if (JSON.matcher(start).matches()) {
      throw new UnreadableFile(Trouble.JSON);
    }
  }

  /// The words for an archive that holds no workbook. @param prefix its first bytes: names and
  /// short texts stand in it as they are
  static UnreadableFile archive(byte[] prefix) {
    String names = new String(prefix, StandardCharsets.ISO_8859_1);
    return new UnreadableFile(
        names.contains("opendocument.spreadsheet") ? Trouble.OPEN_DOCUMENT : Trouble.ZIP);
  }
}
