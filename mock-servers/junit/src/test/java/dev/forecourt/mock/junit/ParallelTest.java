package dev.forecourt.mock.junit;

import static dev.forecourt.mock.verify.RequestPattern.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.AnswerReviewForm;
import dev.forecourt.mock.MockServer;
import dev.forecourt.runtime.json.VendorJson;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests of one class that run at the same time do not see each other. */
class ParallelTest {
  private static final String REVIEW = "d57c6ec6-4ebd-4a01-a6fd-9771638424c9";
  private static final int AT_ONCE = 4;
  private static final CyclicBarrier ALL_HAVE_CHANGED = new CyclicBarrier(AT_ONCE);
  private static final Set<URI> HOSTS = ConcurrentHashMap.newKeySet();

  @Test
  void eachHasAStateAndAJournalOfItsOwn() {
    HOSTS.clear();

    EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(AT_ONCE))
        .selectors(selectClass(AtTheSameTime.class))
        .execute()
        .testEvents()
        .assertStatistics(events -> events.succeeded(AT_ONCE).failed(0));

    assertThat(HOSTS).hasSize(AT_ONCE);
  }

  @ForecourtMocks("fidcar")
  @Execution(ExecutionMode.CONCURRENT)
  static class AtTheSameTime {
    @RepeatedTest(AT_ONCE)
    void seesWhatItHasChangedItself(
        FidcarClient fidcar, MockServer server, @Mock("fidcar") URI host) throws Exception {
      String mine = "Answer of " + host;
      HOSTS.add(host);
      fidcar.reviews().answerReview(REVIEW, AnswerReviewForm.builder().content(mine).build());
      ALL_HAVE_CHANGED.await(30, TimeUnit.SECONDS);

      assertThat(VendorJson.write(fidcar.reviews().getReview(REVIEW))).contains(mine);
      server.verify(1, request("answerReview"));
    }
  }
}
