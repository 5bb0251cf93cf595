package dev.forecourt.mock.server;

/** Says why the mocks could not start and what to do about it. */
final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
