package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.Review;
import dev.forecourt.runtime.kit.WireServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The example of the guide to WebFlux. */
class ReactorGuideTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final WireServer server = new WireServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void givesMonoAndFlux() {
    server
        .answer("{\"id\":\"42\"}")
        .answer("{\"page\":1,\"limit\":10,\"total\":1,\"data\":[{\"id\":\"43\"}]}");
    String id = "42";
    FidcarClient fidcar = FidcarClient.builder().apiKey("k3y").baseUrl(server.url()).build();

    Mono<Review> review = Mono.fromFuture(() -> fidcar.reviews().async().getReview(id));
    Flux<Review> reviews =
        JdkFlowAdapter.flowPublisherToFlux(fidcar.reviews().async().listReviews());

    assertThat(review.block(LONG).id()).isEqualTo("42");
    assertThat(reviews.collectList().block(LONG)).extracting(Review::id).containsExactly("43");
    fidcar.close();
  }
}
