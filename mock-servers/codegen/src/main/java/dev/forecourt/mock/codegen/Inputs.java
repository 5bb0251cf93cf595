package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything one operation takes, in the order path, query, header, body. */
final class Inputs {

  /** What every request carries besides: the vendor's own {@code Caller}. */
  static final String CALLER = "caller";

  private static final List<String> ORDER = List.of("path", "query", "header");
  private static final Set<String> FORMS =
      Set.of("multipart/form-data", "application/x-www-form-urlencoded");

  private final Schemas schemas;
  private final String where;
  private final List<Field> fields = new ArrayList<>();
  private final Set<String> components = new TreeSet<>(Set.of(CALLER));
  private List<String> mediaTypes = List.of();
  private boolean bodyRequired;
  private @Nullable Schema<?> formSchema;

  Inputs(
      Schemas schemas,
      Map<String, Parameter> sharedParameters,
      PathItem path,
      Operation operation) {
    this.schemas = schemas;
    this.where = operation.getOperationId();
    List<Parameter> parameters = new ArrayList<>();
    addAll(path.getParameters(), sharedParameters, parameters);
    addAll(operation.getParameters(), sharedParameters, parameters);
    for (String in : ORDER) {
      parameters.stream().filter(each -> each.getIn().equals(in)).forEach(this::addParameter);
    }
    if (operation.getRequestBody() != null) {
      addBody(operation.getRequestBody());
    }
  }

  List<Field> fields() {
    return fields;
  }

  List<Field> in(String in) {
    return fields.stream().filter(each -> each.in().equals(in)).toList();
  }

  List<String> mediaTypes() {
    return mediaTypes;
  }

  boolean bodyRequired() {
    return bodyRequired;
  }

  @Nullable Schema<?> formSchema() {
    return formSchema;
  }

  /** A parameter of the operation replaces one of the path with the same place and name. */
  private static void addAll(
      @Nullable List<Parameter> from, Map<String, Parameter> shared, List<Parameter> into) {
    for (Parameter each : from == null ? List.<Parameter>of() : from) {
      String ref = each.get$ref();
      Parameter parameter =
          ref == null ? each : shared.get(ref.substring(ref.lastIndexOf('/') + 1));
      if (parameter == null) {
        throw new IllegalArgumentException("The contract has no parameter " + ref);
      }
      into.removeIf(
          other ->
              other.getIn().equals(parameter.getIn())
                  && other.getName().equals(parameter.getName()));
      into.add(parameter);
    }
  }

  private void addParameter(Parameter parameter) {
    String name = parameter.getName();
    if (parameter.getSchema() == null) {
      throw new UnsupportedContract(
          where, "parameter '" + name + "' with content instead of a schema");
    }
    if (Boolean.TRUE.equals(parameter.getAllowEmptyValue())) {
      throw new UnsupportedContract(where, "parameter '" + name + "' with allowEmptyValue");
    }
    if (parameter.getStyle() == Parameter.StyleEnum.DEEPOBJECT) {
      addObject(parameter);
      return;
    }
    String type = schemas.textType(parameter.getSchema(), where + " " + name);
    boolean array = type.equals("array");
    if (array && !parameter.getIn().equals("query")) {
      throw new UnsupportedContract(where, "the array '" + name + "' outside the query");
    }
    if (!Set.of("form", "simple").contains(String.valueOf(style(parameter)))) {
      throw new UnsupportedContract(
          where, "the style " + parameter.getStyle() + " of '" + name + "'");
    }
    boolean commas = array && Boolean.FALSE.equals(parameter.getExplode());
    boolean required = Boolean.TRUE.equals(parameter.getRequired());
    add(parameter.getIn(), name, required, type, commas, parameter.getSchema());
  }

  /** The style, or the one that goes without saying. */
  private static Parameter.StyleEnum style(Parameter parameter) {
    return parameter.getStyle() == null ? Parameter.StyleEnum.FORM : parameter.getStyle();
  }

  private void addObject(Parameter parameter) {
    String name = parameter.getName();
    Schema<?> schema = parameter.getSchema();
    Schema<?> core = schemas.core(schema);
    if (!parameter.getIn().equals("query") || Boolean.FALSE.equals(parameter.getExplode())) {
      throw new UnsupportedContract(
          where, "the deepObject '" + name + "' but exploded in the query");
    }
    if (core.getProperties() == null || !Boolean.FALSE.equals(core.getAdditionalProperties())) {
      throw new UnsupportedContract(
          where,
          "the deepObject '" + name + "' without properties and additionalProperties: false");
    }
    boolean required = Boolean.TRUE.equals(parameter.getRequired());
    add("query", name, required, "object", false, schema);
  }

  private void addBody(RequestBody body) {
    if (body.get$ref() != null || body.getContent() == null || body.getContent().isEmpty()) {
      throw new UnsupportedContract(where, "a request body by reference or without content");
    }
    mediaTypes = body.getContent().keySet().stream().sorted().toList();
    bodyRequired = Boolean.TRUE.equals(body.getRequired());
    Set<Schema<?>> distinct = new HashSet<>();
    for (MediaType each : body.getContent().values()) {
      distinct.add(each.getSchema());
    }
    if (distinct.size() != 1) {
      throw new UnsupportedContract(where, "request bodies that differ by media type");
    }
    Schema<?> schema = distinct.iterator().next();
    if (FORMS.containsAll(mediaTypes)) {
      addForm(schema);
    } else if (mediaTypes.stream()
        .allMatch(each -> each.equals("application/json") || each.endsWith("+json"))) {
      add("body", "body", bodyRequired, Schemas.type(schemas.core(schema)), false, schema);
    } else {
      throw new UnsupportedContract(where, "the request body " + mediaTypes);
    }
  }

  private void addForm(Schema<?> schema) {
    formSchema = schema;
    Schema<?> form = schemas.core(schema);
    if (form.getProperties() == null) {
      throw new UnsupportedContract(where, "a form without properties");
    }
    Set<String> required =
        new TreeSet<>(form.getRequired() == null ? List.of() : form.getRequired());
    form.getProperties()
        .forEach(
            (name, property) -> {
              Schema<?> each = property;
              add(
                  "form",
                  name,
                  bodyRequired && required.contains(name),
                  schemas.textType(each, where + " " + name),
                  false,
                  each);
            });
  }

  private void add(
      String in, String name, boolean required, String type, boolean commas, Schema<?> schema) {
    String component = Java.variable(name);
    // two names may differ in place or punctuation only, such as ids and ids[]
    for (int i = 2; !components.add(component); i++) {
      component = Java.variable(in + " " + name) + (i == 2 ? "" : i);
    }
    fields.add(new Field(in, name, component, required, type, commas, schema));
  }
}
