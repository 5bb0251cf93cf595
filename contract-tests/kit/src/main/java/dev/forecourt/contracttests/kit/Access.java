package dev.forecourt.contracttests.kit;

/** Which credentials a request carries. */
public enum Access {
  /** Those that the stub takes by default. */
  GRANTED,
  /** One that nobody issued, in place of the right one. */
  WRONG,
  /** None at all. */
  MISSING
}
