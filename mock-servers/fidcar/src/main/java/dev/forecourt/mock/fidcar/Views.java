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

  DealershipJson dealership(Dealership local) {
    Dealership.Address address = local.address();
    DealershipJson.Builder shown =
        DealershipJson.builder()
            .id(local.id())
            .code(local.code())
            .publicKey(local.publicKey())
            .title(local.title())
            .street(address.street())
            .zipcode(address.zipcode())
            .city(address.city())
            .country(address.country())
            .coords(local.coords())
            .phone(local.phone())
            .website(local.website())
            .siret(local.siret())
            .grade(local.grade())
            .url(local.url())
            .reviews(local.reviews())
            .brands(local.brands())
            .social(local.social());
    Bridge bridge = local.bridge();
    if (bridge != null) {
      shown.bridge(
          BridgeJson.builder()
              .title(bridge.title())
              .code(bridge.code())
              .params(bridge.params())
              .build());
    }
    return shown.build();
  }

  ContactJson contact(Contact contact) {
    Vehicle vehicle = contact.vehicle();
    return ContactJson.builder()
        .id(contact.id())
        .user(user(contact.user()))
        .reference(contact.reference())
        .pro(contact.pro())
        .service(contact.service())
        .datetime(FidcarTime.text(contact.datetime()))
        .review(review(contact.reviewId()))
        .communication(messages(contact))
        .seller(contact.seller())
        .type(vehicle.type())
        .brand(vehicle.brand())
        .model(vehicle.model())
        .immat(vehicle.immat())
        .vin(vehicle.vin())
        .km(vehicle.km())
        .mec(vehicle.mec())
        .origin(contact.origin())
        .price(contact.price())
        .status(contact.status())
        .build();
  }

  /** The contact inside its own review. */
  private static ContactSummaryJson summary(Contact contact) {
    Vehicle vehicle = contact.vehicle();
    return ContactSummaryJson.builder()
        .id(contact.id())
        .reference(contact.reference())
        .pro(contact.pro())
        .service(contact.service())
        .datetime(FidcarTime.text(contact.datetime()))
        .communication(messages(contact))
        .seller(contact.seller())
        .type(vehicle.type())
        .brand(vehicle.brand())
        .model(vehicle.model())
        .immat(vehicle.immat())
        .vin(vehicle.vin())
        .km(vehicle.km())
        .mec(vehicle.mec())
        .origin(contact.origin())
        .price(contact.price())
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
      shown.user(user(contact.user())).contact(summary(contact)).service(contact.service());
    }
    if (!review.survey().isEmpty()) {
      shown.survey(review.survey());
    }
    Answer answer = review.answer();
    if (answer != null) {
      String time = FidcarTime.text(answer.datetime());
      shown.answer(new AnswerJson(user(answer.user()), time, answer.content()));
    }
    return shown.build();
  }

  LeadJson lead(Lead lead) {
    return new LeadJson(
        review(lead.reviewId()), lead.type(), lead.brand(), lead.model(), lead.delay());
  }

  DisputeJson dispute(Dispute dispute) {
    User user = dispute.user();
    DisputeJson.Builder shown =
        DisputeJson.builder()
            .id(dispute.id())
            .review(review(dispute.reviewId()))
            .wishContact(dispute.wishContact())
            .wishContactTime(dispute.wishContactTime())
            .urgent(dispute.urgent())
            .status(dispute.status())
            .createdAt(dispute.createdAt())
            .assignedAt(dispute.assignedAt())
            .closedAt(dispute.closedAt())
            .confirmedAt(dispute.confirmedAt());
    if (user != null) {
      shown.user(user(user));
    }
    // FIDCAR's sample and its table spell the member differently; a seeded dispute follows the
    // table
    return (dispute.methode()
            ? shown.wishContactMethode(dispute.wishContactMethod())
            : shown.wishContactMethod(dispute.wishContactMethod()))
        .build();
  }

  private @Nullable JsonValue<ReviewJson> review(@Nullable String id) {
    byte[] json = state.reviewJson(id);
    return json == null ? null : JsonValue.written(json);
  }

  private static UserJson user(User user) {
    return new UserJson(user.firstname(), user.lastname(), user.email(), user.phone());
  }
}
