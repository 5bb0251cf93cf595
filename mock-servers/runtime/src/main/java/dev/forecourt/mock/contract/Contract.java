package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockResponse;
import java.util.List;

/** A vendor's contract, compiled: which operation a request means, and how its input is checked. */
public interface Contract {

  /** Returned by {@link #path} and {@link #operation} when nothing fits. */
  int NONE = -1;

  /**
   * All operations in the order of the contract; positions are the numbers {@link #operation}
   * returns.
   */
  List<Operation> operations();

  /**
   * The number of the path template these segments match, literal segments before templated ones;
   * or {@link #NONE}.
   */
  int path(List<String> segments);

  /** The number of the operation under a path template for a verb, or {@link #NONE}. */
  int operation(int path, String method);

  /** The verbs documented for a path template. */
  List<String> methods(int path);

  /** Its version, as its {@code info} says; empty when nobody does. */
  default String version() {
    return "";
  }

  /**
   * Whether every status of a failure is documented. False for contracts of vendors that leave out
   * those which go without saying, such as 404: they are answered nevertheless.
   */
  default boolean namesAllFailures() {
    return true;
  }

  /** What the answers must look like. */
  Answers answers();

  /**
   * Checks the whole input and, when it is valid, runs the operation with the monitor of the input
   * held. Throws a Refusal naming every violation.
   */
  MockResponse call(int operation, Inputs inputs);
}
