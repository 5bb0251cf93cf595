package dev.forecourt.contracttests.examples;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.journal.RecordedRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** One request, run in each language against a mock that has its seed. */
final class Trial {

  private final MockServer mock;
  private final DocumentedRequest request;
  private final Set<Integer> successes;
  private final int number;
  private final Runnable begin;

  Trial(
      MockServer mock,
      DocumentedRequest request,
      Set<Integer> successes,
      int number,
      Runnable begin) {
    this.mock = mock;
    this.request = request;
    this.successes = successes;
    this.number = number;
    this.begin = begin;
  }

  /** What the call printed; it must have called the operation, with a success. */
  String run(String language, Language runner, String code) throws Exception {
    mock.reset();
    begin.run();
    String printed = runner.run(number, code);
    RecordedRequest seen = last();
    if (!request.operationId().equals(seen.operation()) || !successes.contains(seen.status())) {
      throw new IllegalStateException(
          "%s %s, as %s: %d from %s (%s), expected %s from %s. Correct what writes it: mock-servers/console, page/calls.js or page/java.js. The call:%n%s%nThe answer:%n%s"
              .formatted(
                  mock.vendorId(),
                  request,
                  language,
                  seen.status(),
                  seen.operation(),
                  seen.reason(),
                  successes,
                  request.operationId(),
                  code,
                  seen.response().body()));
    }
    return printed;
  }

  /** The request that came last, whatever came before it for a token. */
  RecordedRequest last() {
    List<RecordedRequest> requests = mock.requests();
    if (requests.isEmpty()) {
      throw new IllegalStateException(request + " was not sent.");
    }
    return requests.get(requests.size() - 1);
  }

  /** The client sends what the others send. */
  void sameRequest(RecordedRequest ofCurl, RecordedRequest ofJava) throws IOException {
    String difference = Difference.between(ofCurl, ofJava);
    if (!difference.isEmpty()) {
      throw new IllegalStateException(
          "%s %s: Java asks otherwise than curl: %s. Correct what writes it: page/java.js of mock-servers/console."
              .formatted(mock.vendorId(), request, difference));
    }
  }

  /** Two languages are told the same. */
  void sameAnswer(String ofCurl, String ofFetch) {
    if (!ofFetch.strip().equals(ofCurl.strip())) {
      throw new IllegalStateException(
          "%s %s: fetch was answered otherwise than curl.%ncurl:  %s%nfetch: %s"
              .formatted(mock.vendorId(), request, ofCurl, ofFetch));
    }
  }
}
