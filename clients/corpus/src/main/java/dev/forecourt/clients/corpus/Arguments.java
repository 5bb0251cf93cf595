package dev.forecourt.clients.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.contract.QueryParameters;
import dev.forecourt.runtime.encode.FilePart;
import dev.forecourt.runtime.encode.FormModel;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.OpenEnum;
import dev.forecourt.runtime.json.VendorJson;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments of an operation, all of them, made of its schemas. */
final class Arguments {
  private final Described operation;
  private final Sample samples;

  Arguments(Described operation) {
    this.operation = operation;
    this.samples = new Sample(operation.root(), "readOnly");
  }

  Object[] of(Method method) throws ReflectiveOperationException {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Parameter each = method.getParameters()[i];
      arguments[i] =
          QueryParameters.class.isAssignableFrom(each.getType())
              ? query(each.getType())
              : one(each.getName(), each.getParameterizedType(), true);
    }
    return arguments;
  }

  private Object query(Class<?> type) throws ReflectiveOperationException {
    Object builder = type.getMethod("builder").invoke(null);
    for (Method each : builder.getClass().getDeclaredMethods()) {
      if (Modifier.isPublic(each.getModifiers())
          && each.getParameterCount() == 1
          && !each.getParameterTypes()[0].isPrimitive()
          && !each.isSynthetic()) {
        each.invoke(
            builder,
            new Arguments(operation.withoutPath())
                .one(each.getName(), each.getGenericParameterTypes()[0], false));
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private Object one(String name, Type type, boolean maybeBody)
      throws ReflectiveOperationException {
    if (FormModel.class.isAssignableFrom(raw(type)) && !operation.form().isMissingNode()) {
      return form(raw(type));
    }
    JsonNode schema = operation.schema(name);
    if (schema.isMissingNode() && maybeBody) {
      schema = operation.body();
    }
    if (schema.isMissingNode()) {
      return SmallestValue.of(raw(type));
    }
    return value(samples.of(schema), type);
  }

  /** A form with all of its fields; files are not read from JSON. */
  private Object form(Class<?> type) throws ReflectiveOperationException {
    Object read = VendorJson.read(samples.of(operation.form()).toString(), type);
    Object builder = type.getMethod("toBuilder").invoke(read);
    for (Method each : builder.getClass().getDeclaredMethods()) {
      if (each.getParameterCount() == 1 && Modifier.isPublic(each.getModifiers())) {
        Type field = each.getGenericParameterTypes()[0];
        if (field == FilePart.class) {
          each.invoke(builder, SmallestValue.of(FilePart.class));
        } else if (field.getTypeName().contains(FilePart.class.getName())) {
          each.invoke(builder, List.of(SmallestValue.of(FilePart.class)));
        }
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  /** A sample as this type. */
  private static Object value(JsonNode sample, Type type) throws ReflectiveOperationException {
    Class<?> raw = raw(type);
    if (raw == List.class) {
      List<Object> list = new ArrayList<>();
      for (JsonNode each : sample.isArray() ? sample : List.of(sample)) {
        list.add(value(each, ((ParameterizedType) type).getActualTypeArguments()[0]));
      }
      return list;
    }
    if (raw == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : sample.properties()) {
        Type of = ((ParameterizedType) type).getActualTypeArguments()[1];
        map.put(each.getKey(), value(each.getValue(), of));
      }
      return map;
    }
    if (raw == String.class) {
      return sample.isValueNode() ? sample.asText() : sample.toString();
    }
    if (raw == Long.class || raw == long.class) {
      return sample.asLong();
    }
    if (raw == Integer.class || raw == int.class) {
      return sample.asInt();
    }
    if (raw == BigDecimal.class) {
      return new BigDecimal(sample.asText());
    }
    if (raw == Boolean.class) {
      return sample.asBoolean();
    }
    if (raw == LocalDate.class) {
      return LocalDate.parse(sample.asText());
    }
    if (raw == OffsetDateTime.class) {
      return OffsetDateTime.parse(sample.asText());
    }
    if (raw == Json.class) {
      return Json.parse(sample.toString());
    }
    if (OpenEnum.class.isAssignableFrom(raw)) {
      Class<?> of = raw.getMethod("value").getReturnType();
      return raw.getMethod("of", of).invoke(null, value(sample, of));
    }
    if (raw == byte[].class || raw == FilePart.class) {
      return SmallestValue.of(raw);
    }
    return VendorJson.read(sample.toString(), raw);
  }
}
