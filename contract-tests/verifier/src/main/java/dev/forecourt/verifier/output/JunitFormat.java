package dev.forecourt.verifier.output;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results as the XML that build servers read: a suite for each group, a test for each case. */
final class JunitFormat {
  private final XMLStreamWriter xml;

  private JunitFormat(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void append(Results results, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitFormat(xml).suites(results);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.append(text.toString()).append('\n');
  }

  private void suites(Results results) throws XMLStreamException {
    Map<String, List<Case>> groups = new LinkedHashMap<>();
    for (Case each : results.cases()) {
      groups.computeIfAbsent(each.group(), group -> new ArrayList<>()).add(each);
    }
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuites");
    for (Map.Entry<String, List<Case>> group : groups.entrySet()) {
      suite(results.command(), group.getKey(), group.getValue());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String command, String group, List<Case> cases) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", group);
    attribute("tests", String.valueOf(cases.size()));
    attribute("failures", count(cases, Case.Verdict.WRONG));
    attribute("errors", "0");
    attribute("skipped", count(cases, Case.Verdict.PENDING));
    attribute("time", "0");
    for (Case each : cases) {
      test(command, each);
    }
    xml.writeEndElement();
  }

  private void test(String command, Case each) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", command + "." + each.group());
    attribute("name", each.name());
    attribute("time", "0");
    String text = each.notes().stream().map(JunitFormat::text).collect(Collectors.joining("\n\n"));
    switch (each.verdict()) {
      case WRONG -> {
        Note first =
            each.notes().stream().filter(n -> n.level() == Level.ERROR).findFirst().orElseThrow();
        xml.writeStartElement("failure");
        attribute("message", first.message());
        attribute("type", first.rule());
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
      }
      case PENDING -> {
        xml.writeStartElement("skipped");
        attribute("message", "pending: " + text);
        xml.writeEndElement();
      }
      case RIGHT -> {
        if (!text.isEmpty()) {
          xml.writeStartElement("system-out");
          xml.writeCharacters(legal(text));
          xml.writeEndElement();
        }
      }
    }
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  private static String count(List<Case> cases, Case.Verdict verdict) {
    return String.valueOf(cases.stream().filter(each -> each.verdict() == verdict).count());
  }

  private static String text(Note note) {
    StringBuilder text = new StringBuilder(note.level().word() + ": " + note.message());
    text.append(" (").append(note.rule()).append(')');
    if (note.checked().exists()) {
      text.append("\n  at:       ").append(note.checked());
    }
    if (note.contract().exists()) {
      text.append("\n  contract: ").append(note.contract());
    }
    return text.toString();
  }

  /** XML has no way to write most control characters; what a file holds may have them. */
  private static String legal(String text) {
    return text.codePoints()
        .map(c -> c == '\t' || c == '\n' || c == '\r' || c >= ' ' && isCharacter(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isCharacter(int c) {
    return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }
}
