package dev.forecourt.contract.importer.repair;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the objects of OpenAPI hold, as far as it is the same for all: a name and a form for each
 * member. Forms: {@code text}, {@code yes}, {@code any}, {@code Shape}, {@code [Shape]}, {@code
 * {Shape}}; {@code !} marks what must be there, {@code 31} what only 3.1 has.
 */
final class Shapes {
  /**
   * A member.
   *
   * @param form what it holds
   * @param required whether it must be there
   * @param only31 whether 3.0 lacks it
   */
  record Member(String form, boolean required, boolean only31) {}

  private static final Map<String, Map<String, Member>> ALL = new TreeMap<>();

  static {
    shape(
        "Document",
        "openapi:text! info:Info! jsonSchemaDialect:text31 servers:[Server] paths:{PathItem} webhooks:{PathItem}31 components:Components security:any tags:[Tag] externalDocs:ExternalDocs");
    shape(
        "Info",
        "title:text! summary:text31 description:text termsOfService:text contact:Contact license:License version:text!");
    shape("Contact", "name:text url:text email:text");
    shape("License", "name:text! identifier:text31 url:text");
    shape("Server", "url:text! description:text variables:{ServerVariable}");
    shape("ServerVariable", "enum:[text] default:text! description:text");
    shape("Tag", "name:text! description:text externalDocs:ExternalDocs");
    shape("ExternalDocs", "description:text url:text!");
    shape(
        "Components",
        "schemas:any responses:{Response} parameters:{Parameter} examples:{Example} requestBodies:{RequestBody} headers:{Header} securitySchemes:{SecurityScheme} links:{Link} callbacks:{Callback} pathItems:{PathItem}31");
    shape(
        "PathItem",
        "$ref:text summary:text description:text get:Operation put:Operation post:Operation delete:Operation options:Operation head:Operation patch:Operation trace:Operation servers:[Server] parameters:[Parameter]");
    shape(
        "Operation",
        "tags:[text] summary:text description:text externalDocs:ExternalDocs operationId:text parameters:[Parameter] requestBody:RequestBody responses:{Response} callbacks:{Callback} deprecated:yes security:any servers:[Server]");
    shape(
        "Parameter",
        "name:text! in:text! description:text required:yes deprecated:yes allowEmptyValue:yes style:text explode:yes allowReserved:yes schema:any example:any examples:{Example} content:{MediaType}");
    shape(
        "Header",
        "description:text required:yes deprecated:yes allowEmptyValue:yes style:text explode:yes allowReserved:yes schema:any example:any examples:{Example} content:{MediaType}");
    shape("RequestBody", "description:text content:{MediaType}! required:yes");
    shape("MediaType", "schema:any example:any examples:{Example} encoding:{Encoding}");
    shape("Encoding", "contentType:text headers:{Header} style:text explode:yes allowReserved:yes");
    shape("Response", "description:text! headers:{Header} content:{MediaType} links:{Link}");
    shape("Example", "summary:text description:text value:any externalValue:text");
    shape(
        "Link",
        "operationRef:text operationId:text parameters:any requestBody:any description:text server:Server");
    shape(
        "SecurityScheme",
        "type:text! description:text name:text in:text scheme:text bearerFormat:text flows:Flows openIdConnectUrl:text");
    shape("Flows", "implicit:Flow password:Flow clientCredentials:Flow authorizationCode:Flow");
    shape("Flow", "authorizationUrl:text tokenUrl:text refreshUrl:text scopes:{text}!");
  }

  private Shapes() {}

  private static void shape(String name, String members) {
    Map<String, Member> shape = new LinkedHashMap<>();
    for (String each : members.split(" ")) {
      int colon = each.indexOf(':');
      String form = each.substring(colon + 1);
      boolean required = form.endsWith("!");
      boolean only31 = form.endsWith("31");
      shape.put(
          each.substring(0, colon), new Member(form.replaceAll("(!|31)$", ""), required, only31));
    }
    ALL.put(name, shape);
  }

  /** The members of a shape; null if it is none with fixed members. */
  static @org.jspecify.annotations.Nullable Map<String, Member> of(String name) {
    return ALL.get(name);
  }
}
