package dev.forecourt.runtime.json;

/** A model that is sent, and that the contract asks something of. Implemented by generated code. */
public interface Checked {

  /** Notes what is not as the contract asks, here and in the models within. */
  void check(RequestChecks checks);
}
