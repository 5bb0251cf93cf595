package dev.forecourt.mock.trials;

/**
 * What somebody says about a request.
 *
 * @param word {@code accepts}, {@code refuses}, or {@code fails} to say either
 * @param reason why, in the words of who says it
 */
public record Verdict(String word, String reason) {

  /** Nothing is wrong with it. */
  public static final Verdict ACCEPTS = new Verdict("accepts", "");

  /** It must not be sent. */
  public static Verdict refuses(String reason) {
    return new Verdict("refuses", reason);
  }

  /** The judge broke down. */
  public static Verdict fails(String reason) {
    return new Verdict("fails", reason);
  }
}
