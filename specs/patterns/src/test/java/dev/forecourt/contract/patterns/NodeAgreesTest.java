package dev.forecourt.contract.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up patterns find in made-up texts what Node finds.
 *
 * <p>Longer: {@code -Dforecourt.random.count=100000}; others: {@code -Dforecourt.random.seed=7}.
 */
@Tag("node")
class NodeAgreesTest {

  private static final int COUNT = Integer.getInteger("forecourt.random.count", 5000);
  private static final long SEED = Long.getLong("forecourt.random.seed", 20261122);
  private static final int TEXTS = 12;
  // what ECMAScript has and Java has not, which is refused
  private static final Pattern NO_LIKE_IN_JAVA =
      Pattern.compile("properties and references|half a surrogate pair|in a lookbehind|says Java");

  /** One line in, one line out: "invalid", or 1 and 0 for each text. */
  private static final String SCRIPT =
      """
      const lines = require('fs').readFileSync(process.argv[2], 'utf8').split('\\n').filter(Boolean);
      const text = each => Buffer.from(each, 'base64').toString('utf16le');
      for (const line of lines) {
        const [pattern, ...texts] = line.split(' ').map(text);
        try {
          const regex = new RegExp(pattern, 'u');
          console.log(texts.map(each => regex.test(each) ? 1 : 0).join(''));
        } catch (e) {
          console.log('invalid');
        }
      }
      """;

  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "1",
          "_",
          " ",
          "é",
          "😀",
          "^",
          "$",
          ".",
          "\\d",
          "\\D",
          "\\w",
          "\\W",
          "\\s",
          "\\S",
          "\\b",
          "\\B",
          "[",
          "]",
          "[^",
          "[]",
          "[^]",
          "-",
          "a-z",
          "&&",
          "[a&&b]",
          "[^\\S]",
          "[\\s\\S]",
          "[\\D_]",
          "(",
          ")",
          "(?:",
          "(?=",
          "(?!",
          "(?<=",
          "(?<!",
          "(?<n>",
          "(?>",
          "(?i)",
          "|",
          "*",
          "+",
          "?",
          "{2}",
          "{1,2}",
          "{,2}",
          "{",
          "}",
          "\\/",
          "\\.",
          "\\-",
          "\\cJ",
          "\\x0a",
          "\\u0041",
          "\\u{1F600}",
          "\\uD83D\\uDE00",
          "\\uD83D",
          "\\0",
          "\\1",
          "\\Q",
          "\\E",
          "\\A",
          "\\z",
          "\\Z",
          "\\h",
          "\\R",
          "\\n",
          "\\v",
          "\\p{L}",
          "\\k<n>",
          "#",
          "&");

  private static final List<String> SIGNS =
      List.of(
          "a", "b", "z", "A", "1", "_", " ", "é", "😀", "\n", "\r", "\u0085", "\u2028", "\u00A0",
          "\u000B", "٣", "-", "&", "[", "]", "\0", ".", "\b", "/", "\uFEFF", "\u180E");

  private final Random random = new Random(SEED);

  @Test
  void findsWhatNodeFinds(@TempDir Path folder) throws Exception {
    List<String> patterns = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      patterns.add(made(PIECES, 1 + random.nextInt(7)));
      List<String> some = new ArrayList<>();
      for (int j = 0; j < TEXTS; j++) {
        some.add(made(SIGNS, random.nextInt(5)));
      }
      texts.add(some);
    }

    List<String> node = node(folder, patterns, texts);

    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < COUNT; i++) {
      String ours = ours(patterns.get(i), texts.get(i));
      compared += node.get(i).equals("invalid") || ours.equals("no like") ? 0 : 1;
      if (!ours.equals(node.get(i)) && !ours.equals("no like")) {
        differences.add(
            patterns.get(i) + ": " + ours + " but Node " + node.get(i) + " " + texts.get(i));
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(COUNT / 10);
  }

  private String made(List<String> pieces, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(pieces.get(random.nextInt(pieces.size())));
    }
    return out.toString();
  }

  private static String ours(String pattern, List<String> texts) {
    try {
      Pattern java = EcmaPattern.compile(pattern);
      StringBuilder out = new StringBuilder();
      texts.forEach(each -> out.append(java.matcher(each).find() ? '1' : '0'));
      return out.toString();
    } catch (UnreadablePattern e) {
      return NO_LIKE_IN_JAVA.matcher(e.reason()).find() ? "no like" : "invalid";
    }
  }

  private static List<String> node(Path folder, List<String> patterns, List<List<String>> texts)
      throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < patterns.size(); i++) {
      lines.append(encoded(patterns.get(i)));
      texts.get(i).forEach(each -> lines.append(' ').append(encoded(each)));
      lines.append('\n');
    }
    Path script = Files.writeString(folder.resolve("patterns.js"), SCRIPT);
    Path input = Files.writeString(folder.resolve("patterns.txt"), lines);
    Path output = folder.resolve("verdicts.txt");
    Process process =
        new ProcessBuilder("node", script.toString(), input.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    return Files.readAllLines(output);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE));
  }
}
