package dev.callbook.csvimport.reading;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One XML part of a workbook, read from its beginning to its end. No entity is ever resolved: a
/// part that declares one is refused.
final class XmlPart implements Closeable {
  private static final int DEEPEST = 100;

  private final TokenGuard in;
  private final XMLStreamReader xml;
  private int depth;

  XmlPart(TokenGuard in) {
    this.in = in;
    // One for each part: it keeps the names that it met, for all parsers it makes.
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      xml = factory.createXMLStreamReader((InputStream) in);
    } catch (XMLStreamException broken) {
      throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
    }
  }

  /// How many bytes are read.
  long bytes() {
    return in.bytes();
  }

  /// Goes on to the next start or end of an element, or text.
  ///
  /// @return which of [XMLStreamConstants]; `END_DOCUMENT` at the end
  int next() throws IOException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        switch (event) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new UnreadableFile(Trouble.WORKBOOK_DECLARES_ENTITIES);
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) {
              throw new UnreadableFile(Trouble.WORKBOOK_BROKEN);
            }
            return event;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return event;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return event;
          }
          default -> {}
        }
      }
      return XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException | UncheckedStreamException broken) {
      throw inWords(broken);
    }
  }

  /// Goes on to the next start of an element. @return its name; null at the end
  @Nullable String nextElement() throws IOException {
    for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        return name();
      }
    }
    return null;
  }

  /// The element's name without its namespace.
  String name() {
    return xml.getLocalName();
  }

  /// An attribute of the element, whatever its namespace; null where it has none of that name.
  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /// Appends the text, or the part of it that was read.
  ///
  /// @throws UnreadableFile if it is longer than a cell may be
  void appendText(StringBuilder text) throws IOException {
    try {
      int length = xml.getTextLength();
      if (text.length() + length > CellCollector.LONGEST_CELL) {
        throw new UnreadableFile(Trouble.CELL_TOO_LONG);
      }
      text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    } catch (UncheckedStreamException broken) {
      throw inWords(broken);
    }
  }

  private static UnreadableFile inWords(Exception broken) throws IOException {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableFile refusal) {
        return refusal;
      }
      if (cause instanceof IOException fault && !PackedParts.isBroken(fault)) {
        throw fault;
      }
    }
    return new UnreadableFile(Trouble.WORKBOOK_BROKEN);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
