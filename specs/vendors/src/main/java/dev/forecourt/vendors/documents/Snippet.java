package dev.forecourt.vendors.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fenced block of a document.
 *
 * @param document its file, from the root of the checkout
 * @param line the line of its opening fence, from 1
 * @param language the word after the fence, such as {@code java}; empty for none
 * @param text what is between the fences, without the indentation of the block
 * @param source the file that holds the same, named by a comment above the block: {@code <!--
 *     source: FILE -->}
 * @param answers whether it shows the answer to the block right before it
 */
public record Snippet(
    String document,
    int line,
    String language,
    String text,
    @Nullable String source,
    boolean answers) {

  private static final Pattern SOURCE = Pattern.compile("<!-- source: (\\S+) -->");
  private static final Pattern FENCE = Pattern.compile("( *)```+ *(\\w*).*");

  static List<Snippet> of(String document, String markdown) {
    List<Snippet> found = new ArrayList<>();
    List<String> lines = markdown.lines().toList();
    String source = null;
    boolean near = false;
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      Matcher named = SOURCE.matcher(lines.get(i).strip());
      if (fence.matches()) {
        int end = end(lines, i);
        String text = text(lines.subList(i + 1, end), fence.group(1).length());
        found.add(new Snippet(document, i + 1, fence.group(2), text, source, near));
        i = end;
        source = null;
        near = true;
      } else if (named.matches()) {
        source = named.group(1);
      } else if (!lines.get(i).isBlank()) {
        source = null;
        near = false;
      }
    }
    return found;
  }

  private static int end(List<String> lines, int start) {
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).strip().startsWith("```")) {
      end++;
    }
    return end;
  }

  private static String text(List<String> lines, int indent) {
    StringBuilder text = new StringBuilder();
    for (String each : lines) {
      text.append(each.substring(Math.min(indent, each.length() - each.stripLeading().length())));
      text.append('\n');
    }
    return text.toString();
  }

  /** Its first line, by which a list of snippets names it. */
  public String firstLine() {
    return text.lines().findFirst().orElse("").strip();
  }

  /** Where it is, for messages. */
  public String place() {
    return document + ":" + line;
  }

  /**
   * The commands of a shell block, one each: without comments, and with their continuation lines.
   */
  public List<String> commands() {
    List<String> commands = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    for (String each : text.lines().toList()) {
      command.append(command.isEmpty() ? "" : "\n").append(each);
      if (isComplete(command)) {
        String whole = command.toString().strip();
        if (!whole.isEmpty() && !whole.startsWith("#")) {
          commands.add(whole);
        }
        command.setLength(0);
      }
    }
    return commands;
  }

  private static boolean isComplete(CharSequence command) {
    String text = command.toString();
    long quotes = text.chars().filter(each -> each == '\'').count();
    return quotes % 2 == 0 && !text.endsWith("\\");
  }
}
