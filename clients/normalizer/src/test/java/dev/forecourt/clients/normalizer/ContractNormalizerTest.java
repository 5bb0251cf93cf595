package dev.forecourt.clients.normalizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractNormalizerTest {
  private final Operation operation =
      new Operation()
          .operationId("listThings")
          .responses(new ApiResponses().addApiResponse("200", new ApiResponse().description("x")));
  private final OpenAPI contract =
      new OpenAPI()
          .components(new Components())
          .paths(new Paths().addPathItem("/things", new PathItem().get(operation)));

  private Map<String, Object> normalized() {
    new ContractNormalizer(contract, Map.of()).normalize();
    return operation.getExtensions();
  }

  /** The generator logs what a normalizer throws and goes on (7.25.0, see findings/). */
  @Test
  void endsTheBuildWithWhatItRefused() {
    operation.addParametersItem(
        new Parameter().name("ids").in("cookie").schema(new StringSchema()));
    ClientCodegen codegen = new ClientCodegen();
    ContractNormalizer normalizer = new ContractNormalizer(contract, Map.of());

    assertThatThrownBy(normalizer::normalize).isInstanceOf(IllegalStateException.class);

    assertThatThrownBy(() -> codegen.preprocessOpenAPI(contract))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "The contract is refused: listThings: the client cannot send parameter 'ids' (in:"
                + " cookie");
  }

  @Test
  void endsTheBuildOfAContractThatNobodyPrepared() {
    assertThatThrownBy(() -> new ClientCodegen().preprocessOpenAPI(contract))
        .hasMessage(
            "The contract was not prepared. Set the rule NORMALIZER_CLASS to"
                + " dev.forecourt.clients.normalizer.ContractNormalizer, as clients/pom.xml does.");
  }

  @Test
  void keepsTheAlternativesOfTheSecurity() {
    operation.security(
        List.of(
            new SecurityRequirement().addList("Key"),
            new SecurityRequirement().addList("Key").addList("Token")));

    assertThat(normalized())
        .containsEntry(
            "x-credentials",
            List.of(Map.of("schemes", List.of("Key")), Map.of("schemes", List.of("Key", "Token"))));
  }

  @Test
  void takesTheSecurityOfTheContractUnlessTheOperationIsOpen() {
    contract.security(List.of(new SecurityRequirement().addList("Key")));
    assertThat(normalized())
        .containsEntry("x-credentials", List.of(Map.of("schemes", List.of("Key"))));

    operation.security(List.of());
    assertThat(normalized()).containsEntry("x-credentials", List.of());
  }

  @Test
  void namesTheServerOfAnOperation() {
    operation.servers(List.of(new Server().url("https://token.example")));

    assertThat(normalized()).containsEntry("x-server", "https://token.example");
  }

  @Test
  void turnsAFormIntoABody() {
    Schema<?> form = new Schema<>().$ref("#/components/schemas/AnswerReviewForm");
    contract.getComponents().addSchemas("AnswerReviewForm", new ObjectSchema());
    operation.requestBody(
        new RequestBody()
            .content(
                new Content()
                    .addMediaType(
                        "multipart/form-data", new MediaType().schema(form).example("x"))));

    assertThat(normalized()).containsEntry("x-form-type", "multipart/form-data");
    assertThat(operation.getRequestBody().getContent()).containsOnlyKeys("application/json");
    assertThat(operation.getRequestBody().getContent().get("application/json").getExample())
        .isNull();
  }

  @Test
  void keepsTheOrderOfWhatIsSentInBrackets() {
    Schema<?> filter = new ObjectSchema().addProperty("name", new StringSchema());
    Schema<?> thing = new ObjectSchema().addProperty("name", new StringSchema());
    contract.getComponents().addSchemas("Filter", filter).addSchemas("Thing", thing);
    operation.addParametersItem(
        query("and")
            .style(Parameter.StyleEnum.DEEPOBJECT)
            .schema(new Schema<>().$ref("#/components/schemas/Filter")));

    normalized();

    assertThat(filter.getExtensions()).containsEntry("x-keeps-order", true);
    assertThat(thing.getExtensions()).isNull();
  }

  @Test
  void saysWhetherSomethingMayBeLeftOut() {
    operation.addParametersItem(query("vin").required(true));
    assertThat(normalized()).doesNotContainKey("x-options");

    operation.addParametersItem(query("limit"));
    assertThat(normalized()).containsEntry("x-options", true);
  }

  @Test
  void refusesAListWithoutRepeatedNames() {
    operation.addParametersItem(query("ids").schema(new ArraySchema()).explode(false));

    assertThatThrownBy(this::normalized)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "listThings: the client cannot send parameter 'ids' (in: query, style: null, explode:"
                + " false). Expected style form with explode: true. Change the contract, or teach"
                + " clients/templates and the runtime.");
  }

  @Test
  void refusesAnObjectThatIsNotDeepAndACookie() {
    Schema<?> object = new ObjectSchema().addProperty("a", new StringSchema());
    operation.addParametersItem(query("filter").schema(object));
    assertThatThrownBy(this::normalized).hasMessageContaining("Expected style deepObject.");

    operation.parameters(List.of(new Parameter().name("c").in("cookie")));
    assertThatThrownBy(this::normalized)
        .hasMessageContaining("Expected a path, query or header parameter.");
  }

  @Test
  void findsTheListOfAPage() {
    Schema<?> list = new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Thing"));
    page(new ObjectSchema().addProperty("list", list));
    operation.addExtension("x-paging", Map.of("style", "offset-limit", "item", "Thing"));

    assertThat(normalized())
        .extractingByKey("x-paging")
        .isEqualTo(
            Map.of(
                "item", "Thing",
                "factory", "offsetLimit",
                "start", "offset",
                "items", "list",
                "pages", "pages",
                "byQuery", true));
  }

  @Test
  void refusesAPageWithoutAListAndAnUnknownStyle() {
    page(new ObjectSchema().addProperty("total", new StringSchema()));
    operation.addExtension("x-paging", Map.of("style", "page-limit", "item", "Thing"));
    assertThatThrownBy(this::normalized)
        .hasMessage(
            "listThings: x-paging with a page with arrays [] of Thing. Expected exactly one. See"
                + " specs/docs/extensions.md.");

    operation.addExtension("x-paging", Map.of("style", "spiral", "item", "Thing"));
    assertThatThrownBy(this::normalized)
        .hasMessage(
            "listThings: x-paging with style 'spiral'. Expected one of [body-page, cursor, link,"
                + " offset, offset-limit, page, page-limit]. See specs/docs/extensions.md.");
  }

  @Test
  void keepsTheExtensionsOfAReferenceThatMayBeNull() {
    Schema<Object> nothing = new Schema<>();
    nothing.setEnum(Arrays.asList((Object) null));
    Schema<Object> property = new Schema<>();
    property.setAnyOf(List.of(new Schema<>().$ref("#/components/schemas/Code"), nothing));
    property.addExtension("x-also-read-as", List.of("Code"));
    contract.getComponents().addSchemas("Code", new StringSchema());
    contract.getComponents().addSchemas("Thing", new ObjectSchema().addProperty("code", property));

    normalized();

    Schema<?> left =
        (Schema<?>) contract.getComponents().getSchemas().get("Thing").getProperties().get("code");
    assertThat(left.getExtensions()).containsKey("x-also-read-as");
    assertThat(left.getAnyOf()).isNull();
    assertThat(left.getAllOf()).hasSize(1);
  }

  @Test
  void marksSchemasThatHoldSecrets() {
    Schema<?> holder = new Schema<>().$ref("#/components/schemas/Header");
    contract
        .getComponents()
        .addSchemas(
            "Header",
            new ObjectSchema().addProperty("value", new StringSchema().format("password")))
        .addSchemas(
            "Hook", new ObjectSchema().addProperty("headers", new ArraySchema().items(holder)))
        .addSchemas("Plain", new ObjectSchema().addProperty("name", new StringSchema()));

    normalized();

    assertThat(extensions("Header")).containsEntry("x-holds-secrets", true);
    assertThat(extensions("Hook")).containsEntry("x-holds-secrets", true);
    assertThat(extensions("Plain")).isNull();
  }

  private Map<String, Object> extensions(String schema) {
    return ((Schema<?>) contract.getComponents().getSchemas().get(schema)).getExtensions();
  }

  private void page(Schema<?> page) {
    operation
        .getResponses()
        .get("200")
        .content(new Content().addMediaType("application/json", new MediaType().schema(page)));
  }

  private static Parameter query(String name) {
    return new Parameter().name(name).in("query").schema(new StringSchema());
  }
}
