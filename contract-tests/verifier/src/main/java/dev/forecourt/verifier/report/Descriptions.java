package dev.forecourt.verifier.report;

/** Descriptions of interactions: {@code getReview: an unknown review}. */
public final class Descriptions {
  private Descriptions() {}

  /** What stands before the colon; for a description without one, its first word. */
  public static String operation(String description) {
    return description.split("[: ]", 2)[0];
  }
}
