package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What FIDCAR shows of what is remembered: null for what is not known, nothing at all for objects
 * that there are not.
 */
final class Views {

  private final FidcarState state;

  Views(FidcarState state) {
    this.state = state;
  }

  static DealershipJson dealership(Dealership local) {
    return local.fields().toBuilder().id(local.id()).build();
  }

  ContactJson contact(Contact contact) {
    ContactSummaryJson summary = summary(contact);
    ContactJson.Builder shown = ContactJson.builder();
    ContactSummaryJson.NAMES.forEach(name -> shown.set(name, summary.get(name)));
    return shown.user(contact.user().json()).review(review(contact.reviewId())).build();
  }

  /** The contact inside its own review. */
  private static ContactSummaryJson summary(Contact contact) {
    return contact.fields().toBuilder()
        .id(contact.id())
        .datetime(FidcarTime.text(contact.datetime()))
        .communication(messages(contact))
        .status(contact.status())
        .build();
  }

  private static List<CommunicationJson> messages(Contact contact) {
    return contact.communication().stream()
        .map(
            each ->
                new CommunicationJson(each.type(), each.status(), FidcarTime.text(each.datetime())))
        .toList();
  }

  ReviewJson review(Review review) {
    ReviewJson.Builder shown =
        ReviewJson.builder()
            .id(review.id())
            .datetime(FidcarTime.text(review.datetime()))
            .grade((long) review.grade())
            .comment(review.comment())
            .status("published");
    Contact contact = state.contact(review.contactId());
    if (contact != null) {
      shown
          .user(contact.user().json())
          .contact(summary(contact))
          .service(contact.fields().service());
    }
    if (!review.survey().isEmpty()) {
      shown.survey(review.survey());
    }
    if (review.answer() != null) {
      shown.answer(review.answer());
    }
    return shown.build();
  }

  LeadJson lead(Lead lead) {
    return new LeadJson(
        review(lead.reviewId()), lead.type(), lead.brand(), lead.model(), lead.delay());
  }

  DisputeJson dispute(Dispute dispute) {
    return dispute.fields().toBuilder().id(dispute.id()).review(review(dispute.reviewId())).build();
  }

  private @Nullable JsonValue<ReviewJson> review(@Nullable String id) {
    byte[] json = state.reviewJson(id);
    return json == null ? null : JsonValue.written(json);
  }
}
