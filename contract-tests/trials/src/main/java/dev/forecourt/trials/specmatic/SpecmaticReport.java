package dev.forecourt.trials.specmatic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what Specmatic writes about its tests, a JUnit file. */
final class SpecmaticReport {
  /** Name of a test, such as {@code Scenario: GET /api/local -> 200 with a request where …}. */
  private static final Pattern NAME =
      Pattern.compile("Scenario: ([A-Z]+ \\S+) -> (\\d{3}|4xx)(.*)", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("\\[dynamic-test:#(\\d+)]");

  /** How Specmatic writes a parameter of a path. */
  private static final Pattern PARAMETER = Pattern.compile("\\((\\w+):\\w+\\)");

  private SpecmaticReport() {}

  /**
   * The tests in the order in which they ran. Throws {@link IllegalStateException} if there is no
   * report, or one in which Specmatic says that it could not read the contract.
   */
  static List<GeneratedTest> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IllegalStateException("Specmatic wrote no report");
    }
    TreeMap<Integer, GeneratedTest> tests = new TreeMap<>();
    NodeList cases = parse(file).getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      Matcher name = NAME.matcher(test.getAttribute("name"));
      Matcher number = NUMBER.matcher(test.getTextContent());
      if (!name.find() || !number.find()) {
        throw new IllegalStateException(
            "Specmatic reports '%s' instead of a test: %s"
                .formatted(test.getAttribute("name"), failure(test)));
      }
      tests.put(
          Integer.parseInt(number.group(1)),
          new GeneratedTest(
              Share.without(PARAMETER.matcher(name.group(1)).replaceAll("{$1}")),
              name.group(2),
              name.group(3).strip(),
              failure(test)));
    }
    return new ArrayList<>(tests.values());
  }

  private static @Nullable String failure(Element test) {
    for (String kind : List.of("failure", "error")) {
      NodeList found = test.getElementsByTagName(kind);
      if (found.getLength() > 0) {
        return ((Element) found.item(0)).getAttribute("message");
      }
    }
    return null;
  }

  private static Element parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("Specmatic's report is no JUnit file: " + e.getMessage(), e);
    }
  }
}
