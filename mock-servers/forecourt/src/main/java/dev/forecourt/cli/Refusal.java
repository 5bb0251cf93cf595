package dev.forecourt.cli;

/** Why a command cannot go on, in words for the one who gave it. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  Refusal(String message) {
    super(message);
  }
}
