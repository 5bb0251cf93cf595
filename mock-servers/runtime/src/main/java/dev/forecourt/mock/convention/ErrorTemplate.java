package dev.forecourt.mock.convention;

/**
 * An error as an operation documents it.
 *
 * @param operation its number in the contract
 * @param from first status that it is of
 * @param to last status
 * @param mediaType what it is written in
 * @param text a sample
 * @param message where the message belongs, as a JSON pointer; empty where nothing is known, or
 *     where the whole is a text
 * @param code where a code belongs; empty where none does
 */
public record ErrorTemplate(
    int operation, int from, int to, String mediaType, String text, String message, String code) {

  boolean covers(int status) {
    return status >= from && status <= to;
  }

  /** How exactly it says this status: the less the better. */
  int width() {
    return to - from;
  }
}
