package dev.forecourt.verifier.pact;

import dev.forecourt.verifier.check.Finding;
import java.util.List;
import java.util.Set;

/**
 * What a check found, and what it looked at.
 *
 * @param calls interactions of requests and answers that were verified against an operation
 * @param messages messages that were verified against a callback
 * @param matchers matching rules that were verified against the contract
 * @param operations operationIds that were met
 * @param findings what the contract does not allow
 */
public record PactCheck(
    int calls, int messages, int matchers, Set<String> operations, List<Finding> findings) {}
