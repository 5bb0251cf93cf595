package dev.forecourt.mock.server;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpResponse;
import java.util.List;

/** What a validator that is not ours finds wrong with an answer. */
final class AnswerViolations {

  private AnswerViolations() {}

  /** All errors, nothing left out; empty if the contract describes this answer. */
  static List<String> of(
      OpenApiInteractionValidator contract,
      String method,
      String path,
      HttpResponse<String> response) {
    return of(contract, method, path, response, response.body());
  }

  /** The same of the answer with another body. */
  static List<String> of(
      OpenApiInteractionValidator contract,
      String method,
      String path,
      HttpResponse<String> response,
      String body) {
    SimpleResponse.Builder seen = SimpleResponse.Builder.status(response.statusCode());
    response.headers().map().forEach((name, values) -> seen.withHeader(name, values));
    if (!body.isEmpty()) {
      seen.withBody(body);
    }
    return contract
        .validateResponse(path.replaceAll("\\?.*", ""), Method.valueOf(method), seen.build())
        .getMessages()
        .stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(ValidationReport.Message::toString)
        .toList();
  }
}
