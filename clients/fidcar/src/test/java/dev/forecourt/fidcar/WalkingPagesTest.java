package dev.forecourt.fidcar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.fidcar.api.DealershipsService.ListDealershipsQuery;
import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.fidcar.model.DealershipPage;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.paging.Pages;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which pages a walk asks for, and when. Envelope as in fidcar.md, "List Response Format". */
class WalkingPagesTest {
  private final WireServer server = new WireServer();
  private final FidcarClient client =
      FidcarClient.builder().apiKey("fidcar-test-key").baseUrl(server.url()).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void asksNothingBeforeItIsIterated() {
    Pages<DealershipPage, Dealership> pages = client.dealerships().listDealerships();
    pages.iterator();
    pages.stream();
    pages.pages();

    assertThat(server.requests()).isEmpty();
  }

  @Test
  void walksAllPagesAndStopsAtTheTotal() {
    answerPage(1, 2, 5, 11, 12);
    answerPage(2, 2, 5, 21, 22);
    answerPage(3, 2, 5, 31);

    List<Long> ids = client.dealerships().listDealerships().stream().map(Dealership::id).toList();

    assertThat(ids).containsExactly(11L, 12L, 21L, 22L, 31L);
    assertThat(lines())
        .containsExactly("GET /api/local", "GET /api/local?page=2", "GET /api/local?page=3");
  }

  @Test
  void doesNotAskForAnEmptyPageWhenTheLastPageIsFull() {
    answerPage(1, 2, 4, 11, 12);
    answerPage(2, 2, 4, 21, 22);

    List<Dealership> all = client.dealerships().listDealerships().stream().toList();

    assertThat(all).hasSize(4);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void asksOnlyForThePagesThatAreUsed() {
    answerPage(1, 2, 100, 11, 12);
    answerPage(2, 2, 100, 21, 22);

    List<Dealership> some = client.dealerships().listDealerships().stream().limit(4).toList();

    assertThat(some).hasSize(4);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void asksForTheNextPageOnlyAfterTheLastObjectOfAPage() {
    answerPage(1, 2, 4, 11, 12);
    Iterator<Dealership> iterator = client.dealerships().listDealerships().iterator();

    iterator.next();
    iterator.next();

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void keepsFiltersAndLimitOnEveryPage() {
    answerPage(1, 1, 2, 11);
    answerPage(2, 1, 2, 21);
    ListDealershipsQuery query = ListDealershipsQuery.builder().limit(1).code("A&B").build();

    client.dealerships().listDealerships(query).forEach(dealership -> {});

    assertThat(lines())
        .containsExactly(
            "GET /api/local?limit=1&code=A%26B", "GET /api/local?page=2&limit=1&code=A%26B");
  }

  @Test
  void startsAtThePageOfTheQueryAndCountsThePagesBefore() {
    answerPage(3, 5, 12, 31, 32);
    ListDealershipsQuery query = ListDealershipsQuery.builder().page(3).limit(5).build();

    List<Dealership> rest = client.dealerships().listDealerships(query).stream().toList();

    assertThat(rest).hasSize(2);
    assertThat(lines()).containsExactly("GET /api/local?page=3&limit=5");
  }

  @Test
  void losesNothingWhenTheServerCapsTheLimitThatItRepeats() {
    answerPage(1, 100, 3, 11, 12);
    answerPage(2, 100, 3, 21);
    ListDealershipsQuery query = ListDealershipsQuery.builder().limit(100).build();

    List<Dealership> all = client.dealerships().listDealerships(query).stream().toList();

    assertThat(all).hasSize(3);
  }

  @Test
  void givesPagesOneByOne() {
    answerPage(1, 2, 3, 11, 12);
    answerPage(2, 2, 3, 21);

    List<DealershipPage> pages = client.dealerships().listDealerships().pages().toList();

    assertThat(pages).extracting(DealershipPage::page).containsExactly(1, 2);
    assertThat(pages).extracting(DealershipPage::total).containsExactly(3, 3);
  }

  @Test
  void givesTheFirstPageWithOneRequest() {
    answerPage(1, 2, 100, 11, 12);

    DealershipPage page = client.dealerships().listDealerships().firstPage();

    assertThat(page.data()).extracting(Dealership::id).containsExactly(11L, 12L);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void startsAnewForEveryIterator() {
    answerPage(1, 2, 1, 11);
    answerPage(1, 2, 1, 11);
    Pages<DealershipPage, Dealership> pages = client.dealerships().listDealerships();

    long twice = pages.stream().count() + pages.stream().count();

    assertThat(twice).isEqualTo(2);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void endsAtAnEmptyPageWhateverTheTotalSays() {
    answerPage(1, 2, 1000, 11, 12);
    answerPage(2, 2, 1000);

    List<Dealership> all = client.dealerships().listDealerships().stream().toList();

    assertThat(all).hasSize(2);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void endsAtAPageThatIsNotFullWhenThereIsNoTotal() {
    server.answer("{\"limit\":2,\"data\":[{\"id\":11},{\"id\":12}]}");
    server.answer("{\"limit\":2,\"data\":[{\"id\":21}]}");

    List<Dealership> all = client.dealerships().listDealerships().stream().toList();

    assertThat(all).hasSize(3);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void refusesAServerThatAnswersTheSamePageAgain() {
    answerPage(1, 2, 1000, 11, 12);
    answerPage(1, 2, 1000, 11, 12);

    assertThatThrownBy(() -> client.dealerships().listDealerships().stream().toList())
        .isInstanceOf(VendorDecodeException.class)
        .hasMessage(
            "fidcar listDealerships: page 2 holds the same objects as page 1, so the server ignores the"
                + " page or counts in a circle. Expected new objects or an empty page. Use firstPage(), and tell"
                + " the vendor.");
  }

  @Test
  void throwsWhereThePageFails() {
    answerPage(1, 1, 2, 11);
    server.answer(WireAnswer.json(404, Evidence.of("error")));
    Iterator<Dealership> iterator = client.dealerships().listDealerships().iterator();

    iterator.next();

    assertThatThrownBy(iterator::next).isInstanceOf(NotFoundException.class);
  }

  private void answerPage(int page, int limit, int total, int... ids) {
    String[] objects = Arrays.stream(ids).mapToObj("{\"id\":%d}"::formatted).toArray(String[]::new);
    server.answer(Evidence.page(page, limit, total, objects));
  }

  private List<String> lines() {
    return server.requests().stream().map(WireRequest::line).toList();
  }
}
