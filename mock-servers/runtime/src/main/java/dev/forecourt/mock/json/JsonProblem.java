package dev.forecourt.mock.json;

/** Says why a text is not the JSON that was expected, with line and column. */
public final class JsonProblem extends Exception {

  private static final long serialVersionUID = 1L;

  JsonProblem(String message) {
    super(message, null, false, false);
  }
}
