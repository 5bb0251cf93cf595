package dev.forecourt.runtime;

import com.fasterxml.jackson.databind.JsonMappingException;

/** Where in a JSON text reading failed, as {@code $.data[0].datetime}. */
public final class JsonPaths {

  private JsonPaths() {}

  public static String of(JsonMappingException failure) {
    StringBuilder path = new StringBuilder("$");
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() != null) {
        path.append('.').append(step.getFieldName());
      } else {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return path.toString();
  }
}
