package dev.forecourt.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes models as the clients do, for callers who store or log them.
 *
 * <pre>{@code
 * String json = VendorJson.write(dealership);
 * Dealership same = VendorJson.read(json, Dealership.class);
 * }</pre>
 *
 * <p>Jackson 2 and Jackson 3 give the same JSON, with any mapper.
 */
public final class VendorJson {

  private VendorJson() {}

  /**
   * The model in this JSON. A member of another type than documented is kept, see {@link Drift}.
   * Throws {@code IllegalArgumentException} if the text is no JSON, or of another type as a whole.
   */
  public static <T> T read(String json, Class<T> model) {
    return reading(json, model).value();
  }

  /** The same, with what in the JSON is not of the documented type. */
  public static <T> Reading<T> reading(String json, Class<T> model) {
    JsonReader<T> reader = Models.reader(model);
    try {
      return Reading.of(json, reader);
    } catch (UnreadableJsonException e) {
      throw named("This JSON is no " + model.getSimpleName() + ": ", e);
    }
  }

  /**
   * The models in this JSON array; an element of another type is left out. Throws {@code
   * IllegalArgumentException} if the text is no JSON, or no array.
   */
  public static <T> List<T> readList(String json, Class<T> model) {
    JsonReader<T> reader = Models.reader(model);
    try {
      return Reading.listOf(json, reader).value();
    } catch (UnreadableJsonException e) {
      throw named("This JSON is no list of " + model.getSimpleName() + ": ", e);
    }
  }

  private static UnreadableJsonException named(String what, UnreadableJsonException e) {
    return new UnreadableJsonException(what + e.getMessage(), e.path(), e.place());
  }

  /**
   * The JSON of a model, or of text, numbers, booleans, times, lists and maps. What was read comes
   * out unchanged. Throws {@code IllegalArgumentException} for anything else.
   */
  public static String write(@Nullable Object model) {
    TextSink text = new TextSink();
    new JsonOut(text).value(model);
    return text.json();
  }

  /** The body of a request in UTF-8: without members that only the vendor sets. */
  public static byte[] request(@Nullable Object model) {
    TextSink text = new TextSink();
    JsonOut.ofRequest(text).value(model);
    return text.json().getBytes(StandardCharsets.UTF_8);
  }

  /** The same as {@link #write} in UTF-8. */
  public static byte[] bytes(@Nullable Object model) {
    return write(model).getBytes(StandardCharsets.UTF_8);
  }
}
