package dev.forecourt.mock.contract;

/**
 * One security scheme of the contract.
 *
 * @param name its name under {@code components/securitySchemes}
 * @param type {@code apiKey}, {@code http}, {@code oauth2} or {@code openIdConnect}
 * @param in for an API key where it travels: {@code header}, {@code query} or {@code cookie};
 *     otherwise empty
 * @param parameter for an API key the name of the header or parameter; otherwise the HTTP scheme
 */
public record SecurityScheme(String name, String type, String in, String parameter) {}
