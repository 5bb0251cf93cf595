package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One operation of the contract.
 *
 * @param id its operationId
 * @param method its verb
 * @param path its path template
 * @param statuses the statuses the contract declares, {@code 0} standing for "default"
 * @param security alternatives, each a list of schemes that must all be satisfied; empty when the
 *     operation is open
 * @param examples the examples of its responses, the default answer first
 * @param maxBodyBytes most bytes that a body takes which the contract allows, as far as it says so
 *     by lengths of texts; 0 when 1 MiB is enough or the contract does not say
 */
public record Operation(
    String id,
    String method,
    String path,
    List<Integer> statuses,
    List<List<SecurityScheme>> security,
    List<Example> examples,
    int maxBodyBytes) {

  /** An operation whose bodies are short. */
  public Operation(
      String id,
      String method,
      String path,
      List<Integer> statuses,
      List<List<SecurityScheme>> security,
      List<Example> examples) {
    this(id, method, path, statuses, security, examples, 0);
  }

  /** The answer of a stub without behaviour: the first example of the success response. */
  public MockResponse defaultAnswer() {
    return examples.get(0).response();
  }

  /**
   * The example with this name, of a success before that of a failure. Throws {@link
   * IllegalArgumentException} naming those that there are.
   */
  public Example example(String name) {
    return examples.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The contract has no example '%s' of %s. It has %s."
                        .formatted(
                            name, describe(), examples.stream().map(Example::name).toList())));
  }

  /** The security schemes of all alternatives, each once. */
  public List<SecurityScheme> schemes() {
    // by name: a record's own hash would be put together anew at each start
    Map<String, SecurityScheme> byName = new LinkedHashMap<>();
    security.forEach(each -> each.forEach(scheme -> byName.put(scheme.name(), scheme)));
    return List.copyOf(byName.values());
  }

  /** The status if the contract declares it for this operation, otherwise the other one. */
  public int documented(int status, int otherwise) {
    return statuses.contains(status) ? status : otherwise;
  }

  /** As shown to a caller: {@code GET /api/local (listDealerships)}. */
  public String describe() {
    return method + " " + path + " (" + id + ")";
  }
}
