package dev.forecourt.mock.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A segment of a path template that is more than one variable: {@code {name}.{ext}}. */
public final class PathPattern {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]+}");

  private final Pattern pattern;

  /** The segment as the contract has it. */
  public PathPattern(String segment) {
    StringBuilder regex = new StringBuilder();
    Matcher variables = VARIABLE.matcher(segment);
    int end = 0;
    while (variables.find()) {
      regex.append(Pattern.quote(segment.substring(end, variables.start()))).append("(.+)");
      end = variables.end();
    }
    pattern =
        Pattern.compile(
            regex.append(Pattern.quote(segment.substring(end))).toString(), Pattern.DOTALL);
  }

  /** Whether a decoded segment has this form. */
  public boolean fits(String segment) {
    return pattern.matcher(segment).matches();
  }

  /** What stands in the place of a variable, counted from zero; the first takes all it can. */
  public String value(String segment, int variable) {
    Matcher matcher = pattern.matcher(segment);
    return matcher.matches() ? matcher.group(variable + 1) : "";
  }
}
