package dev.forecourt.mock.engine;

import dev.forecourt.mock.contract.Contract;
import dev.forecourt.mock.contract.NearMiss;
import dev.forecourt.mock.contract.PathSegments;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Finds the operation that path and verb of a request ask for. */
final class Routes {

  private final Contract contract;

  Routes(Contract contract) {
    this.contract = contract;
  }

  /**
   * The number of the operation. Throws a {@link Refusal}: 404 for an unknown path, which names the
   * nearest operations, or 405 with what is allowed.
   */
  int operation(MockRequest request, List<String> segments) {
    int path = contract.path(segments);
    if (path == Contract.NONE) {
      throw new Refusal(
          404,
          "No documented operation for %s %s. Nearest: %s."
              .formatted(
                  request.method(),
                  request.path(),
                  NearMiss.nearest(contract.operations(), request.method(), segments)));
    }
    int number = operation(path, request.method());
    if (number == Contract.NONE) {
      String allow = allowed(path);
      throw new Refusal(
              405,
              "%s is not documented for %s. Allowed: %s."
                  .formatted(request.method(), request.path(), allow))
          .with("Allow", allow);
    }
    return number;
  }

  /** The verbs of a path; empty for an unknown one. */
  String allowed(List<String> segments) {
    int path = contract.path(segments);
    return path == Contract.NONE ? "" : allowed(path);
  }

  private String allowed(int path) {
    List<String> allowed = new ArrayList<>(contract.methods(path));
    if (allowed.contains("GET") && !allowed.contains("HEAD")) {
      allowed.add("HEAD");
    }
    allowed.add("OPTIONS");
    return String.join(", ", allowed);
  }

  /** Whether the path of a request is one of the contract's. */
  boolean knows(MockRequest request) {
    try {
      return contract.path(PathSegments.of(request.path())) != Contract.NONE;
    } catch (Refusal e) {
      return false; // a path that cannot be read, as the answer will say
    }
  }

  /** Most bytes that the body of a request may have. */
  int maxBodyBytes(MockRequest request) {
    try {
      int path = contract.path(PathSegments.of(request.path()));
      int number = path == Contract.NONE ? Contract.NONE : operation(path, request.method());
      return number == Contract.NONE
          ? MockRequest.MAX_BODY_BYTES
          : BodyLimit.of(contract.operations().get(number));
    } catch (Refusal e) {
      return MockRequest.MAX_BODY_BYTES; // a path that cannot be read, as the answer will say
    }
  }

  /** HEAD is GET without a body, which the transport leaves out. */
  private int operation(int path, String method) {
    int number = contract.operation(path, method);
    return number == Contract.NONE && method.equals("HEAD")
        ? contract.operation(path, "GET")
        : number;
  }
}
