package dev.forecourt.clients.normalizer;

import com.samskivert.mustache.Mustache;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes text of a contract as Javadoc: in lines, without HTML entities, and so that nothing in it
 * ends the comment or is taken for a tag.
 */
final class Javadoc {
  private static final int COLUMNS = 100;

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** What would end neither the tag nor the comment. */
  private static final Pattern SAFE_CODE = Pattern.compile("[^{}]+|\\{[^{}]*}");

  private Javadoc() {}

  /** A comment of the text inside; empty lines part paragraphs, and a tag begins with @. */
  static Mustache.Lambda lambda(int indent) {
    return (fragment, out) -> out.write(comment(fragment.execute(), indent) + "\n");
  }

  static String comment(String text, int indent) {
    String margin = " ".repeat(indent);
    List<String> lines = lines(text, COLUMNS - indent - 3);
    String only = margin + "/** " + String.join("", lines) + " */";
    if (lines.size() == 1 && only.length() <= COLUMNS && !lines.get(0).startsWith("@")) {
      return only;
    }
    StringBuilder comment = new StringBuilder(margin + "/**\n");
    lines.forEach(
        line -> comment.append(margin).append((" * " + line).stripTrailing()).append('\n'));
    return comment.append(margin).append(" */").toString();
  }

  private static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    boolean tags = false;
    for (String paragraph : text.strip().split("\\n\\s*\\n|\\n\\s*(?=@)")) {
      String stripped = paragraph.strip().replaceAll("\\s+", " ");
      boolean tag = stripped.startsWith("@");
      if (!lines.isEmpty() && !(tag && tags)) {
        lines.add("");
      }
      tags |= tag;
      wrap((lines.isEmpty() || tag ? "" : "<p>") + stripped, width, tag ? "    " : "", lines);
    }
    return lines;
  }

  private static void wrap(String paragraph, int width, String hanging, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : words(paragraph)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(hanging);
      } else if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
  }

  /** Words, an inline tag such as {@code {@code a b}} being one. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int open = 0;
    for (char sign : text.toCharArray()) {
      open += sign == '{' ? 1 : sign == '}' ? -1 : 0;
      if (sign == ' ' && open <= 0) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(sign);
      }
    }
    words.add(word.toString());
    return words;
  }

  /** Text of a contract, which is Markdown with code in backticks. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    Matcher code = CODE.matcher(text);
    int plain = 0;
    while (code.find()) {
      escaped.append(plain(text.substring(plain, code.start())));
      String inside = code.group(1);
      boolean safe =
          SAFE_CODE.matcher(inside).matches() && !inside.contains("*/") && !inside.contains("\\");
      escaped.append(safe ? "{@code " + inside + "}" : "`" + plain(inside) + "`");
      plain = code.end();
    }
    return escaped.append(plain(text.substring(plain))).toString();
  }

  private static String plain(String text) {
    return text.replace("\\", "&#92;")
        .replaceAll("[<>@]|&(?!#92;)", "{@literal $0}")
        .replace("*/", "*{@literal /}");
  }
}
