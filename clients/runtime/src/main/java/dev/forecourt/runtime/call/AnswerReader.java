package dev.forecourt.runtime.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.AnswerBody;
import dev.forecourt.runtime.JsonPaths;
import dev.forecourt.runtime.SecretModel;
import dev.forecourt.runtime.SecretTexts;
import dev.forecourt.runtime.VendorJson;
import dev.forecourt.runtime.contract.Wrappers;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.ErrorAnswers;
import dev.forecourt.runtime.errors.HttpStatuses;
import dev.forecourt.runtime.errors.VendorDecodeException;
import feign.InvocationContext;
import feign.Response;
import feign.ResponseInterceptor;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns an answer into a model or an exception.
 *
 * <p>Takes the place of Feign's decoders, whose exceptions carry the request with its credentials.
 */
final class AnswerReader implements ResponseInterceptor {
  private static final byte NOTHING = 0;

  private final String vendor;
  private final ErrorAnswers errors;
  private final Secrets secrets;

  AnswerReader(String vendor, ErrorAnswers errors, Secrets secrets) {
    this.vendor = vendor;
    this.errors = errors;
    this.secrets = secrets;
  }

  @Override
  public @Nullable Object intercept(InvocationContext context, Chain chain) throws IOException {
    Response response = context.response();
    byte[] body = bytes(response.body());
    if (response.status() / 100 != 2) {
      throw errors.exception(Call.of(vendor, response.request()), response, body);
    }
    Type type = context.returnType();
    boolean raw =
        type instanceof ParameterizedType generic && generic.getRawType() == VendorResponse.class;
    if (!raw) {
      return type == void.class ? null : model(response, body, type);
    }
    Type modelType = ((ParameterizedType) type).getActualTypeArguments()[0];
    return new VendorResponse<>(
        response.status(),
        response.headers(),
        body,
        modelType == Void.class ? null : model(response, body, modelType));
  }

  private static byte[] bytes(Response.@Nullable Body body) throws IOException {
    if (body instanceof AnswerBody arrived) {
      return arrived.bytes();
    }
    return body == null ? new byte[0] : body.asInputStream().readAllBytes();
  }

  private Object model(Response response, byte[] body, Type type) throws IOException {
    if (firstSign(body) == NOTHING) {
      throw unreadable(response, null, "it has no body");
    }
    try {
      Object model =
          isList(type) ? list(response, body, type) : VendorJson.reader(type).readValue(body);
      if (model == null) {
        throw unreadable(response, "$", "it is null");
      }
      secrets.remember(new SecretTexts().within(model).toList());
      return model;
    } catch (JsonMappingException e) {
      throw unreadable(response, JsonPaths.of(e), reason(type, e));
    } catch (JsonProcessingException e) {
      throw unreadable(response, "$", "no JSON: " + reason(type, e));
    }
  }

  /** Jackson's words, which quote what it cannot read: perhaps a new token. */
  private static String reason(Type type, JsonProcessingException e) {
    Type model = isList(type) ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    boolean secret = model instanceof Class<?> known && SecretModel.class.isAssignableFrom(known);
    return secret ? "the reason may hold a secret and is not shown" : e.getOriginalMessage();
  }

  private static boolean isList(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == List.class;
  }

  /** The array, or the one inside an object; null is how programs in Go write an empty one. */
  private static Object list(Response response, byte[] body, Type type) throws IOException {
    if (firstSign(body) == '[') {
      return VendorJson.reader(type).readValue(body);
    }
    JsonNode tree = VendorJson.reader(JsonNode.class).readValue(body);
    Wrappers wrappers =
        response
            .request()
            .requestTemplate()
            .methodMetadata()
            .method()
            .getAnnotation(Wrappers.class);
    if (tree.isObject() && wrappers != null) {
      for (String member : wrappers.value()) {
        if (tree.path(member).isArray()) {
          return VendorJson.reader(type).readValue(tree.get(member));
        }
      }
    }
    return tree.isNull() ? List.of() : VendorJson.reader(type).readValue(body);
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

  private VendorDecodeException unreadable(
      Response response, @Nullable String path, String reason) {
    Call call = Call.of(vendor, response.request());
    String where = path == null ? "" : " at " + path;
    // Jackson quotes the value it cannot read, and the vendor may have written the key there
    return new VendorDecodeException(
        call
            + ": the "
            + HttpStatuses.named(response.status())
            + " answer to "
            + secrets.hide(call.request())
            + " is not what the contract describes"
            + where
            + ": "
            + secrets.hide(reason)
            + ". If the vendor has changed, change specs/"
            + call.vendor()
            + "/openapi.yaml; if not, check the base URL.",
        path);
  }
}
