package dev.forecourt.contract.importer.edit;

import java.util.Map;
import java.util.Set;

/** What an object of an OpenAPI document is, which follows from where it stands. */
public enum Kind {
  DOCUMENT,
  PATHS,
  PATH_ITEMS,
  PATH_ITEM,
  OPERATION,
  PARAMETERS,
  PARAMETER_MAP,
  PARAMETER,
  REQUEST_BODIES,
  REQUEST_BODY,
  CONTENT,
  MEDIA_TYPE,
  ENCODINGS,
  ENCODING,
  RESPONSES,
  RESPONSE,
  HEADERS,
  HEADER,
  EXAMPLES,
  EXAMPLE,
  LINKS,
  LINK,
  CALLBACKS,
  CALLBACK,
  COMPONENTS,
  SECURITY_SCHEMES,
  SECURITY_SCHEME,
  SCHEMAS,
  SCHEMA_LIST,
  SCHEMA,
  /** Free content: examples, extensions, texts. */
  OTHER;

  /** Methods of OpenAPI 3.0 and 3.1. */
  public static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final Map<String, Kind> IN_DOCUMENT =
      Map.of("paths", PATHS, "webhooks", PATH_ITEMS, "components", COMPONENTS);

  private static final Map<String, Kind> IN_COMPONENTS =
      Map.of(
          "schemas", SCHEMAS,
          "responses", RESPONSES,
          "parameters", PARAMETER_MAP,
          "examples", EXAMPLES,
          "requestBodies", REQUEST_BODIES,
          "headers", HEADERS,
          "securitySchemes", SECURITY_SCHEMES,
          "links", LINKS,
          "callbacks", CALLBACKS,
          "pathItems", PATH_ITEMS);

  private static final Map<String, Kind> IN_OPERATION =
      Map.of(
          "parameters", PARAMETERS,
          "requestBody", REQUEST_BODY,
          "responses", RESPONSES,
          "callbacks", CALLBACKS);

  private static final Map<String, Kind> IN_PARAMETER =
      Map.of("schema", SCHEMA, "content", CONTENT, "examples", EXAMPLES);

  private static final Map<String, Kind> IN_RESPONSE =
      Map.of("headers", HEADERS, "content", CONTENT, "links", LINKS, "schema", SCHEMA);

  private static final Map<String, Kind> IN_MEDIA_TYPE =
      Map.of("schema", SCHEMA, "examples", EXAMPLES, "encoding", ENCODINGS);

  private static final Set<String> ONE_SCHEMA =
      Set.of(
          "items",
          "additionalProperties",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contentSchema");

  private static final Set<String> SCHEMAS_BY_NAME =
      Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

  private static final Set<String> SCHEMAS_IN_LIST =
      Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  /** What stands under a key of such an object. */
  public Kind member(String key) {
    return switch (this) {
      case DOCUMENT -> IN_DOCUMENT.getOrDefault(key, OTHER);
      case COMPONENTS -> IN_COMPONENTS.getOrDefault(key, OTHER);
      case PATHS, PATH_ITEMS -> key.startsWith("x-") ? OTHER : PATH_ITEM;
      case PATH_ITEM ->
          METHODS.contains(key) ? OPERATION : key.equals("parameters") ? PARAMETERS : OTHER;
      case OPERATION -> IN_OPERATION.getOrDefault(key, OTHER);
      case PARAMETERS, PARAMETER_MAP -> PARAMETER;
      case PARAMETER, HEADER -> IN_PARAMETER.getOrDefault(key, OTHER);
      case REQUEST_BODIES -> REQUEST_BODY;
      case REQUEST_BODY -> key.equals("content") ? CONTENT : OTHER;
      case CONTENT -> MEDIA_TYPE;
      case MEDIA_TYPE -> IN_MEDIA_TYPE.getOrDefault(key, OTHER);
      case ENCODINGS -> ENCODING;
      case ENCODING -> key.equals("headers") ? HEADERS : OTHER;
      case RESPONSES -> key.startsWith("x-") ? OTHER : RESPONSE;
      case RESPONSE -> IN_RESPONSE.getOrDefault(key, OTHER);
      case HEADERS -> HEADER;
      case EXAMPLES -> EXAMPLE;
      case LINKS -> LINK;
      case CALLBACKS -> CALLBACK;
      case CALLBACK -> key.startsWith("x-") ? OTHER : PATH_ITEM;
      case SECURITY_SCHEMES -> SECURITY_SCHEME;
      case SCHEMAS, SCHEMA_LIST -> SCHEMA;
      case SCHEMA -> inSchema(key);
      case SECURITY_SCHEME, LINK, EXAMPLE, OTHER -> OTHER;
    };
  }

  private static Kind inSchema(String key) {
    if (ONE_SCHEMA.contains(key)) {
      return SCHEMA;
    }
    if (SCHEMAS_BY_NAME.contains(key)) {
      return SCHEMAS;
    }
    return SCHEMAS_IN_LIST.contains(key) ? SCHEMA_LIST : OTHER;
  }

  /** Group of {@code components} that holds such objects; empty if there is none. */
  public String component() {
    return switch (this) {
      case SCHEMA -> "schemas";
      case RESPONSE -> "responses";
      case PARAMETER -> "parameters";
      case EXAMPLE -> "examples";
      case REQUEST_BODY -> "requestBodies";
      case HEADER -> "headers";
      case SECURITY_SCHEME -> "securitySchemes";
      case LINK -> "links";
      case CALLBACK -> "callbacks";
      default -> "";
    };
  }

  /** Whether keys are names that people choose, and values objects of one kind. */
  public boolean isMap() {
    return switch (this) {
      case PATHS,
          PATH_ITEMS,
          PARAMETER_MAP,
          REQUEST_BODIES,
          CONTENT,
          ENCODINGS,
          RESPONSES,
          HEADERS,
          EXAMPLES,
          LINKS,
          CALLBACKS,
          CALLBACK,
          SECURITY_SCHEMES,
          SCHEMAS ->
          true;
      default -> false;
    };
  }

  /** Whether this is a list of objects of one kind. */
  public boolean isList() {
    return this == PARAMETERS || this == SCHEMA_LIST;
  }
}
