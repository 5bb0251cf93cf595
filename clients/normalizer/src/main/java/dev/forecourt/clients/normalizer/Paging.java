package dev.forecourt.clients.normalizer;

import static org.openapitools.codegen.utils.CamelizeOption.LOWERCASE_FIRST_LETTER;
import static org.openapitools.codegen.utils.StringUtils.camelize;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Completes {@code x-paging} of a list operation.
 *
 * <p>From the contract: {@code style}, {@code item}, and where the defaults do not fit {@code
 * items}, {@code pages}, {@code page}. For the templates, as Java names: {@code factory}, {@code
 * start}, {@code items}, {@code pages}, and {@code byQuery} or {@code byBody}.
 */
final class Paging {
  private static final Map<String, String> START_BY_STYLE =
      Map.of("page-limit", "page", "offset-limit", "offset", "body-page", "page");

  private final OpenAPI contract;
  private final Operation operation;

  Paging(OpenAPI contract, Operation operation) {
    this.contract = contract;
    this.operation = operation;
  }

  void complete() {
    Map<?, ?> stated =
        operation.getExtensions() == null
            ? null
            : (Map<?, ?>) operation.getExtensions().get("x-paging");
    if (stated == null) {
      return;
    }
    String style = String.valueOf(stated.get("style"));
    if (PageRules.STYLES.contains(style)) {
      // completed once the names of Java are known
      return;
    }
    if (!START_BY_STYLE.containsKey(style)) {
      throw refused(
          "style '" + style + "'",
          "one of "
              + Stream.concat(START_BY_STYLE.keySet().stream(), PageRules.STYLES.stream())
                  .sorted()
                  .toList());
    }
    Map<String, Object> complete = new LinkedHashMap<>();
    complete.put("item", stated.get("item"));
    complete.put("factory", camelize(style, LOWERCASE_FIRST_LETTER));
    complete.put("start", name(stated, "page", START_BY_STYLE.get(style)));
    complete.put("items", name(stated, "items", items(String.valueOf(stated.get("item")))));
    complete.put("pages", name(stated, "pages", "pages"));
    complete.put(style.equals("body-page") ? "byBody" : "byQuery", true);
    operation.addExtension("x-paging", complete);
  }

  private static String name(Map<?, ?> stated, String key, String otherwise) {
    Object name = stated.get(key);
    return camelize(name == null ? otherwise : name.toString(), LOWERCASE_FIRST_LETTER);
  }

  /** The member of the page that is an array of these items. */
  private String items(String item) {
    Schema<?> page =
        Answers.success(contract, operation)
            .orElseThrow(() -> refused("an answer without a body", "a page"));
    List<String> arrays =
        page.getProperties().keySet().stream()
            .filter(member -> isArrayOf(page.getProperties().get(member), item))
            .toList();
    if (arrays.size() != 1) {
      throw refused("a page with arrays " + arrays + " of " + item, "exactly one");
    }
    return arrays.get(0);
  }

  private static boolean isArrayOf(Object member, String item) {
    Schema<?> property = (Schema<?>) member;
    return property.getItems() != null
        && property.getItems().get$ref() != null
        && item.equals(ModelUtils.getSimpleRef(property.getItems().get$ref()));
  }

  private IllegalStateException refused(String found, String expected) {
    return new IllegalStateException(
        "%s: x-paging with %s. Expected %s. See specs/docs/extensions.md."
            .formatted(operation.getOperationId(), found, expected));
  }
}
