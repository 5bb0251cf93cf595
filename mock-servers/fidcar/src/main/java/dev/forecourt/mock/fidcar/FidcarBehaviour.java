package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.store.EntityStore;
import dev.forecourt.mock.store.Filter;
import dev.forecourt.mock.store.Page;
import dev.forecourt.mock.vendor.MockSettings;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What FIDCAR does with a request that has passed all checks. */
final class FidcarBehaviour implements FidcarApi {

  /** Who writes the answers: FIDCAR takes the account's user, the form names nobody. */
  static final User ACCOUNT_USER =
      new User("Claire", "Martin", "claire.martin@garage-du-nord.example", "0169652402");

  private static final String KNOWN_REVIEW = "d57c6ec6-4ebd-4a01-a6fd-9771638424c9";

  private final FidcarState state;
  private final FidcarTime time;
  private final ContactIntake contacts;
  private final ContactFilter filter;
  private final DealershipIntake dealerships;

  FidcarBehaviour(FidcarState state, MockSettings settings) {
    this.state = state;
    time = new FidcarTime(settings.clock());
    contacts = new ContactIntake(state, time, settings.ids());
    filter = new ContactFilter(state);
    dealerships = new DealershipIntake(state, settings.ids());
  }

  @Override
  public MockResponse listDealerships(ListDealershipsRequest request) {
    Filter<Dealership> filter =
        new Filter<Dealership>()
            .when(request.siret(), (each, wanted) -> Text.same(each.fields().siret(), wanted))
            .when(request.code(), (each, wanted) -> Text.same(each.fields().code(), wanted))
            .when(request.bridge(), (each, wanted) -> Text.same(each.bridge(), wanted));
    Page page = state.dealerships().page(filter.build(), request.page(), request.limit());
    return MockResponse.ok(
        new DealershipPageJson(page.number(), page.limit(), page.total(), page.values()));
  }

  @Override
  public MockResponse getDealership(GetDealershipRequest request) {
    return one(state.dealerships(), request.localId(), "dealership", "1325", "/api/local");
  }

  @Override
  public MockResponse createDealership(CreateDealershipRequest request) {
    Dealership created = dealerships.dealership(request);
    state.dealerships().put(created);
    return MockResponse.json(200, state.dealerships().freshJson(created));
  }

  @Override
  public MockResponse listContacts(ListContactsRequest request) {
    return contacts(state.contacts().page(filter.of(request), request.page(), request.limit()));
  }

  @Override
  public MockResponse listDealershipContacts(ListDealershipContactsRequest request) {
    requireDealership(request.localId());
    return contacts(
        state
            .contacts()
            .page(request.localId(), filter.of(request), request.page(), request.limit()));
  }

  @Override
  public MockResponse createContact(CreateContactRequest request) {
    requireDealership(request.localId());
    Contact created = contacts.contact(request);
    state.contacts().put(created);
    return MockResponse.json(200, state.contacts().freshJson(created));
  }

  @Override
  public MockResponse listReviews(ListReviewsRequest request) {
    Predicate<Review> filter =
        new Filter<Review>()
            .when(
                FidcarTime.atStart(request.start()), (each, day) -> !each.datetime().isBefore(day))
            .when(FidcarTime.atEnd(request.end()), (each, day) -> !each.datetime().isAfter(day))
            .build();
    return reviews(
        request.local() == null
            ? state.reviews().page(filter, request.page(), request.limit())
            : state.reviews().page(request.local(), filter, request.page(), request.limit()));
  }

  @Override
  public MockResponse getReview(GetReviewRequest request) {
    return review(request.reviewId());
  }

  @Override
  public MockResponse answerReview(AnswerReviewRequest request) {
    Review review = requireReview(request.reviewId());
    String now = FidcarTime.text(time.now());
    state
        .reviews()
        .put(review.answered(new AnswerJson(ACCOUNT_USER.json(), now, request.content())));
    return review(request.reviewId());
  }

  @Override
  public MockResponse reportReview(ReportReviewRequest request) {
    requireReview(request.reviewId());
    state.report(request.reviewId(), time.now(), request.message());
    return review(request.reviewId());
  }

  @Override
  public MockResponse listLeads(ListLeadsRequest request) {
    Predicate<Lead> filter =
        new Filter<Lead>()
            .when(request.type(), (each, wanted) -> Text.same(each.type(), wanted))
            .build();
    requireDealership(request.localId());
    Page page = state.leads().page(request.localId(), filter, request.page(), request.limit());
    return MockResponse.ok(
        new LeadPageJson(page.number(), page.limit(), page.total(), page.values()));
  }

  @Override
  public MockResponse listDisputes(ListDisputesRequest request) {
    Page page = state.disputes().page(null, request.page(), request.limit());
    return MockResponse.ok(
        new DisputePageJson(page.number(), page.limit(), page.total(), page.values()));
  }

  @Override
  public MockResponse getDispute(GetDisputeRequest request) {
    return dispute(request.disputeId());
  }

  @Override
  public MockResponse closeDispute(CloseDisputeRequest request) {
    Dispute dispute = state.disputes().find(request.disputeId());
    // the vendor names no dispute that cannot be closed; closing once more changes nothing
    if (dispute != null && !dispute.isClosed()) {
      state.disputes().put(dispute.closed(time.nowWithOffset()));
    }
    return dispute(request.disputeId());
  }

  private static MockResponse contacts(Page page) {
    return MockResponse.ok(
        new ContactPageJson(page.number(), page.limit(), page.total(), page.values()));
  }

  private static MockResponse reviews(Page page) {
    return MockResponse.ok(
        new ReviewPageJson(page.number(), page.limit(), page.total(), page.values()));
  }

  private MockResponse review(String id) {
    return one(state.reviews(), id, "review", KNOWN_REVIEW, "/api/review");
  }

  private MockResponse dispute(String id) {
    return one(state.disputes(), id, "dispute", "4012", "/api/dispute");
  }

  private void requireDealership(long id) {
    if (state.dealerships().find(id) == null) {
      throw unknown("dealership", id, "1325", "/api/local");
    }
  }

  private Review requireReview(String id) {
    Review review = state.reviews().find(id);
    if (review == null) {
      throw unknown("review", id, KNOWN_REVIEW, "/api/review");
    }
    return review;
  }

  private static <K, T> MockResponse one(
      EntityStore<K, T> store, K id, String kind, String known, String list) {
    byte @Nullable [] json = store.json(id);
    if (json == null) {
      throw unknown(kind, id, known, list);
    }
    return MockResponse.json(200, json);
  }

  private static Refusal unknown(String kind, Object id, String known, String list) {
    return new Refusal(
        404, "No %s '%s'. Try '%s', or GET %s for all there are.".formatted(kind, id, known, list));
  }
}
