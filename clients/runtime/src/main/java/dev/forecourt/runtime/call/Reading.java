package dev.forecourt.runtime.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.JsonPaths;
import dev.forecourt.runtime.SecretModel;
import dev.forecourt.runtime.VendorJson;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation's answer is read into. Used by generated code. Immutable.
 *
 * @param <T> type of the model; {@code Void} if the operation has none
 */
public final class Reading<T extends @Nullable Object> {
  private static final byte NOTHING = 0;
  private static final Reading<Void> NONE = new Reading<>(null, null, List.of());

  private final @Nullable Type type;
  private final @Nullable Class<?> element;
  private final List<String> wrappers;

  private Reading(@Nullable Type type, @Nullable Class<?> element, List<String> wrappers) {
    this.type = type;
    this.element = element;
    this.wrappers = wrappers;
  }

  /** Nothing: whatever comes is left unread. */
  public static Reading<Void> none() {
    return NONE;
  }

  /** A model. */
  public static <T> Reading<T> of(Class<T> model) {
    return new Reading<>(model, model, List.of());
  }

  /**
   * An array of models, bare or under one of these members of an object, the likeliest first; null
   * is how programs in Go write an empty one.
   */
  public static <T> Reading<List<T>> listOf(Class<T> model, String... wrappers) {
    return new Reading<>(new ListType(model), model, List.of(wrappers));
  }

  boolean isNone() {
    return type == null;
  }

  /** The model. Throws {@link Unreadable}. */
  @SuppressWarnings("unchecked")
  T read(byte[] body, Charset charset) throws Unreadable {
    if (type == null) {
      return (T) null;
    }
    byte[] json =
        charset.equals(StandardCharsets.UTF_8)
            ? body
            : new String(body, charset).getBytes(StandardCharsets.UTF_8);
    if (firstSign(json) == NOTHING) {
      throw new Unreadable(null, "it has no body");
    }
    try {
      Object model =
          type instanceof ListType ? list(json) : VendorJson.reader(type).readValue(json);
      if (model == null) {
        throw new Unreadable("$", "it is null");
      }
      return (T) model;
    } catch (JsonMappingException e) {
      throw new Unreadable(JsonPaths.of(e), reason(e));
    } catch (JsonProcessingException e) {
      throw new Unreadable("$", "no JSON: " + reason(e));
    } catch (IOException e) {
      throw new Unreadable("$", "no JSON: " + e.getMessage());
    }
  }

  /** Jackson's words, which quote what it cannot read: perhaps a new token. */
  private String reason(JsonProcessingException e) {
    boolean secret = element != null && SecretModel.class.isAssignableFrom(element);
    return secret ? "the reason may hold a secret and is not shown" : e.getOriginalMessage();
  }

  private Object list(byte[] json) throws IOException {
    if (firstSign(json) == '[') {
      return VendorJson.reader(type).readValue(json);
    }
    JsonNode tree = VendorJson.reader(JsonNode.class).readValue(json);
    if (tree.isObject()) {
      for (String member : wrappers) {
        if (tree.path(member).isArray()) {
          return VendorJson.reader(type).readValue(tree.get(member));
        }
      }
    }
    return tree.isNull() ? List.of() : VendorJson.reader(type).readValue(json);
  }

  /** The first octet that is no white space. */
  private static byte firstSign(byte[] body) {
    for (byte sign : body) {
      if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t') {
        return sign;
      }
    }
    return NOTHING;
  }

  private record ListType(Class<?> element) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {element};
    }

    @Override
    public Type getRawType() {
      return List.class;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }
  }

  /** Why a body cannot be read, and where. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final @Nullable String path;

    Unreadable(@Nullable String path, String reason) {
      super(reason, null, false, false);
      this.path = path;
    }

    @Nullable String path() {
      return path;
    }
  }
}
