package dev.forecourt.clients.normalizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestRulesTest {
  private final Operation operation = new Operation().operationId("createThing");
  private final OpenAPI contract =
      new OpenAPI()
          .components(new Components())
          .paths(new Paths().addPathItem("/things", new PathItem().post(operation)));

  private void add(String name, Schema<?> schema) {
    contract.getComponents().addSchemas(name, schema);
  }

  private Schema<?> schema(String name) {
    return contract.getComponents().getSchemas().get(name);
  }

  private static Schema<?> request() {
    Schema<?> request = new ObjectSchema();
    request.addExtension("x-direction", "request");
    return request;
  }

  private static Schema<?> ref(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }

  /** The checks of a property, each as the generated code calls it. */
  private List<String> checks(Schema<?> property) {
    return checks(property, null);
  }

  private List<String> checks(Schema<?> property, String required) {
    Schema<?> request = request();
    request.addProperty("member", property);
    request.setRequired(required == null ? null : List.of(required));
    add("Thing", request);
    new RequestRules(contract).mark();
    return calls(property.getExtensions());
  }

  private static List<String> calls(Map<String, Object> extensions) {
    if (extensions == null || !extensions.containsKey("x-checks")) {
      return List.of();
    }
    return ((List<?>) extensions.get("x-checks"))
        .stream()
            .map(call -> (Map<?, ?>) call)
            .map(call -> call.get("method") + "" + call.get("arguments"))
            .toList();
  }

  @Test
  void readsRangesLengthsAndCounts() {
    assertThat(checks(new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.TEN)))
        .containsExactly("atLeast, \"1\"", "atMost, \"10\"");
    assertThat(checks(new IntegerSchema().minimum(BigDecimal.ONE).exclusiveMinimum(true)))
        .containsExactly("above, \"1\"");
    assertThat(checks(new IntegerSchema().multipleOf(new BigDecimal("0.5"))))
        .containsExactly("multipleOf, \"0.5\"");
    assertThat(checks(new StringSchema().minLength(1).maxLength(64)))
        .containsExactly("minLength, 1", "maxLength, 64");
    assertThat(checks(new ArraySchema().items(new StringSchema()).minItems(1).uniqueItems(true)))
        .containsExactly("minItems, 1", "uniqueItems");
    assertThat(checks(new ObjectSchema().maxProperties(3))).containsExactly("maxProperties, 3");
  }

  @Test
  void readsPatternsOfTextOnly() {
    Schema<?> text = new StringSchema().pattern("^\"\\d$");

    assertThat(checks(text)).containsExactly("pattern, MEMBER_PATTERN");
    assertThat(text.getExtensions())
        .containsEntry(
            "x-pattern",
            Map.of(
                "constant", "MEMBER_PATTERN",
                "contract", "^\\\"\\\\d$",
                "java", "^\\\\\\\"[0-9]\\\\z"));
    assertThat(checks(new DateSchema().pattern("^2"))).isEmpty();
  }

  @Test
  void readsEnumerationsUnlessTheVendorChecksThemLater() {
    add("Code", new StringSchema()._enum(List.of("a")));
    Schema<?> later = new StringSchema()._enum(List.of("a"));
    later.addExtension("x-checked-later", true);
    BooleanSchema onlyTrue = new BooleanSchema();
    onlyTrue._enum(List.of(true));

    assertThat(checks(new ComposedSchema().addAllOfItem(ref("Code")))).containsExactly("listed");
    assertThat(checks(ref("Code"))).containsExactly("listed");
    assertThat(checks(new ArraySchema().items(ref("Code")))).containsExactly("listed");
    assertThat(checks(later)).isEmpty();
    assertThat(checks(onlyTrue)).containsExactly("only, true");
  }

  @Test
  void takesNullForSetWhereTheContractDoes() {
    assertThat(checks(new StringSchema(), "member")).containsExactly("required, members");
    assertThat(checks(new StringSchema().nullable(true), "member"))
        .containsExactly("present, members");
  }

  @Test
  void looksIntoModelsThatAreNoRequestsThemselves() {
    add("Inner", new ObjectSchema().addProperty("name", new StringSchema().minLength(1)));
    add("Free", new ObjectSchema().addProperty("name", new StringSchema()));

    assertThat(checks(ref("Inner"))).containsExactly("within");
    assertThat(checks(new ArraySchema().items(ref("Inner")))).containsExactly("within");
    assertThat(checks(new ObjectSchema().additionalProperties(ref("Inner"))))
        .containsExactly("within");
    assertThat(checks(ref("Free"))).isEmpty();
    assertThat(schema("Inner").getExtensions()).containsEntry("x-checked", true);
    assertThat(schema("Free").getExtensions()).isNull();
  }

  @Test
  void leavesAnswersAlone() {
    Schema<?> member = new StringSchema().minLength(1);
    add("Answer", new ObjectSchema().addProperty("member", member));

    new RequestRules(contract).mark();

    assertThat(member.getExtensions()).isNull();
  }

  @Test
  void readsParameters() {
    Parameter limit =
        new Parameter()
            .name("limit")
            .in("query")
            .schema(new IntegerSchema().minimum(BigDecimal.ONE));
    Parameter id =
        new Parameter()
            .name("id")
            .in("path")
            .required(true)
            .schema(new StringSchema().pattern("^x"));
    operation.addParametersItem(limit).addParametersItem(id);

    new RequestRules(contract).mark();

    assertThat(calls(limit.getExtensions())).containsExactly("atLeast, \"1\"");
    assertThat(calls(id.getExtensions())).containsExactly("pattern, ID_PATTERN");
    assertThat(id.getExtensions()).containsKey("x-pattern");
    assertThat(operation.getExtensions())
        .containsEntry("x-checks-options", true)
        .containsEntry("x-checks-arguments", true);
  }

  @Test
  void takesAnyTextThatMatchesBesideAnEnumeration() {
    add("Code", new StringSchema()._enum(List.of("a")));
    Schema<?> either =
        new ComposedSchema()
            .addAnyOfItem(ref("Code"))
            .addAnyOfItem(new StringSchema().pattern("^b$"));
    Parameter code = new Parameter().name("code").in("header").schema(either);
    operation.addParametersItem(code);

    KnownValues.simplify(contract);
    new RequestRules(contract).mark();

    Schema<?> simple = code.getSchema();
    assertThat(simple.getAllOf().get(0)).isEqualTo(ref("Code"));
    assertThat(simple.getAnyOf() == null).isTrue();
    assertThat(calls(code.getExtensions())).containsExactly("pattern, CODE_PATTERN");
  }

  @Test
  void refusesPatternsThatJavaWouldReadOtherwise() {
    Schema<?> text = new StringSchema().pattern("^a++$");

    assertThatThrownBy(() -> checks(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Thing member: Pattern '^a++$' cannot be read: a count of a count. Write it differently in the contract.");
  }

  @Test
  void refusesRulesThatItWouldLeaveOut() {
    Schema<?> list = new ArraySchema().items(new StringSchema().minLength(1));

    assertThatThrownBy(() -> checks(list))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("A list in a request has elements with rules of their own");
  }
}
