package dev.forecourt.runtime.call;

import dev.forecourt.runtime.AnswerBody;
import dev.forecourt.runtime.json.Models;
import dev.forecourt.runtime.json.Reading;
import dev.forecourt.runtime.json.SecretTexts;
import dev.forecourt.runtime.json.UnreadableJsonException;
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

  private Object model(Response response, byte[] body, Type type) {
    if (firstSign(body) == NOTHING) {
      throw unreadable(response, null, "it has no body");
    }
    try {
      Object model =
          type instanceof ParameterizedType list
              ? Reading.listOf(
                      body,
                      Models.reader((Class<?>) list.getActualTypeArguments()[0]),
                      wrappers(response))
                  .value()
              : Reading.of(body, Models.reader((Class<?>) type)).value();
      secrets.remember(new SecretTexts().within(model).toList());
      return model;
    } catch (UnreadableJsonException e) {
      throw unreadable(response, e.path(), e.getMessage());
    }
  }

  /** Members under which a list may stand. */
  private static String[] wrappers(Response response) {
    Wrappers wrappers =
        response
            .request()
            .requestTemplate()
            .methodMetadata()
            .method()
            .getAnnotation(Wrappers.class);
    return wrappers == null ? new String[0] : wrappers.value();
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
    return new VendorDecodeException(
        call
            + ": the "
            + HttpStatuses.named(response.status())
            + " answer to "
            + secrets.hide(call.request())
            + " is not what the contract describes"
            + where
            + ": "
            + reason
            + ". If the vendor has changed, change specs/"
            + call.vendor()
            + "/openapi.yaml; if not, check the base URL.",
        path);
  }
}
