package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.SynchronousRequestResponse;
import dev.forecourt.mock.MockServer;
import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.replay.Host;
import dev.forecourt.verifier.replay.PactFile;
import dev.forecourt.verifier.replay.Replay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our stubs keep their contracts: nothing must be found in what passes. */
class StubTrafficTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"autengo", "autochat", "claire", "fidcar", "fidelisa"})
  void findsNothingInTheTrafficOfOurStubs(String vendor) throws IOException, InterruptedException {
    Path har = folder.resolve(vendor + ".har");
    Path journal = folder.resolve("journal.json");

    int calls = drive(vendor, har, journal);
    Checked ofHar = Checked.of(har);
    Checked ofJournal = Checked.of(journal);

    assertThat(ofHar.errors()).isEmpty();
    assertThat(ofHar.traffic().exchanges()).isEqualTo(calls);
    assertThat(ofHar.results().summary()).startsWith(calls + " exchange(s), ");
    assertThat(ofJournal.errors()).isEmpty();
    assertThat(ofJournal.traffic().exchanges()).isEqualTo(calls);
  }

  /** A page of another origin asks before it calls; the journal says which requests did so. */
  @Test
  void passesOverPreflightsOfTheJournal() throws IOException, InterruptedException {
    Path journal = folder.resolve("journal.json");
    try (MockServer stub = MockServer.builder("fidcar").start()) {
      HttpRequest preflight =
          HttpRequest.newBuilder(stub.baseUri().resolve("/api/review?limit=2"))
              .method("OPTIONS", BodyPublishers.noBody())
              .header("Origin", "http://localhost:5173")
              .header("Access-Control-Request-Method", "GET")
              .header("Access-Control-Request-Headers", "authorization")
              .build();
      HttpClient.newHttpClient().send(preflight, BodyHandlers.discarding());
      get(stub.baseUri().resolve("/api/review?limit=2"));
      Files.writeString(journal, get(stub.baseUri().resolve("/__mock/requests")));
    }

    Checked checked = Checked.of(journal);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notices()).contains("1 preflight(s) of browsers");
  }

  private int drive(String vendor, Path har, Path journal)
      throws IOException, InterruptedException {
    int calls = 0;
    try (MockServer stub = MockServer.builder(vendor).start();
        RecordingProxy proxy = new RecordingProxy(stub.baseUri())) {
      Replay replay =
          new Replay(new Host(proxy.uri(), UnaryOperator.identity()), Credentials.ofStub(vendor));
      for (SynchronousRequestResponse call :
          PactFile.read(Checkout.committedPact(vendor)).calls()) {
        replay.answerTo(call);
        calls++;
      }
      proxy.har().write(har);
      Files.writeString(journal, get(stub.baseUri().resolve("/__mock/requests")));
    }
    return calls;
  }

  private static String get(URI uri) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }
}
