package dev.forecourt.contracttests.autengo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.model.ContactPost;
import dev.forecourt.autengo.model.OpportunityCustomer;
import dev.forecourt.autengo.model.OpportunityPost;
import dev.forecourt.autengo.model.TokenPost;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.VendorPact;
import java.util.List;
import java.util.function.Consumer;

/** Every operation with the least that it needs, for what Autengo says when it refuses. */
final class AutengoCalls {
  private static final ContactPost CONTACT =
      ContactPost.builder().firstName("Max").lastName("Mustermann").build();

  private static final TokenPost USER =
      TokenPost.builder().dealerAlzuraId(1234567890L).userAlzuraId(1234567890L).build();

  private AutengoCalls() {}

  /** All operations, with these ids. */
  static List<VendorCall<AutengoClient>> all(String vehicle, long contact, String tecfacturaId) {
    String byId = "/v3/contact/" + contact;
    String byTecfacturaId = "/v3/contact/tecfactura/" + tecfacturaId;
    JsonNode names = Evidence.only(AutengoPact.evidence("contactPost"), "firstName", "lastName");
    return List.of(
        get("listVehicles", "/v3/vehicle", c -> c.vehicles().listVehicles().firstPage()),
        get("getVehicle", "/v3/vehicle/" + vehicle, c -> c.vehicles().getVehicle(vehicle)),
        get("listMakes", "/v3/vehicle/reference/make", c -> c.vehicles().listMakes()),
        get(
            "listModels",
            "/v3/vehicle/reference/make/190/model",
            c -> c.vehicles().listModels(190)),
        get("listFilterValues", "/v3/vehicle/filter/values", c -> c.vehicles().listFilterValues()),
        sending(
            "createOpportunity",
            "POST",
            "/v3/opportunity",
            lead(vehicle),
            c -> c.opportunities().createOpportunity(leadFor(vehicle))),
        sending(
            "createContact",
            "POST",
            "/v3/contact",
            names,
            c -> c.contacts().createContact(CONTACT)),
        get("getContact", byId, c -> c.contacts().getContact(contact)),
        sending(
            "updateContact", "PUT", byId, names, c -> c.contacts().updateContact(contact, CONTACT)),
        new VendorCall<>("deleteContact", "DELETE", byId, c -> c.contacts().deleteContact(contact)),
        get(
            "getContactByTecfacturaId",
            byTecfacturaId,
            c -> c.contacts().getContactByTecfacturaId(tecfacturaId)),
        sending(
            "updateContactByTecfacturaId",
            "PUT",
            byTecfacturaId,
            names,
            c -> c.contacts().updateContactByTecfacturaId(tecfacturaId, CONTACT)),
        new VendorCall<>(
            "deleteContactByTecfacturaId",
            "DELETE",
            byTecfacturaId,
            c -> c.contacts().deleteContactByTecfacturaId(tecfacturaId)),
        sending(
            "createToken",
            "POST",
            "/v3/auth/token",
            AutengoPact.evidence("tokenPost"),
            c -> c.tokens().createToken(USER)),
        get("refreshToken", "/v3/auth/refresh", c -> c.tokens().refreshToken()));
  }

  /** The documented lead without what it does not need. */
  private static OpportunityPost leadFor(String vehicle) {
    return OpportunityPost.builder()
        .sellingId(vehicle)
        .customer(OpportunityCustomer.builder().lastName("Doe").build())
        .build();
  }

  private static JsonNode lead(String vehicle) {
    var lead = Evidence.only(AutengoPact.evidence("opportunityPost"), "sellingId", "customer");
    ((com.fasterxml.jackson.databind.node.ObjectNode) lead).put("sellingId", vehicle);
    ((com.fasterxml.jackson.databind.node.ObjectNode) lead.path("customer")).retain("lastName");
    return lead;
  }

  private static VendorCall<AutengoClient> get(
      String operationId, String path, Consumer<AutengoClient> call) {
    return new VendorCall<>(operationId, "GET", path, call);
  }

  private static VendorCall<AutengoClient> sending(
      String operationId, String method, String path, JsonNode body, Consumer<AutengoClient> call) {
    return new VendorCall<>(
        operationId, method, path, request -> VendorPact.json(request, body), call);
  }
}
