package dev.forecourt.contract.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedResponse;
import org.openapitools.openapidiff.core.model.ChangedSchema;

/** Says in words what changed in an operation, down to the member. */
final class ChangeText {
  private final List<String> parts = new ArrayList<>();

  private ChangeText() {}

  static String of(ChangedOperation operation) {
    ChangeText text = new ChangeText();
    if (operation.getParameters() != null) {
      operation
          .getParameters()
          .getMissing()
          .forEach(p -> text.add("parameter " + p.getName() + " is gone"));
      operation
          .getParameters()
          .getIncreased()
          .forEach(
              p ->
                  text.add(
                      "parameter "
                          + p.getName()
                          + " is new"
                          + (Boolean.TRUE.equals(p.getRequired()) ? " and required" : "")));
      for (ChangedParameter changed : operation.getParameters().getChanged()) {
        text.parameter(changed);
      }
    }
    if (operation.getRequestBody() != null) {
      text.content("request body", operation.getRequestBody().getContent());
    }
    if (operation.getApiResponses() != null) {
      operation
          .getApiResponses()
          .getMissing()
          .keySet()
          .forEach(s -> text.add("answer " + s + " is gone"));
      operation
          .getApiResponses()
          .getIncreased()
          .keySet()
          .forEach(s -> text.add("answer " + s + " is new"));
      for (Map.Entry<String, ChangedResponse> changed :
          operation.getApiResponses().getChanged().entrySet()) {
        text.content("answer " + changed.getKey(), changed.getValue().getContent());
      }
    }
    if (operation.getSecurityRequirements() != null
        && operation.getSecurityRequirements().isDifferent()) {
      text.add("the credentials it needs are others");
    }
    return text.parts.isEmpty()
        ? "words, examples or x- keys"
        : ContractComparison.joined(text.parts);
  }

  private void parameter(ChangedParameter changed) {
    String name = "parameter " + changed.getName();
    int before = parts.size();
    boolean required = Boolean.TRUE.equals(changed.getNewParameter().getRequired());
    if (required != Boolean.TRUE.equals(changed.getOldParameter().getRequired())) {
      add(name + (required ? " is required now" : " is optional now"));
    }
    schema(name, changed.getSchema(), 0);
    if (parts.size() == before && !changed.isCompatible()) {
      add(name + " changed");
    }
  }

  private void content(String place, @Nullable ChangedContent content) {
    if (content == null) {
      return;
    }
    content.getMissing().keySet().forEach(type -> add(place + ": " + type + " is gone"));
    content.getIncreased().keySet().forEach(type -> add(place + ": " + type + " is new"));
    content.getChanged().values().forEach(media -> schema(place, media.getSchema(), 0));
  }

  private void schema(String place, @Nullable ChangedSchema schema, int depth) {
    // contracts refer in circles; a change deeper than this shows at its own operation too
    if (schema == null || depth > 8) {
      return;
    }
    schema.getMissingProperties().keySet().forEach(name -> add(place + "." + name + " is gone"));
    schema.getIncreasedProperties().keySet().forEach(name -> add(place + "." + name + " is new"));
    if (schema.isChangedType()) {
      add("the type of " + place + " is another");
    }
    if (schema.getRequired() != null) {
      schema
          .getRequired()
          .getIncreased()
          .forEach(name -> add(place + "." + name + " is required now"));
      schema
          .getRequired()
          .getMissing()
          .forEach(name -> add(place + "." + name + " is optional now"));
    }
    if (schema.getEnumeration() != null && schema.getEnumeration().isDifferent()) {
      schema
          .getEnumeration()
          .getMissing()
          .forEach(value -> add(place + " no longer lists " + value));
      schema
          .getEnumeration()
          .getIncreased()
          .forEach(value -> add(place + " lists " + value + " now"));
    }
    if (bounds(schema)) {
      add("the bounds of " + place + " are others");
    }
    schema
        .getChangedProperties()
        .forEach((name, changed) -> schema(place + "." + name, changed, depth + 1));
    schema(place + "[]", schema.getItems(), depth + 1);
    schema(place + ".*", schema.getAddProp(), depth + 1);
  }

  private static boolean bounds(ChangedSchema schema) {
    return schema.getNumericRange() != null && schema.getNumericRange().isDifferent()
        || schema.getMaxLength() != null && schema.getMaxLength().isDifferent()
        || schema.getMinLength() != null && schema.getMinLength().isDifferent()
        || schema.getMaxItems() != null && schema.getMaxItems().isDifferent()
        || schema.getMinItems() != null && schema.getMinItems().isDifferent()
        || schema.getPattern() != null && schema.getPattern().isDifferent();
  }

  private void add(String part) {
    parts.add(part);
  }
}
