package dev.forecourt.runtime.errors;

/**
 * What is known about the requests of a call that failed: whether it is safe to repeat it. Where
 * several were sent, what the worst of them leaves open; in the order of this list.
 */
public enum Outcome {
  /** The vendor cannot have seen the request. Even a POST is safe to repeat. */
  NOT_SENT,
  /** The vendor answered with an error status. */
  REFUSED,
  /** The vendor may have seen it, and may have acted on it. Look before you repeat a change. */
  UNKNOWN,
  /** The vendor answered with success (2xx): a change is made. Do not repeat it. */
  DONE
}
