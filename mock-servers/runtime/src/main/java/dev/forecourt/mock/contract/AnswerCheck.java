package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.util.List;

/** Holds answers against the contract while the stub runs. */
public final class AnswerCheck {

  private final Contract contract;
  private final Answers answers;

  /** Loads the rules of this contract. */
  public AnswerCheck(Contract contract) {
    this.contract = contract;
    this.answers = contract.answers();
  }

  /** What is wrong with an answer of the operation with this number; empty when nothing is. */
  public String violations(int number, MockResponse answer) {
    Violations out = new Violations();
    Operation operation = contract.operations().get(number);
    List<Integer> statuses = operation.statuses();
    if (!statuses.contains(answer.status()) && !statuses.contains(0)) {
      out.note(
          "status %d is not documented; documented are %s".formatted(answer.status(), statuses));
      return out.text();
    }
    List<String> mediaTypes = answers.mediaTypes(number, answer.status());
    if (mediaTypes.isEmpty()) {
      // a failure may say why, where the contract says nothing of a body
      if (answer.body().length > 0 && answer.status() < 400) {
        out.note("no body is documented but %d bytes were sent".formatted(answer.body().length));
      }
    } else {
      checkBody(number, answer, mediaTypes, out);
    }
    return out.text();
  }

  private void checkBody(int number, MockResponse answer, List<String> mediaTypes, Violations out) {
    String sent = answer.header("Content-Type");
    String type = sent == null ? "" : MediaType.parse(sent).name();
    if (!mediaTypes.contains(type)) {
      out.note(
          "header 'Content-Type' must be %s but was '%s'"
              .formatted(String.join(" or ", mediaTypes), type));
    } else if (type.contains("json")) {
      try {
        Object body = JsonReader.read(answer.body());
        answers.check(number, answer.status(), body, Place.body(), out);
      } catch (JsonProblem e) {
        out.note("body is not valid JSON: " + e.getMessage());
      }
    }
  }
}
