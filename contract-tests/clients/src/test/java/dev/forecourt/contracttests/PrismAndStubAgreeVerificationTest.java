package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.contract.tools.random.RandomRequests;
import dev.forecourt.contract.tools.random.ReviewedDifferences;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.contracttests.kit.PrismServer;
import dev.forecourt.mock.trials.Comparison;
import dev.forecourt.mock.trials.ContractJudge;
import dev.forecourt.mock.trials.Reviewed;
import dev.forecourt.mock.trials.TrialCredentials;
import dev.forecourt.mock.trials.Verdict;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prism and the compiled contract accept and refuse the same made-up requests, or the difference
 * stands in {@code reviewed-differences.yaml}.
 *
 * <p>Longer: {@code -Dforecourt.random.count=500}; others: {@code -Dforecourt.random.seed=7}.
 */
@Tag("node")
class PrismAndStubAgreeVerificationTest {

  private static final int USUAL_COUNT = 10;
  private static final int COUNT = Integer.getInteger("forecourt.random.count", USUAL_COUNT);
  private static final long SEED = Long.getLong("forecourt.random.seed", 20261122);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private PrismServer prism;
  private final ReviewedDifferences reviewed = Reviewed.differences();
  private final Comparison comparison = new Comparison(reviewed);

  @Test
  void judgeMadeUpRequestsAlike() throws Exception {
    int operations = 0;
    try {
      for (String vendor : Checkout.vendors()) {
        if (!Checkout.isImported(vendor)) {
          prism = prism == null ? PrismServer.start(vendor) : prism.and(vendor);
          operations += judgeAll(vendor);
        }
      }
    } finally {
      if (prism != null) {
        prism.close();
      }
    }

    assertThat(comparison.firstUnexplained()).as("%d in all", comparison.unexplained()).isEmpty();
    // right and wrong ones, to stub and Prism; few are left out because they would end Prism
    assertThat(comparison.compared()).isGreaterThanOrEqualTo(operations * COUNT * 2 * 2 * 9 / 10);
    if (COUNT == USUAL_COUNT && !Checkout.isOneVendor()) {
      assertThat(reviewed.unused("prism")).isEmpty();
    }
  }

  private int judgeAll(String vendor) throws Exception {
    RandomRequests requests = RandomRequests.of(Checkout.contract(vendor).getParent());
    ContractJudge stub = ContractJudge.of(vendor);
    TrialCredentials credentials = TrialCredentials.of(Vendors.named(vendor));
    for (String operation : requests.operations()) {
      for (long seed = SEED; seed < SEED + COUNT; seed++) {
        for (RandomRequest request :
            List.of(requests.valid(operation, seed), requests.broken(operation, seed))) {
          if (!endsPrism(request)) {
            comparison.compare(vendor, request, "stub", stub.judge(request));
            Verdict verdict = ask(request, credentials);
            if (verdict == null) {
              prism.close();
              prism = PrismServer.start(vendor);
            } else {
              comparison.compare(vendor, request, "prism", verdict);
            }
          }
        }
      }
    }
    return requests.operations().size();
  }

  /**
   * A multipart body that is not well formed ends Prism as a whole (prism issue 2672), so does a
   * percent sign that encodes nothing in what is called a form, and to JSON that is not well formed
   * it never answers.
   */
  private static boolean endsPrism(RandomRequest request) {
    String words = request.describe();
    boolean percent = new String(request.body(), StandardCharsets.ISO_8859_1).contains("%");
    return words.matches("\\w+ (MALFORMED body '[^%].*|(NO|WRONG)_MEDIA_TYPE .*multipart.*)")
        || percent && words.matches("\\w+ WRONG_MEDIA_TYPE .*urlencoded.*");
  }

  /** Null when it ended Prism: some texts do, put into a header of its answer or decoded. */
  private @Nullable Verdict ask(RandomRequest request, TrialCredentials credentials)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + prism.port() + request.target());
    HttpRequest.Builder sent = HttpRequest.newBuilder(uri).timeout(PATIENCE);
    request.headers().forEach(each -> sent.header(each.getKey(), each.getValue()));
    credentials.next().forEach(sent::header);
    sent.method(
        request.method(),
        request.body().length == 0
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(request.body()));

    HttpResponse<String> answer;
    try {
      answer = send(sent.build());
    } catch (HttpTimeoutException e) {
      return Verdict.fails("no answer");
    } catch (IOException e) {
      if (prism.ends()) {
        return null;
      }
      throw new IOException("Prism hung up on " + request.describe(), e);
    }
    prism.requireAlive();
    String reason = answer.statusCode() + " " + answer.body();
    if (answer.statusCode() < 300) {
      return Verdict.ACCEPTS;
    }
    return answer.statusCode() < 500 ? Verdict.refuses(reason) : Verdict.fails(reason);
  }

  /** Once more when the connection is gone: Node closes one that has rested for five seconds. */
  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
