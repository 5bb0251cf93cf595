package dev.forecourt.trials.specmatic;

import java.util.regex.Pattern;

/**
 * An operation with many optional parameters is given to Specmatic several times, with a few of
 * them each, under paths of their own: {@code /share-2/api/review} is {@code /api/review}.
 */
final class Share {
  private static final Pattern PREFIX = Pattern.compile("(^|(?<= ))/share-\\d+(?=/)");

  private Share() {}

  static String path(String path, int share) {
    return "/share-" + share + path;
  }

  /** A path, or a verb and a path, as the contract has it. */
  static String without(String path) {
    return PREFIX.matcher(path).replaceFirst("");
  }

  /** A path as a part of a JSON pointer. */
  static String escaped(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }
}
