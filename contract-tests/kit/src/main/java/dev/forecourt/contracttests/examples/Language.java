package dev.forecourt.contracttests.examples;

import java.io.IOException;

/** Runs the calls of one language. */
interface Language extends AutoCloseable {

  /** What the call with this number printed. */
  String run(int number, String code) throws Exception;

  @Override
  default void close() throws IOException {}
}
