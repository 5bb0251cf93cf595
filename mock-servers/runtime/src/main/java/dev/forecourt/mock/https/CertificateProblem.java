package dev.forecourt.mock.https;

/** Why there is no certificate, and what to do. */
public final class CertificateProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CertificateProblem(String message, Throwable cause) {
    super(message, cause);
  }

  CertificateProblem(String message) {
    super(message);
  }
}
