package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything one operation takes, in the order path, query, header, body. */
final class Inputs {

  /** What every request carries besides: the vendor's own {@code Caller}. */
  static final String CALLER = "caller";

  private static final List<String> ORDER = List.of("path", "query", "header", "cookie");
  // the record of a request has a component for each, and Java takes 255
  private static final int MOST_FIELDS = 100;
  // the contract says them elsewhere
  private static final Set<String> OWN_HEADERS = Set.of("accept", "content-type", "authorization");
  private static final Set<String> FORMS =
      Set.of("multipart/form-data", "application/x-www-form-urlencoded");

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

  private final Schemas schemas;
  private final String where;
  private final Findings findings;
  private final List<Field> fields = new ArrayList<>();
  private final Set<String> components = new TreeSet<>(Set.of(CALLER));
  private final TextTypes texts;
  private final List<Parameter> parameters = new ArrayList<>();
  private List<String> mediaTypes = List.of();
  private String bodyTypes = "";
  private final Map<Integer, Schema<?>> bodySchemas = new TreeMap<>();
  private boolean bodyRequired;
  private @Nullable Schema<?> formSchema;

  Inputs(
      Schemas schemas,
      Map<String, Parameter> sharedParameters,
      PathItem path,
      Operation operation,
      List<String> segments,
      Findings findings) {
    this.findings = findings;
    this.schemas = schemas;
    this.texts = new TextTypes(schemas);
    this.where = operation.getOperationId();
    addAll(path.getParameters(), sharedParameters, parameters);
    addAll(operation.getParameters(), sharedParameters, parameters);
    addUndeclared(segments, findings);
    parameters.removeIf(each -> isLeftOut(each, segments, findings));
    for (String in : ORDER) {
      parameters.stream()
          .filter(each -> each.getIn().equals(in))
          .forEach(each -> collected(() -> addParameter(each), findings));
    }
    if (operation.getRequestBody() != null) {
      RequestBody body = operation.getRequestBody();
      collected(() -> addBody(body), findings);
    }
  }

  private static void collected(Runnable action, Findings findings) {
    try {
      action.run();
    } catch (UnsupportedContract e) {
      findings.refuse(String.valueOf(e.getMessage()));
    }
  }

  /** Variables of the path that no parameter describes are texts. */
  private void addUndeclared(List<String> segments, Findings findings) {
    for (String name : variables(segments)) {
      if (parameters.stream()
          .noneMatch(each -> each.getIn().equals("path") && each.getName().equals(name))) {
        findings.note(where, "the path's variable '" + name + "' is taken as any text");
        Schema<Object> text = new Schema<>();
        text.setType("string");
        parameters.add(new Parameter().in("path").name(name).required(true).schema(text));
      }
    }
  }

  private boolean isLeftOut(Parameter each, List<String> segments, Findings findings) {
    String name = each.getName();
    if (each.getIn().equals("path") && !variables(segments).contains(name)) {
      findings.note(where, "the path parameter '" + name + "' that is not in the path is left out");
      return true;
    }
    return each.getIn().equals("header") && OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT));
  }

  static List<String> variables(List<String> segments) {
    List<String> names = new ArrayList<>();
    for (String segment : segments) {
      Matcher variable = VARIABLE.matcher(segment);
      while (variable.find()) {
        names.add(variable.group(1));
      }
    }
    return names;
  }

  List<Field> fields() {
    return fields;
  }

  /** The example of a parameter; null where the contract has none. */
  @Nullable Object example(Field field) {
    for (Parameter each : parameters) {
      if (each.getIn().equals(field.in()) && each.getName().equals(field.name())) {
        if (each.getExample() != null) {
          return each.getExample();
        }
        if (each.getExamples() != null && !each.getExamples().isEmpty()) {
          return each.getExamples().values().iterator().next().getValue();
        }
      }
    }
    Schema<?> schema = schemas.core(field.schema());
    return field.schema().getExample() != null ? field.schema().getExample() : schema.getExample();
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

  /** The media types of a body that may come in several, or in another than JSON and forms. */
  String bodyTypes() {
    return bodyTypes;
  }

  /** What each of them must look like, by its position. */
  Map<Integer, Schema<?>> bodySchemas() {
    return bodySchemas;
  }

  private void addParameter(Parameter parameter) {
    boolean plain = parameter.getContent() == null && !parameter.getIn().equals("cookie");
    if (!plain || !addPlain(parameter)) {
      addStyled(parameter);
    }
  }

  /** Adds one that is read as texts of one type; false for one that is more. */
  private boolean addPlain(Parameter parameter) {
    int size = fields.size();
    try {
      addPlainOrRefuse(parameter);
      return true;
    } catch (UnsupportedContract e) {
      while (fields.size() > size) {
        fields.remove(fields.size() - 1);
      }
      return false;
    }
  }

  private void addPlainOrRefuse(Parameter parameter) {
    String name = parameter.getName();
    if (parameter.getSchema() == null || Boolean.TRUE.equals(parameter.getAllowEmptyValue())) {
      throw new UnsupportedContract(where, name);
    }
    if (parameter.getStyle() == Parameter.StyleEnum.DEEPOBJECT) {
      addObject(parameter);
      return;
    }
    String type = schemas.textType(parameter.getSchema(), where + " " + name);
    boolean array = type.equals("array");
    if (array && !parameter.getIn().equals("query")
        || !Set.of("form", "simple").contains(String.valueOf(style(parameter)))) {
      throw new UnsupportedContract(where, name);
    }
    boolean commas = array && Boolean.FALSE.equals(parameter.getExplode());
    boolean required = Boolean.TRUE.equals(parameter.getRequired());
    add(parameter.getIn(), name, required, type, commas, parameter.getSchema());
  }

  /** The style, or the one that goes without saying. */
  private static Parameter.StyleEnum style(Parameter parameter) {
    if (parameter.getStyle() != null) {
      return parameter.getStyle();
    }
    return Set.of("query", "cookie").contains(parameter.getIn())
        ? Parameter.StyleEnum.FORM
        : Parameter.StyleEnum.SIMPLE;
  }

  private void addStyled(Parameter parameter) {
    String name = parameter.getName();
    Parameter.StyleEnum style = style(parameter);
    boolean explode =
        parameter.getExplode() == null ? style == Parameter.StyleEnum.FORM : parameter.getExplode();
    Schema<?> schema = parameter.getSchema();
    String type = texts.of(schema);
    if (parameter.getContent() != null && !parameter.getContent().isEmpty()) {
      Map.Entry<String, MediaType> content = parameter.getContent().entrySet().iterator().next();
      schema = content.getValue().getSchema();
      type = content.getKey().contains("json") ? "TextType.JSON" : "TextType.TEXT";
      explode = false;
    }
    Set<String> others = others(parameter, schema);
    if (style == Parameter.StyleEnum.DEEPOBJECT && isMemberOfAnother(parameter)) {
      others.add(name);
    }
    String reader =
        "new StyledParameter(%s, %s, %s, %s, %s)"
            .formatted(
                Java.string(name),
                Java.string(style.toString()),
                explode,
                type,
                type.startsWith("TextType.object(") ? Java.setOfStrings(others) : "Set.of()");
    add(
        parameter.getIn(),
        name,
        Boolean.TRUE.equals(parameter.getRequired()),
        style == Parameter.StyleEnum.DEEPOBJECT ? "object" : "",
        false,
        schema == null ? new Schema<>() : schema,
        reader);
    if (fields.get(fields.size() - 1).isSpread()) {
      noteShared(parameter, schema, others);
    }
  }

  private boolean isMemberOfAnother(Parameter parameter) {
    return parameters.stream()
        .filter(each -> each != parameter && each.getIn().equals("query"))
        .filter(each -> each.getSchema() != null && style(each) == Parameter.StyleEnum.FORM)
        .filter(each -> !Boolean.FALSE.equals(each.getExplode()))
        .anyMatch(each -> texts.members(each.getSchema()).containsKey(parameter.getName()));
  }

  /** Names of the other parameters there, without those that an object of this one has to hold. */
  private Set<String> others(Parameter parameter, @Nullable Schema<?> schema) {
    Set<String> others = new TreeSet<>();
    parameters.stream()
        .filter(each -> each.getIn().equals(parameter.getIn()))
        .forEach(each -> others.add(each.getName()));
    others.remove(parameter.getName());
    List<String> required = schema == null ? null : schemas.core(schema).getRequired();
    if (required != null) {
      required.forEach(others::remove);
    }
    return others;
  }

  /** Notes members that travel by the name of another parameter: nobody can tell which it is. */
  private void noteShared(Parameter parameter, Schema<?> schema, Set<String> others) {
    Set<String> shared = new TreeSet<>(texts.members(schema).keySet());
    shared.retainAll(others);
    if (!shared.isEmpty()) {
      findings.note(
          where,
          "members of the parameter '%s' have the names of other parameters and are not read: %s"
              .formatted(parameter.getName(), String.join(", ", shared)));
    }
  }

  /** Names in the query that belong to objects whose members are parameters of their own. */
  Set<String> memberNames() {
    Set<String> names = new TreeSet<>();
    for (Field each : in("query")) {
      if (each.isSpread()) {
        names.addAll(texts.members(each.schema()).keySet());
      }
    }
    return names;
  }

  /** True where members of an object without names may be any parameters. */
  boolean takesAnyQuery() {
    return in("query").stream().anyMatch(each -> each.isSpread() && texts.isOpen(each.schema()));
  }

  private void addObject(Parameter parameter) {
    String name = parameter.getName();
    Schema<?> schema = parameter.getSchema();
    Schema<?> core = schemas.core(schema);
    if (!parameter.getIn().equals("query")
        || Boolean.FALSE.equals(parameter.getExplode())
        || core.getProperties() == null
        || !Boolean.FALSE.equals(core.getAdditionalProperties())) {
      throw new UnsupportedContract(where, name);
    }
    List<Schema<?>> members = new ArrayList<>();
    core.getProperties().values().forEach(members::add);
    members.forEach(each -> schemas.reading(each, where));
    boolean required = Boolean.TRUE.equals(parameter.getRequired());
    add("query", name, required, "object", false, schema);
  }

  private void addBody(RequestBody body) {
    if (body.getContent() == null || body.getContent().isEmpty()) {
      return;
    }
    bodyRequired = Boolean.TRUE.equals(body.getRequired());
    int size = fields.size();
    try {
      addPlainBody(body);
    } catch (UnsupportedContract e) {
      while (fields.size() > size) {
        components.remove(fields.remove(fields.size() - 1).component());
      }
      formSchema = null;
      addAnyBody(body);
    }
  }

  private void addPlainBody(RequestBody body) {
    mediaTypes = body.getContent().keySet().stream().sorted().toList();
    Set<Schema<?>> distinct = new HashSet<>();
    for (MediaType each : body.getContent().values()) {
      if (each.getSchema() == null || holdsJson(each)) {
        throw new UnsupportedContract(where, "body");
      }
      distinct.add(each.getSchema());
    }
    if (distinct.size() != 1) {
      throw new UnsupportedContract(where, "body");
    }
    Schema<?> schema = distinct.iterator().next();
    if (FORMS.containsAll(mediaTypes)) {
      addForm(schema);
    } else if (mediaTypes.stream()
        .allMatch(each -> each.matches("application/([a-z.-]+[+])?json"))) {
      add("body", "body", bodyRequired, Schemas.type(schemas.core(schema)), false, schema);
    } else {
      throw new UnsupportedContract(where, "body");
    }
  }

  /** True for a form with a field that is written as JSON. */
  private static boolean holdsJson(MediaType content) {
    return content.getEncoding() != null
        && content.getEncoding().values().stream()
            .anyMatch(each -> String.valueOf(each.getContentType()).contains("json"));
  }

  private void addAnyBody(RequestBody body) {
    List<String> types = new ArrayList<>();
    body.getContent()
        .forEach(
            (name, content) -> {
              BodyMedia media = BodyMedia.of(name);
              Schema<?> schema = content.getSchema();
              if (schema != null && media.isChecked(schemas, schema)) {
                bodySchemas.put(types.size(), schema);
              }
              types.add(media.initialiser(texts, content));
            });
    bodyTypes = "List.of(" + String.join(", ", types) + ")";
    Schema<?> any = new Schema<>();
    add("body", "body", bodyRequired, "", false, any);
  }

  private void addForm(Schema<?> schema) {
    formSchema = schema;
    Schema<?> form = schemas.core(schema);
    if (form.getProperties() == null || form.getProperties().size() > MOST_FIELDS) {
      throw new UnsupportedContract(where, "a form without properties");
    }
    Set<String> required =
        new TreeSet<>(form.getRequired() == null ? List.of() : form.getRequired());
    form.getProperties()
        .forEach(
            (name, property) -> {
              Schema<?> each = property;
              if (isFile(each)) {
                throw new UnsupportedContract(where, "file");
              }
              add(
                  "form",
                  name,
                  bodyRequired && required.contains(name),
                  schemas.textType(each, where + " " + name),
                  false,
                  each);
            });
  }

  /** Whether a field is a file, or several. */
  private boolean isFile(Schema<?> field) {
    Schema<?> core = schemas.core(field);
    return Set.of("binary", "byte").contains(String.valueOf(core.getFormat()))
        || isBytes(core)
        || core.getItems() != null && isFile(core.getItems());
  }

  /** As 3.1 says it: the media type of bytes that stand there as they are. */
  private static boolean isBytes(Schema<?> core) {
    String media = core.getContentMediaType();
    return media != null
        && core.getContentEncoding() == null
        && BodyMedia.of(media).kind().equals("BINARY");
  }

  private void add(
      String in, String name, boolean required, String type, boolean commas, Schema<?> schema) {
    add(in, name, required, type, commas, schema, "");
  }

  private void add(
      String in,
      String name,
      boolean required,
      String type,
      boolean commas,
      Schema<?> schema,
      String reader) {
    String component = Java.variable(name);
    // two names may differ in place or punctuation only, such as ids and ids[]
    for (int i = 2; !components.add(component); i++) {
      component = Java.variable(in + " " + name) + (i == 2 ? "" : i);
    }
    fields.add(new Field(in, name, component, required, type, commas, schema, reader));
  }
}
