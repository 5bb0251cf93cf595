package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * A contract as tools of other languages read it best. It allows the same requests and answers as
 * the contract itself; what is said in a form that such tools misread is said in another.
 *
 * <pre>{@code
 * ObjectNode bundle = Bundle.of(Path.of("specs/fidcar"));
 * ObjectNode published = PublishedForm.of(bundle);
 * ObjectNode asOpenApi31 = PublishedForm.asOpenApi31(bundle);
 * }</pre>
 */
public final class PublishedForm {

  /** What has the same words in both versions. */
  private static final List<Consumer<ObjectNode>> REWRITES =
      List.of(
          MockServerFirst::apply,
          UrlEncodedFirst::apply,
          schemas(FormFlags::rewrite),
          schemas(RequiredAlternatives::rewrite),
          schemas(ObjectAlternatives::rewrite),
          TextAlternatives::apply);

  private PublishedForm() {}

  /** A contract in one document, in OpenAPI 3.0, rewritten; the one given stays as it is. */
  public static ObjectNode of(ObjectNode bundle) {
    ObjectNode published = bundle.deepCopy();
    if (OpenApi30.isNewer(published)) {
      OpenApi30.apply(published);
    }
    REWRITES.forEach(each -> each.accept(published));
    NullAlternatives.apply(published);
    InlinedReferences.apply(published);
    return published;
  }

  /** The same in OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
  public static ObjectNode asOpenApi31(ObjectNode bundle) {
    ObjectNode published = bundle.deepCopy();
    REWRITES.forEach(each -> each.accept(published));
    // a contract of 3.1 says null and references in the words of 3.1 already
    if (!OpenApi30.isNewer(published)) {
      NullAlternatives.apply(published);
      OpenApi31.apply(published);
    }
    return published;
  }

  /** The contract as it is written, but for the mock as its first server: for people to read. */
  public static ObjectNode withMockFirst(ObjectNode bundle) {
    ObjectNode published = bundle.deepCopy();
    MockServerFirst.apply(published);
    return published;
  }

  private static Consumer<ObjectNode> schemas(Consumer<ObjectNode> rewrite) {
    return document -> SchemaWalk.forEach(document, rewrite);
  }
}
