package dev.forecourt.mock.autengo;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.vendor.MockSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What Autengo does with a request that has passed all checks. */
final class AutengoBehaviour implements AutengoApi {

  /** The text names no default; its samples ask for 25. */
  private static final long DEFAULT_LIMIT = 25;

  /** Said of reading and changing as well: the vendor prints no other text. */
  private static final String CONTACT_TEXT = "Contact created successfully";

  private final AutengoState state;
  private final MockSettings settings;
  private final Tokens tokens;

  AutengoBehaviour(AutengoState state, MockSettings settings, Tokens tokens) {
    this.state = state;
    this.settings = settings;
    this.tokens = tokens;
  }

  @Override
  public MockResponse listVehicles(ListVehiclesRequest request) {
    VehicleFilter filter = VehicleFilter.of(request);
    return MockResponse.json(
        200,
        state
            .stock()
            .page(
                ordered(request.order()),
                filter,
                request.offset() == null ? 0 : request.offset(),
                request.limit() == null ? DEFAULT_LIMIT : request.limit(),
                request.acceptLanguage()));
  }

  private List<Vehicle> ordered(@Nullable Map<String, @Nullable Object> order) {
    // the contract wants both parts or none
    return order == null || order.isEmpty()
        ? state.stock().all()
        : state.stock().by(String.valueOf(order.get("field")), "desc".equals(order.get("dir")));
  }

  @Override
  public MockResponse getVehicle(GetVehicleRequest request) {
    Vehicle vehicle = state.stock().find(request.sellingId());
    if (vehicle == null) {
      throw unknownVehicle(request.sellingId());
    }
    byte[] json = state.stock().json(vehicle, request.acceptLanguage());
    return json(200, out -> out.name("vehicle").raw(json));
  }

  @Override
  public MockResponse listMakes(ListMakesRequest request) {
    return names(state.stock().names("makeId", "makeName", each -> true), "makeId", "makeName");
  }

  @Override
  public MockResponse listModels(ListModelsRequest request) {
    Object makeId = request.makeId();
    return names(
        state.stock().names("modelId", "modelName", each -> makeId.equals(each.value("makeId"))),
        "modelId",
        "modelName");
  }

  private static MockResponse names(List<Map.Entry<Long, String>> names, String id, String name) {
    return json(
        200,
        out -> {
          out.field("total", names.size());
          out.array(
              "list",
              names,
              each ->
                  out.startObject()
                      .field(id, each.getKey())
                      .field(name, each.getValue())
                      .endObject());
        });
  }

  @Override
  public MockResponse listFilterValues(ListFilterValuesRequest request) {
    return json(
        200,
        out ->
            new LinkedHashSet<>(request.fields())
                .forEach(field -> state.stock().writeValues(field, request.acceptLanguage(), out)));
  }

  @Override
  public MockResponse createOpportunity(CreateOpportunityRequest request) {
    String sellingId = String.valueOf(request.body().get("sellingId"));
    if (state.stock().find(sellingId) == null) {
      throw unknownVehicle(sellingId);
    }
    long id = state.add(settings.clock().instant(), request.body());
    return json(
        200,
        out ->
            out.field("status", "success").object("data", data -> data.field("opportunityId", id)));
  }

  private static Refusal unknownVehicle(String sellingId) {
    return new Refusal(
        404,
        "Not Found (vehicle): no vehicle '%s'. Try 'AIQWXW', or GET /v3/vehicle for all there are."
            .formatted(sellingId));
  }

  @Override
  public MockResponse createContact(CreateContactRequest request) {
    return contact(201, state.contacts().create(request.body()));
  }

  @Override
  public MockResponse getContact(GetContactRequest request) {
    return contact(200, byId(request.id()));
  }

  @Override
  public MockResponse updateContact(UpdateContactRequest request) {
    return contact(200, state.contacts().update(byId(request.id()), request.body()));
  }

  @Override
  public MockResponse deleteContact(DeleteContactRequest request) {
    state.contacts().remove(byId(request.id()));
    return AutengoOperations.DELETE_CONTACT.defaultAnswer();
  }

  @Override
  public MockResponse getContactByTecfacturaId(GetContactByTecfacturaIdRequest request) {
    return contact(200, byTecfacturaId(request.tecfacturaId()));
  }

  @Override
  public MockResponse updateContactByTecfacturaId(UpdateContactByTecfacturaIdRequest request) {
    Contact contact = byTecfacturaId(request.tecfacturaId());
    return contact(200, state.contacts().update(contact, request.body()));
  }

  @Override
  public MockResponse deleteContactByTecfacturaId(DeleteContactByTecfacturaIdRequest request) {
    state.contacts().remove(byTecfacturaId(request.tecfacturaId()));
    return AutengoOperations.DELETE_CONTACT_BY_TECFACTURA_ID.defaultAnswer();
  }

  private Contact byId(long id) {
    Contact contact = state.contacts().find(id);
    if (contact == null) {
      throw new Refusal(404, "Contact not found: no ID %d. Try 123.".formatted(id));
    }
    return contact;
  }

  private Contact byTecfacturaId(String id) {
    Contact contact = state.contacts().find(id);
    if (contact == null) {
      throw new Refusal(
          404, "Contact not found: no tecfacturaId '%s'. Try 'D123456789'.".formatted(id));
    }
    return contact;
  }

  private static MockResponse contact(int status, Contact contact) {
    return json(
        status,
        out -> {
          out.field("status", "success").field("statusText", CONTACT_TEXT);
          out.object(
              "data",
              data -> {
                data.name("contact");
                ContactBook.write(contact, data);
              });
        });
  }

  @Override
  public MockResponse createToken(CreateTokenRequest request) {
    return token(
        new Tokens.User(id(request.body(), "dealerAlzuraId"), id(request.body(), "userAlzuraId")));
  }

  private static long id(Map<String, @Nullable Object> body, String name) {
    // the contract's check has seen a whole number of 64 bits
    return Long.parseLong(String.valueOf(body.get(name)));
  }

  @Override
  public MockResponse refreshToken(RefreshTokenRequest request) {
    return token(request.caller().tokenUser());
  }

  private MockResponse token(Tokens.User user) {
    return json(
        200,
        out ->
            out.field("token", tokens.issue(user))
                .field("expires_in", Tokens.LIFETIME_SECONDS)
                .field("token_type", "Bearer")
                .field("scope", "AutengoApiV3"));
  }

  private static MockResponse json(int status, Consumer<JsonWriter> fields) {
    return MockResponse.json(status, JsonWriter.object(fields));
  }
}
