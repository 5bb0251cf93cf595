package dev.forecourt.contracttests.examples;

import org.jspecify.annotations.Nullable;

/**
 * One call in three languages, and what the mock answered to each of them. There is none that was
 * not executed.
 *
 * @param operationId what it calls
 * @param variant which of the operation's requests it is, such as the name of an example
 * @param curl for a POSIX shell
 * @param fetch for Node and browsers
 * @param java with our client; empty where an imported vendor has none
 * @param status of the answer
 * @param contentType of the answer; null when it has no body
 * @param answer its body; empty for none
 */
public record CallExample(
    String operationId,
    String variant,
    String curl,
    String fetch,
    String java,
    int status,
    @Nullable String contentType,
    String answer) {}
