package dev.forecourt.verifier.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A test as Surefire wrote it down.
 *
 * @param type its class
 * @param name its name there, such as {@code answers(PactVerificationContext)[3]}
 * @param failure what it said when it failed; null if it did not
 */
record TestRun(String type, String name, @Nullable String failure) {

  /** The tests of the last run of a module; none if it did not run. */
  static List<TestRun> of(Path module) throws IOException {
    Path folder = module.resolve("target/surefire-reports");
    List<TestRun> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(f -> f.getFileName().toString().startsWith("TEST-")).sorted().toList()) {
          if (file.toString().endsWith(".xml")) {
            read(file, all);
          }
        }
      }
    }
    return all;
  }

  String simpleType() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static void read(Path file, List<TestRun> into) throws IOException {
    try {
      NodeList cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        into.add(
            new TestRun(test.getAttribute("classname"), test.getAttribute("name"), failure(test)));
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is no report of Surefire: " + e.getMessage(), e);
    }
  }

  private static @Nullable String failure(Element test) {
    for (String kind : List.of("failure", "error")) {
      NodeList found = test.getElementsByTagName(kind);
      if (found.getLength() > 0) {
        Element element = (Element) found.item(0);
        String message = element.getAttribute("message");
        return message.isEmpty() ? element.getTextContent().strip() : message.strip();
      }
    }
    return null;
  }
}
