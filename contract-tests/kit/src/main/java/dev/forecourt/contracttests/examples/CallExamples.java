package dev.forecourt.contracttests.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.publish.PublishedForm;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The requests that a contract shows, each as curl, fetch and Java. All three are run against the
 * mock as it starts; throws {@link IllegalStateException} for one that the mock refuses, or that
 * calls another operation. Of an imported vendor such a call is left out.
 *
 * <pre>{@code
 * List<CallExample> calls = CallExamples.of("fidcar", emptyFolder);
 * }</pre>
 */
public final class CallExamples {

  // the same answers whenever they are asked for
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);

  // an imported contract may name a default alone, and its examples an id that the seed does not
  // have
  private static final List<Integer> OF_IMPORTED = List.of(200, 201, 202, 204, 404, 409, 422);

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final DocumentedRequests documented;
  private final ObjectNode contract;
  private final Vendor vendor;
  private final boolean imported;
  private final Path work;
  private final AtomicLong ids = new AtomicLong();

  private CallExamples(String vendorId, Path work) throws IOException {
    Path folder = Checkout.contract(vendorId).getParent();
    documented = DocumentedRequests.of(folder);
    contract = Bundle.of(folder);
    vendor = Vendors.named(vendorId);
    imported = Checkout.isImported(vendorId);
    this.work = work;
  }

  /** All of a vendor. What has to be compiled is written to the folder, which must be there. */
  public static List<CallExample> of(String vendorId, Path work) throws Exception {
    return new CallExamples(vendorId, work).run();
  }

  /** Writes the calls of a vendor with its contract to {@code <vendor>.json} of a folder. */
  public static void write(String vendorId, List<CallExample> calls, Path folder)
      throws IOException {
    Vendor vendor = Vendors.named(vendorId);
    ObjectNode file = JSON.createObjectNode();
    file.put("vendor", vendorId)
        .put("port", vendor.port())
        .put("unsigned", vendor.takesUnsigned())
        .put("imported", Checkout.isImported(vendorId))
        .set("credentials", JSON.valueToTree(vendor.testCredentials()));
    file.set("contract", Bundle.of(Checkout.contract(vendorId).getParent()));
    file.set("calls", JSON.valueToTree(calls));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(vendorId + ".json"), JSON.writeValueAsString(file) + "\n");
  }

  private List<CallExample> run() throws Exception {
    // written for the port that the documents name, run on one that is free
    String usual = "http://127.0.0.1:" + vendor.port();
    List<DocumentedRequest> requests = documented.complete();
    List<Snippets> written = Snippets.of(vendor, usual, PublishedForm.of(contract), requests);
    List<CallExample> examples = new ArrayList<>();
    try (MockServer mock = start()) {
      List<Snippets> executed =
          written.stream().map(each -> each.at(usual, mock.baseUri().toString())).toList();
      try (Language curl = new Curl(folder("curl"));
          Language fetch = new Fetch();
          Language java = java(executed)) {
        for (int i = 0; i < requests.size(); i++) {
          Trial trial = trial(mock, requests.get(i), i);
          try {
            String answer = trial.run("curl", curl, executed.get(i).curl());
            RecordedRequest seen = trial.last();
            String printed = trial.run("fetch", fetch, executed.get(i).fetch());
            trial.sameAnswer(seen.status() + " " + answer, printed);
            boolean inJava = runs(trial, java, executed.get(i), seen);
            examples.add(example(requests.get(i), written.get(i), inJava, seen, answer));
          } catch (IllegalStateException e) {
            if (!imported) {
              throw e;
            }
          }
        }
      }
    }
    return examples;
  }

  /** Of an imported vendor some Java cannot be written: it is left out, and so is never shown. */
  private boolean runs(Trial trial, Language java, Snippets code, RecordedRequest ofCurl)
      throws Exception {
    try {
      trial.run("Java", java, code.java());
      trial.sameRequest(ofCurl, trial.last());
      return true;
    } catch (IllegalStateException e) {
      if (!imported) {
        throw e;
      }
      return false;
    }
  }

  private Language java(List<Snippets> calls) throws IOException {
    if (imported) {
      return (number, code) -> {
        try (JavaCalls one = new JavaCalls(List.of(code), folder("java" + number))) {
          return one.run(0, code);
        }
      };
    }
    return new JavaCalls(calls.stream().map(Snippets::java).toList(), folder("java"));
  }

  private static CallExample example(
      DocumentedRequest request,
      Snippets shown,
      boolean inJava,
      RecordedRequest seen,
      String answer) {
    return new CallExample(
        request.operationId(),
        request.variant(),
        shown.curl(),
        shown.fetch(),
        inJava ? shown.java() : "",
        seen.status(),
        seen.response().header("Content-Type"),
        answer);
  }

  private Trial trial(MockServer mock, DocumentedRequest request, int number) {
    return new Trial(mock, request, successes(request.operationId()), number, () -> ids.set(0));
  }

  private MockServer start() {
    MockServer.Builder builder =
        MockServer.builder(vendor).clock(CLOCK).ids(this::nextId).checkResponses();
    return (vendor.takesUnsigned() ? builder.unsigned() : builder).start();
  }

  /** Ids that count from 1, for each call anew. */
  private UUID nextId() {
    return new UUID(0x0f0ec0de00004000L, 0x8000000000000000L | ids.incrementAndGet());
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }

  private Set<Integer> successes(String operationId) {
    Set<Integer> statuses = new TreeSet<>(imported ? OF_IMPORTED : List.of());
    for (JsonNode item : contract.path("paths")) {
      for (JsonNode operation : item) {
        if (operation.path("operationId").asText().equals(operationId)) {
          operation
              .path("responses")
              .fieldNames()
              .forEachRemaining(
                  status -> {
                    if (status.matches("2\\d\\d")) {
                      statuses.add(Integer.valueOf(status));
                    }
                  });
        }
      }
    }
    return statuses;
  }
}
