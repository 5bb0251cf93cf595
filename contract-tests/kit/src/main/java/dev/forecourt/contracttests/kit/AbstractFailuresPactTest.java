package dev.forecourt.contracttests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.errors.BadRequestException;
import dev.forecourt.runtime.errors.ForbiddenException;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.ServerErrorException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.errors.UnprocessableException;
import dev.forecourt.runtime.errors.VendorResponseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/**
 * The failures that a pact can say something about, one interaction each: those that follow from
 * the request or a state, and one forced answer for every other status, as a client has one reader
 * of errors. That a stub answers every documented failure of every operation is shown by {@code
 * DocumentedFailureTest} of the mock servers. Failures of one status share a server, because Pact
 * needs a tenth of a second to start one.
 *
 * @param <C> the vendor's client
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractFailuresPactTest<C extends VendorClient> {
  private final VendorPact vendor;

  /** For subclasses: what all requests have in common. */
  protected AbstractFailuresPactTest(VendorPact vendor) {
    this.vendor = vendor;
  }

  /**
   * The documented failures; requests of the same status and access must differ. Of those that
   * nothing in the request explains, only the first of a status goes into the pact, and only if no
   * other failure shows that status.
   */
  protected abstract List<Failure<C>> failures();

  /** A client with these credentials that sends every request once. */
  protected abstract C client(String baseUrl, Access access);

  /** The documented body of that failure; null if there is none. */
  protected abstract @Nullable DslPart body(Failure<C> failure);

  /** What the exception must tell besides operation and status. */
  protected abstract String words(Failure<C> failure);

  /** The headers of this call. Default: those of all requests. */
  protected VendorPact headers(VendorCall<C> call) {
    return vendor;
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void tellsWhatTheVendorSays(int status) throws Throwable {
    List<Failure<C>> all = shown().stream().filter(each -> each.status() == status).toList();

    PactVerificationResult result =
        ConsumerPactRunnerKt.runConsumerTest(
            pact(all),
            MockProviderConfig.createDefault(PactSpecVersion.V4),
            (server, context) -> {
              for (Failure<C> each : all) {
                fails(each, server.getUrl());
              }
              return all.size();
            });

    if (result instanceof PactVerificationResult.Error error) {
      throw error.getError();
    }
    if (!(result instanceof PactVerificationResult.Ok)) {
      throw new AssertionFailedError(result.getDescription());
    }
  }

  private List<Failure<C>> shown() {
    List<Failure<C>> explained = failures().stream().filter(each -> !each.isForced()).toList();
    Set<Integer> known = explained.stream().map(Failure::status).collect(Collectors.toSet());
    return Stream.concat(
            explained.stream(),
            failures().stream().filter(Failure::isForced).filter(each -> known.add(each.status())))
        .toList();
  }

  IntStream statuses() {
    return failures().stream().mapToInt(Failure::status).distinct().sorted();
  }

  private V4Pact pact(List<Failure<C>> failures) {
    PactDslWithProvider pact = vendor.empty();
    V4Pact all = null;
    for (Failure<C> each : failures) {
      VendorCall<C> call = each.call();
      PactDslRequestWithPath request =
          call.asked(headers(call), pact, each.state(), each.does(), each.access());
      all = VendorPact.answered(request, each.status(), body(each));
    }
    return all;
  }

  private void fails(Failure<C> failure, String baseUrl) {
    try (C client = client(baseUrl, failure.access())) {
      VendorResponseException thrown =
          catchThrowableOfType(
              VendorResponseException.class, () -> failure.call().call().accept(client));

      assertThat(thrown)
          .as(failure.description())
          .isExactlyInstanceOf(type(failure.status()))
          .hasMessageContaining(failure.call().operationId())
          .hasMessageContaining(String.valueOf(failure.status()))
          .hasMessageContaining(words(failure));
      assertThat(PublicCredentials.of(vendor.vendor()))
          .as("credentials in the message of %s", failure.description())
          .noneMatch(thrown.getMessage()::contains);
    }
  }

  private static Class<? extends VendorResponseException> type(int status) {
    return switch (status) {
      case 400 -> BadRequestException.class;
      case 401 -> UnauthorizedException.class;
      case 403 -> ForbiddenException.class;
      case 404 -> NotFoundException.class;
      case 422 -> UnprocessableException.class;
      case 429 -> RateLimitedException.class;
      case 500, 503 -> ServerErrorException.class;
      default -> VendorResponseException.class;
    };
  }
}
