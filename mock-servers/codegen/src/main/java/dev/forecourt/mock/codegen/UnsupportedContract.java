package dev.forecourt.mock.codegen;

/** Stops the generation: a rule that cannot be compiled must not silently go unchecked. */
final class UnsupportedContract extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsupportedContract(String where, String what) {
    super(
        "%s: %s is not supported by the stub generator. Write it differently or extend the generator."
            .formatted(where, what));
  }
}
