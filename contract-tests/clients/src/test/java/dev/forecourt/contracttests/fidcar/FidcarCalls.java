package dev.forecourt.contracttests.fidcar;

import static dev.forecourt.contracttests.fidcar.FidcarPact.DEALERSHIP;

import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.AnswerReviewForm;
import dev.forecourt.fidcar.model.CreateContactForm;
import dev.forecourt.fidcar.model.CreateDealershipForm;
import dev.forecourt.fidcar.model.ReportReviewForm;
import dev.forecourt.runtime.call.RequestOptions;
import java.util.List;
import java.util.function.Consumer;

/** Every operation with the least that it needs, for what FIDCAR says when it refuses. */
final class FidcarCalls {
  /** build() of a query refuses it. */
  private static final RequestOptions LIMIT_500 =
      RequestOptions.builder().query("limit", "500").build();

  /** The fields that fidcar.md L229-243 does not call optional. */
  private static final CreateDealershipForm DEALERSHIP_FORM =
      CreateDealershipForm.builder()
          .title("Garage Caltagirone")
          .street("16 place des Vosges")
          .city("Paris")
          .zipcode("75004")
          .phone("0176420140")
          .build();

  /** The fields of the sample request, fidcar.md L404-408, that have to be there. */
  private static final CreateContactForm CONTACT_FORM =
      CreateContactForm.builder()
          .firstname("Thibault")
          .lastname("Henry")
          .email("thibault@fidcar.com")
          .build();

  private FidcarCalls() {}

  /** All operations, with these ids. */
  static List<VendorCall<FidcarClient>> all(long dealership, String review, String dispute) {
    String ofDealership = "/api/local/" + dealership;
    String ofReview = "/api/review/" + review;
    return List.of(
        get("listDealerships", "/api/local", c -> c.dealerships().listDealerships().firstPage()),
        get("getDealership", ofDealership, c -> c.dealerships().getDealership(dealership)),
        post(
            "createDealership",
            "/api/local/add",
            c -> c.dealerships().createDealership(DEALERSHIP_FORM),
            "title",
            "Garage Caltagirone",
            "street",
            "16 place des Vosges",
            "city",
            "Paris",
            "zipcode",
            "75004",
            "phone",
            "0176420140"),
        get("listContacts", "/api/contact", c -> c.contacts().listContacts().firstPage()),
        get(
            "listDealershipContacts",
            ofDealership + "/contact",
            c -> c.contacts().listDealershipContacts(dealership).firstPage()),
        post(
            "createContact",
            ofDealership + "/contact",
            c -> c.contacts().createContact(dealership, CONTACT_FORM),
            "firstname",
            "Thibault",
            "lastname",
            "Henry",
            "email",
            "thibault@fidcar.com"),
        get("listReviews", "/api/review", c -> c.reviews().listReviews().firstPage()),
        get("getReview", ofReview, c -> c.reviews().getReview(review)),
        post(
            "answerReview",
            ofReview + "/answer",
            c ->
                c.reviews()
                    .answerReview(
                        review, AnswerReviewForm.builder().content("Your answer.").build()),
            "content",
            "Your answer."),
        post(
            "reportReview",
            ofReview + "/report",
            c ->
                c.reviews()
                    .reportReview(
                        review,
                        ReportReviewForm.builder().message("The review is problematic").build()),
            "message",
            "The review is problematic"),
        get("listLeads", ofDealership + "/lead", c -> c.leads().listLeads(dealership).firstPage()),
        get("listDisputes", "/api/dispute", c -> c.disputes().listDisputes().firstPage()),
        get("getDispute", "/api/dispute/" + dispute, c -> c.disputes().getDispute(dispute)),
        new VendorCall<>(
            "closeDispute",
            "POST",
            "/api/dispute/" + dispute + "/close",
            c -> c.disputes().closeDispute(dispute)));
  }

  /** All lists, with more objects a page than FIDCAR gives. */
  static List<VendorCall<FidcarClient>> listsWithLimit500() {
    String ofDealership = "/api/local/" + DEALERSHIP;
    return List.of(
        list500(
            "listDealerships",
            "/api/local",
            c -> c.dealerships().with(LIMIT_500).listDealerships().firstPage()),
        list500(
            "listContacts",
            "/api/contact",
            c -> c.contacts().with(LIMIT_500).listContacts().firstPage()),
        list500(
            "listDealershipContacts",
            ofDealership + "/contact",
            c -> c.contacts().with(LIMIT_500).listDealershipContacts(DEALERSHIP).firstPage()),
        list500(
            "listReviews",
            "/api/review",
            c -> c.reviews().with(LIMIT_500).listReviews().firstPage()),
        list500(
            "listLeads",
            ofDealership + "/lead",
            c -> c.leads().with(LIMIT_500).listLeads(DEALERSHIP).firstPage()),
        list500(
            "listDisputes",
            "/api/dispute",
            c -> c.disputes().with(LIMIT_500).listDisputes().firstPage()));
  }

  private static VendorCall<FidcarClient> list500(
      String operationId, String path, Consumer<FidcarClient> call) {
    return new VendorCall<>(operationId, "GET", path, request -> request.query("limit=500"), call);
  }

  private static VendorCall<FidcarClient> get(
      String operationId, String path, Consumer<FidcarClient> call) {
    return new VendorCall<>(operationId, "GET", path, call);
  }

  private static VendorCall<FidcarClient> post(
      String operationId, String path, Consumer<FidcarClient> call, String... namesAndValues) {
    return new VendorCall<>(
        operationId, "POST", path, request -> VendorPact.form(request, namesAndValues), call);
  }
}
