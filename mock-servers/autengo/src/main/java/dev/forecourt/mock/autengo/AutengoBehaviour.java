package dev.forecourt.mock.autengo;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.vendor.MockSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Autengo does with a request that has passed all checks. */
final class AutengoBehaviour implements AutengoApi {

  /** The text names no default; its samples ask for 25. */
  private static final long DEFAULT_LIMIT = 25;

  private final AutengoState state;
  private final MockSettings settings;
  private final Tokens tokens;
  private final Views views = new Views();

  AutengoBehaviour(AutengoState state, MockSettings settings, Tokens tokens) {
    this.state = state;
    this.settings = settings;
    this.tokens = tokens;
  }

  @Override
  public MockResponse listVehicles(ListVehiclesRequest request) {
    List<Vehicle> found = ordered(request.order(), VehicleFilter.of(request));
    long offset = request.offset() == null ? 0 : request.offset();
    long limit = request.limit() == null ? DEFAULT_LIMIT : request.limit();
    return MockResponse.ok(
        new VehiclePageJson(
            found.size(),
            limit,
            offset,
            found.stream()
                .skip(offset)
                .limit(limit)
                .map(each -> views.vehicle(each, request.acceptLanguage()))
                .toList()));
  }

  private List<Vehicle> ordered(
      @Nullable Map<String, @Nullable Object> order, @Nullable VehicleFilter filter) {
    // the contract wants both parts or none
    return order == null || order.isEmpty()
        ? state.stock().all(filter)
        : state
            .stock()
            .by(
                Column.of(String.valueOf(order.get("field"))),
                "desc".equals(order.get("dir")),
                filter);
  }

  @Override
  public MockResponse getVehicle(GetVehicleRequest request) {
    return MockResponse.ok(
        new VehicleResponseJson(
            views.vehicle(requireVehicle(request.sellingId()), request.acceptLanguage())));
  }

  @Override
  public MockResponse listMakes(ListMakesRequest request) {
    return MockResponse.ok(Views.makes(state.stock().makes()));
  }

  @Override
  public MockResponse listModels(ListModelsRequest request) {
    return MockResponse.ok(Views.models(state.stock().models(request.makeId())));
  }

  @Override
  public MockResponse listFilterValues(ListFilterValuesRequest request) {
    FilterValuesJson.Builder shown = FilterValuesJson.builder();
    for (String field : request.fields()) {
      shown.set(
          field,
          views.values(field, state.stock().values(Column.of(field)), request.acceptLanguage()));
    }
    return MockResponse.ok(shown.build());
  }

  @Override
  public MockResponse createOpportunity(CreateOpportunityRequest request) {
    requireVehicle(String.valueOf(request.body().get("sellingId")));
    long id = state.add(settings.clock().instant(), request.body());
    return MockResponse.ok(new OpportunityResponseJson("success", new OpportunityDataJson(id)));
  }

  private Vehicle requireVehicle(String sellingId) {
    Vehicle vehicle = state.vehicle(sellingId);
    if (vehicle == null) {
      throw unknownVehicle(sellingId);
    }
    return vehicle;
  }

  private static Refusal unknownVehicle(String sellingId) {
    return new Refusal(
        404,
        "Not Found (vehicle): no vehicle '%s'. Try 'AIQWXW', or GET /v3/vehicle for all there are."
            .formatted(sellingId));
  }

  @Override
  public MockResponse createContact(CreateContactRequest request) {
    return contact(201, state.contacts.create(request.body()));
  }

  @Override
  public MockResponse getContact(GetContactRequest request) {
    return contact(200, byId(request.id()));
  }

  @Override
  public MockResponse updateContact(UpdateContactRequest request) {
    return contact(200, state.contacts.update(byId(request.id()), request.body()));
  }

  @Override
  public MockResponse deleteContact(DeleteContactRequest request) {
    state.contacts.remove(byId(request.id()));
    return AutengoOperations.DELETE_CONTACT.defaultAnswer();
  }

  @Override
  public MockResponse getContactByTecfacturaId(GetContactByTecfacturaIdRequest request) {
    return contact(200, byTecfacturaId(request.tecfacturaId()));
  }

  @Override
  public MockResponse updateContactByTecfacturaId(UpdateContactByTecfacturaIdRequest request) {
    ContactJson contact = byTecfacturaId(request.tecfacturaId());
    return contact(200, state.contacts.update(contact, request.body()));
  }

  @Override
  public MockResponse deleteContactByTecfacturaId(DeleteContactByTecfacturaIdRequest request) {
    state.contacts.remove(byTecfacturaId(request.tecfacturaId()));
    return AutengoOperations.DELETE_CONTACT_BY_TECFACTURA_ID.defaultAnswer();
  }

  private ContactJson byId(long id) {
    ContactJson contact = state.contacts.find(id);
    if (contact == null) {
      throw new Refusal(404, "Contact not found: no ID %d. Try 123.".formatted(id));
    }
    return contact;
  }

  private ContactJson byTecfacturaId(String id) {
    ContactJson contact = state.contacts.find(id);
    if (contact == null) {
      throw new Refusal(
          404, "Contact not found: no tecfacturaId '%s'. Try 'D123456789'.".formatted(id));
    }
    return contact;
  }

  private static MockResponse contact(int status, ContactJson contact) {
    return MockResponse.json(status, Views.contact(contact));
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
    return MockResponse.ok(
        new TokenResponseJson(
            tokens.issue(user),
            BigDecimal.valueOf(Tokens.LIFETIME_SECONDS),
            "Bearer",
            "AutengoApiV3"));
  }
}
