package dev.forecourt.verifier.live;

import dev.forecourt.verifier.replay.Answer;
import java.io.IOException;
import java.util.List;

/** One request to a vendor, and what its answer is compared with. */
interface Question {

  /** What a report calls it; begins with the operation. */
  String name();

  /** Path without query, for messages. */
  String path();

  /** Sends it. */
  Answer ask() throws IOException;

  /** In what an answer differs from what is documented; empty if in nothing. */
  List<String> differences(Answer answer);
}
