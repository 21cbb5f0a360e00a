package dev.callbook.csvimport.reading;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/// The table of texts that a workbook's cells refer to by number.
///
/// It may be larger than the memory, and cells may refer to any of it. It is read as far as the
/// cells so far needed, into blocks in a temporary file that vanishes with this; the blocks used
/// last stay in memory.
final class SharedStrings implements Closeable {
  private static final int BLOCK_BYTES = 1 << 14;
  private static final int BLOCKS_IN_MEMORY = 256;

  private final @Nullable XmlPart part;
  private final Map<Integer, String[]> recent = new LinkedHashMap<>(16, 0.75f, true);
  private final StringBuilder text = new StringBuilder();

  /// The block under construction.
  private List<String> filling = new ArrayList<>();

  private int fillingBytes;
  private int count;
  private boolean atEnd;

  /// For each block the number of its first text, and where in the file it begins; and where the
  /// last one ends.
  private int[] firsts = new int[64];

  private long[] places = new long[65];
  private int blocks;
  private @Nullable FileChannel file;

  /// @param part null where the workbook has none
  SharedStrings(@Nullable XmlPart part) {
    this.part = part;
    this.atEnd = part == null;
  }

  /// @return null if there is no text of that number
  @Nullable String get(int number) throws IOException {
    while (number >= count && !atEnd) {
      readOne();
    }
    if (number < 0 || number >= count) {
      return null;
    }
    int open = count - filling.size();
    if (number >= open) {
      return filling.get(number - open);
    }
    int found = Arrays.binarySearch(firsts, 0, blocks, number);
    int block = found >= 0 ? found : -found - 2;
    return block(block)[number - firsts[block]];
  }

  private void readOne() throws IOException {
    XmlPart in = Objects.requireNonNull(part);
    for (String element = in.nextElement(); element != null; element = in.nextElement()) {
      if (element.equals("si")) {
        text.setLength(0);
        readText(in, "si", text);
        add(text.toString());
        return;
      }
    }
    atEnd = true;
  }

  /// The text within an element, without the readings that Japanese writing has beside it.
  ///
  /// @param until the element, in which the parser is
  static void readText(XmlPart in, String until, StringBuilder text) throws IOException {
    int inside = 1;
    int phonetic = 0;
    int texts = 0;
    while (inside > 0) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          inside++;
          phonetic += phonetic > 0 || in.name().equals("rPh") ? 1 : 0;
          texts += texts > 0 || in.name().equals("t") ? 1 : 0;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          inside--;
          phonetic = Math.max(0, phonetic - 1);
          texts = Math.max(0, texts - 1);
        }
        case XMLStreamConstants.END_DOCUMENT -> throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
        default -> {
          if (texts > 0 && phonetic == 0) {
            in.appendText(text);
          }
        }
      }
    }
    if (!in.name().equals(until)) {
      throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
    }
  }

  private void add(String one) throws IOException {
    filling.add(one);
    fillingBytes += 4 + 2 * one.length();
    count++;
    if (fillingBytes >= BLOCK_BYTES) {
      close(filling);
      filling = new ArrayList<>(filling.size() + 16);
      fillingBytes = 0;
    }
  }

  private void close(List<String> block) throws IOException {
    if (blocks == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * blocks);
      places = Arrays.copyOf(places, 2 * blocks + 1);
    }
    ByteBuffer bytes = ByteBuffer.allocate(fillingBytes);
    for (String one : block) {
      bytes.putInt(one.length());
      for (int i = 0; i < one.length(); i++) {
        bytes.putChar(one.charAt(i));
      }
    }
    bytes.flip();
    places[blocks + 1] = places[blocks] + bytes.limit();
    long at = places[blocks];
    while (bytes.hasRemaining()) {
      at += file().write(bytes, at);
    }
    firsts[blocks] = count - block.size();
    keep(blocks++, block.toArray(String[]::new));
  }

  private String[] block(int block) throws IOException {
    String[] known = recent.get(block);
    if (known != null) {
      return known;
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) (places[block + 1] - places[block]));
    while (bytes.hasRemaining() && file().read(bytes, places[block] + bytes.position()) >= 0) {
      // A channel may give less than is asked for.
    }
    bytes.flip();
    int end = block + 1 < blocks ? firsts[block + 1] : count - filling.size();
    String[] texts = new String[end - firsts[block]];
    for (int i = 0; i < texts.length; i++) {
      byte[] one = new byte[2 * bytes.getInt()];
      bytes.get(one);
      texts[i] = new String(one, StandardCharsets.UTF_16BE);
    }
    keep(block, texts);
    return texts;
  }

  private void keep(int block, String[] texts) {
    recent.put(block, texts);
    if (recent.size() > BLOCKS_IN_MEMORY) {
      recent.remove(recent.keySet().iterator().next());
    }
  }

  private FileChannel file() throws IOException {
    if (file == null) {
      Path path = Files.createTempFile("callbook-workbook", ".texts");
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
    if (part != null) {
      part.close();
    }
  }
}
