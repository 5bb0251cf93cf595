package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.model.Language;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.AnswerReviewForm;
import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.fidcar.model.Review;
import dev.forecourt.fidcar.model.ReviewPage;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.fidelisa.model.Shop;
import dev.forecourt.fidelisa.model.ShopAccount;
import dev.forecourt.fidelisa.model.ShopEnvelope;
import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples of the guides for the clients. Here, because this module has every client. */
class ClientGuidesTest {

  private final WireServer server = new WireServer();
  private final String url = server.url();
  private final String key = "k3y";
  private final String jwt = "jwt-0";
  private final String clientId = "id";
  private final String clientSecret = "s3cret";

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void buildsAClientOfEachVendor() {
    FidcarClient fidcar = FidcarClient.builder().apiKey(key).build();
    ClaireClient claire = ClaireClient.builder().apiKey(key).build();
    AutengoClient autengo =
        AutengoClient.builder()
            .apiKey(key)
            .jwt(jwt)
            .session(1234567890, 1234567890)
            .language(Language.EN)
            .build();
    FidelisaClient fidelisa = FidelisaClient.builder().provider("FORECOURT", key).build();
    AutochatClient autochat =
        AutochatClient.builder().clientCredentials(clientId, clientSecret).build();

    List.of(fidcar, claire, autengo, fidelisa, autochat).forEach(client -> client.close());
  }

  @Test
  void usesTheKeyOfAShop() {
    server.answer(new Specs("fidelisa").evidence("shopInitialised")).answer("{}");
    FidelisaClient provider =
        FidelisaClient.builder().provider("FORECOURT", key).baseUrl(url).build();

    ShopAccount account = ShopAccount.builder().userEmail("test3@fidelisa.com").build();
    Shop shop = provider.shops().initShop(ShopEnvelope.builder().shop(account).build());
    FidelisaClient client = provider.forShop(shop);

    client.customers().getCustomer("FD39A1AA");
    assertThat(server.requests().get(1).header("FIDELISA_APIUSER")).isEqualTo(shop.uuid());
  }

  @Test
  void setsWhatOneCallNeeds() {
    server.answer("{}").answer(WireAnswer.json(200, "{\"id\":1325}").header("X-Id", "r-1"));
    FidcarClient fidcar = FidcarClient.builder().apiKey(key).baseUrl(url).build();

    RequestOptions options =
        RequestOptions.builder()
            .timeout(Duration.ofMinutes(2))
            .retries(RetryPolicy.builder().maxRetries(5).timeLimit(Duration.ofHours(1)).build())
            .header("X-Request-Id", "r-1")
            .build();
    fidcar.dealerships().with(options).getDealership(1325);

    VendorResponse<Dealership> answer = fidcar.dealerships().withRawResponse().getDealership(1325);
    System.out.println(answer.status() + " " + answer.header("X-Id") + " " + answer.bodyText());

    assertThat(server.requests().get(0).header("X-Request-Id")).isEqualTo("r-1");
    assertThat(answer.model().id()).isEqualTo(1325);
  }

  @Test
  void tellsFailuresApart() {
    server.answer(
        WireAnswer.json(404, "{\"error\":{\"code\":404,\"message\":\"No review found.\"}}"));
    FidcarClient fidcar = FidcarClient.builder().apiKey(key).baseUrl(url).build();
    StringBuilder seen = new StringBuilder();

    try {
      fidcar.reviews().getReview("42");
    } catch (NotFoundException e) {
      seen.append(e.getMessage());
    } catch (RateLimitedException e) {
      e.retryAt().ifPresent(at -> seen.append("again at ").append(at));
    } catch (VendorTransportException e) {
      seen.append(e.mayHaveArrived() ? "look before you repeat" : "nothing was sent");
    }

    assertThat(seen)
        .hasToString(
            "fidcar getReview: 404 Not Found for GET /api/review/42. FIDCAR says: \"No review"
                + " found.\" (code 404). Check the ids in the path.");
  }

  @Test
  void callsWithoutWaiting() throws Exception {
    server.answer("{\"id\":1325}").answer("{\"total\":1,\"data\":[{\"id\":\"42\"}]}");
    FidcarClient fidcar = FidcarClient.builder().apiKey(key).baseUrl(url).build();
    CompletableFuture<String> first = new CompletableFuture<>();
    Flow.Subscriber<Review> subscriber = new FirstReview(first);

    CompletableFuture<Dealership> dealership = fidcar.dealerships().async().getDealership(1325);
    assertThat(dealership.get(10, TimeUnit.SECONDS).id()).isEqualTo(1325);
    fidcar.reviews().async().listReviews().subscribe(subscriber);

    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("42");
  }

  private record FirstReview(CompletableFuture<String> id) implements Flow.Subscriber<Review> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(Review review) {
      id.complete(review.id());
    }

    @Override
    public void onError(Throwable failure) {
      id.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {}
  }

  @Test
  void asksForKeysAndReadsTheEnvironment() {
    server.answer("{}").answer("{}");
    Vault vault = new Vault();
    Map<String, String> variables = Map.of("FIDCAR_API_KEY", "of-env", "FIDCAR_BASE_URL", url);

    FidcarClient rotating = FidcarClient.builder().apiKey(vault::fidcarKey).baseUrl(url).build();
    FidcarClient fromEnv =
        FidcarClient.builder().readTimeout(Duration.ofSeconds(5)).fromEnv(variables).build();

    rotating.dealerships().getDealership(1325);
    fromEnv.dealerships().getDealership(1325);
    assertThat(server.requests())
        .extracting(request -> request.header("Authorization"))
        .containsExactly("of-vault", "of-env");
  }

  /** Where an application keeps its keys. */
  private static final class Vault {
    String fidcarKey() {
      return "of-vault";
    }
  }

  @Test
  void testsCodeOfAnApplicationWithoutAMock() {
    Grades unknown =
        new Grades(
            id -> {
              throw Failure.of("fidcar", "getReview").status(404).build().toException();
            });
    Grades known =
        new Grades(id -> VendorResponse.of(VendorJson.read("{\"grade\":9}", Review.class)));

    assertThat(unknown.shown("42")).isEqualTo("no such review");
    assertThat(known.shown("42")).isEqualTo("9");
  }

  /**
   * What an application does with reviews; made with {@code
   * reviews().withRawResponse()::getReview}.
   */
  private record Grades(Function<String, VendorResponse<Review>> reviews) {
    String shown(String id) {
      try {
        return String.valueOf(reviews.apply(id).model().grade());
      } catch (NotFoundException e) {
        return "no such review";
      }
    }
  }

  @Test
  void readsLists() {
    for (int i = 0; i < 4; i++) {
      server.answer("{\"page\":1,\"limit\":10,\"total\":1,\"data\":[{\"id\":\"42\",\"grade\":9}]}");
    }
    FidcarClient fidcar = FidcarClient.builder().apiKey(key).baseUrl(url).build();
    List<Object> grades = new ArrayList<>();

    List<Review> newest = fidcar.reviews().listReviews().stream().limit(3).toList();
    for (Review review : fidcar.reviews().listReviews()) {
      grades.add(review.grade());
    }
    ReviewPage first = fidcar.reviews().listReviews().firstPage();
    List<ReviewPage> pages = fidcar.reviews().listReviews().pages().toList();

    assertThat(newest).extracting(Review::id).containsExactly("42");
    assertThat(grades).hasSize(1);
    assertThat(first.total()).isEqualTo(1);
    assertThat(pages).hasSize(1);
  }

  @Test
  void keepsWhatTheContractDoesNotName() {
    Review review = VendorJson.read("{\"grade\":9,\"mood\":\"calm\"}", Review.class);
    String same = VendorJson.write(review);

    assertThat(same).isEqualTo("{\"grade\":9,\"mood\":\"calm\"}");
  }

  @Test
  void sendsAnIdempotencyKeyWithEveryRetry() {
    server.answer(WireAnswer.json(503, "{}")).answer("{}");
    String orderId = "o-1";
    FidcarClient fidcar =
        FidcarClient.builder().apiKey(key).baseUrl(url).sleeper(wait -> {}).build();

    RequestOptions once =
        RequestOptions.builder().header("Idempotency-Key", orderId).repeatable(true).build();
    fidcar
        .reviews()
        .with(once)
        .answerReview("42", AnswerReviewForm.builder().content("Thanks").build());

    assertThat(server.requests())
        .extracting(request -> request.header("Idempotency-Key"))
        .containsExactly("o-1", "o-1");
  }

  @Test
  void buildsAClientBehindAProxyOrAGateway() throws NoSuchAlgorithmException {
    String proxyPassword = "pr0xy";
    String gatewayKey = "g4te";
    SSLContext trustOfTheHouse = SSLContext.getDefault();

    FidcarClient behindAProxy =
        FidcarClient.builder()
            .apiKey(key)
            .proxy(ProxySelector.of(new InetSocketAddress("proxy.house.example", 3128)))
            .proxyLogin("forecourt", proxyPassword)
            .build();
    FidcarClient atTheGateway =
        FidcarClient.builder()
            .apiKey(key)
            .baseUrl("https://gateway.example/fidcar")
            .header("X-Gateway-Key", gatewayKey)
            .sslContext(trustOfTheHouse)
            .build();

    assertThat(behindAProxy.toString()).doesNotContain(proxyPassword);
    assertThat(atTheGateway.toString()).doesNotContain(gatewayKey);
    behindAProxy.close();
    atTheGateway.close();
  }
}
