package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes entities as FIDCAR does: nulls where the contract allows them, fields left out where it
 * does not.
 */
final class FidcarWriter {

  private final FidcarState state;

  FidcarWriter(FidcarState state) {
    this.state = state;
  }

  byte[] dealership(Dealership dealership) {
    return JsonWriter.object(out -> write(dealership, out));
  }

  byte[] contact(Contact contact) {
    return JsonWriter.object(out -> write(contact, out));
  }

  byte[] review(Review review) {
    return JsonWriter.object(out -> write(review, out));
  }

  byte[] lead(Lead lead) {
    return JsonWriter.object(
        out -> {
          writeReview("review", lead.reviewId(), out);
          out.field("type", lead.type()).field("brand", lead.brand());
          out.field("model", lead.model()).field("delay", lead.delay());
        });
  }

  byte[] dispute(Dispute dispute) {
    return JsonWriter.object(out -> write(dispute, out));
  }

  private static void write(Dealership local, JsonWriter out) {
    Dealership.Address address = local.address();
    out.field("id", local.id()).field("code", local.code()).field("publicKey", local.publicKey());
    out.field("title", local.title())
        .field("street", address.street())
        .field("zipcode", address.zipcode());
    out.field("city", address.city()).field("country", address.country());
    out.name("coords").tree(local.coords());
    out.field("phone", local.phone())
        .field("website", local.website())
        .field("siret", local.siret());
    out.name("grade").tree(local.grade());
    out.field("url", local.url()).field("reviews", local.reviews());
    out.name("brands").tree(local.brands());
    out.name("social").tree(local.social());
    Bridge bridge = local.bridge();
    if (bridge != null) {
      out.object("bridge", json -> write(bridge, json));
    }
  }

  private static void write(Bridge bridge, JsonWriter out) {
    out.field("title", bridge.title())
        .field("code", bridge.code())
        .name("params")
        .tree(bridge.params());
  }

  private void write(Contact contact, JsonWriter out) {
    out.field("id", contact.id());
    out.object("user", user -> write(contact.user(), user));
    writeDetails(contact, out);
    if (contact.reviewId() != null) {
      writeReview("review", contact.reviewId(), out);
    }
  }

  /** What a contact shows both by itself and inside its review. */
  private static void writeDetails(Contact contact, JsonWriter out) {
    Vehicle vehicle = contact.vehicle();
    out.field("reference", contact.reference()).field("pro", contact.pro());
    optional("service", contact.service(), out);
    out.field("datetime", FidcarTime.text(contact.datetime()));
    out.array("communication", contact.communication(), each -> write(each, out));
    out.field("seller", contact.seller());
    optional("type", vehicle.type(), out);
    out.field("brand", vehicle.brand()).field("model", vehicle.model());
    out.field("immat", vehicle.immat()).field("vin", vehicle.vin());
    out.name("km").tree(vehicle.km());
    out.field("mec", vehicle.mec()).field("origin", contact.origin());
    out.name("price").tree(contact.price());
    out.field("status", contact.status());
  }

  private static void write(Communication communication, JsonWriter out) {
    out.startObject();
    out.field("type", communication.type()).field("status", communication.status());
    out.field("datetime", FidcarTime.text(communication.datetime()));
    out.endObject();
  }

  private void write(Review review, JsonWriter out) {
    Contact contact = state.contacts().find(review.contactId());
    out.field("id", review.id());
    if (contact != null) {
      out.object("user", user -> write(contact.user(), user));
      out.object("contact", json -> writeDetails(contact, json.field("id", contact.id())));
    }
    out.field("datetime", FidcarTime.text(review.datetime()));
    optional("service", contact == null ? null : contact.service(), out);
    out.field("grade", review.grade()).field("comment", review.comment());
    if (!review.survey().isEmpty()) {
      out.name("survey").tree(review.survey());
    }
    Answer answer = review.answer();
    if (answer != null) {
      out.object("answer", json -> write(answer, json));
    }
    out.field("status", "published");
  }

  private static void write(Answer answer, JsonWriter out) {
    out.object("user", user -> write(answer.user(), user));
    out.field("datetime", FidcarTime.text(answer.datetime())).field("content", answer.content());
  }

  private void write(Dispute dispute, JsonWriter out) {
    out.field("id", dispute.id());
    writeReview("review", dispute.reviewId(), out);
    out.field("wishContact", dispute.wishContact());
    optional("wishContactTime", dispute.wishContactTime(), out);
    // FIDCAR's sample and its table spell the field differently; a few seeded disputes follow the
    // table
    optional(
        dispute.methode() ? "wishContactMethode" : "wishContactMethod",
        dispute.wishContactMethod(),
        out);
    User user = dispute.user();
    if (user != null) {
      out.object("user", json -> write(user, json));
    }
    out.field("urgent", dispute.urgent()).field("status", dispute.status());
    out.field("createdAt", dispute.createdAt()).field("assignedAt", dispute.assignedAt());
    out.field("closedAt", dispute.closedAt()).field("confirmedAt", dispute.confirmedAt());
  }

  private static void write(User user, JsonWriter out) {
    out.field("firstname", user.firstname()).field("lastname", user.lastname());
    out.field("email", user.email()).field("phone", user.phone());
  }

  private void writeReview(String name, String reviewId, JsonWriter out) {
    byte[] review = state.reviews().json(reviewId);
    if (review != null) {
      out.name(name).raw(review);
    }
  }

  private static void optional(String name, @Nullable String value, JsonWriter out) {
    if (value != null) {
      out.field(name, value);
    }
  }
}
