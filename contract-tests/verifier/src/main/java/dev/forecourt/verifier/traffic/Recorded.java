package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.check.Exchange;
import java.util.List;

/**
 * One exchange of a recording.
 *
 * @param file the recording, as the caller gave it
 * @param host host and port that the request went to; empty if the recording does not say
 * @param exchange request and answer
 * @param answered whether headers and body of the answer are known, or only its status
 * @param unreadable bodies that are not what their type says: {@code request} or {@code response}
 * @param ofPact whether a consumer wrote it: its answers are what the consumer bears
 */
record Recorded(
    String file,
    String host,
    Exchange exchange,
    boolean answered,
    List<String> unreadable,
    boolean ofPact) {

  Recorded(String file, String host, Exchange exchange, boolean answered, List<String> unreadable) {
    this(file, host, exchange, answered, unreadable, false);
  }
}
