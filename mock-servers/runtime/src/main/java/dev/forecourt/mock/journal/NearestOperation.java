package dev.forecourt.mock.journal;

import java.util.List;

/**
 * The operation that a request most likely meant which fits none.
 *
 * @param operation its operationId
 * @param method its verb
 * @param path its path template
 * @param differs what the request has otherwise, in words, part by part
 */
public record NearestOperation(
    String operation, String method, String path, List<String> differs) {}
