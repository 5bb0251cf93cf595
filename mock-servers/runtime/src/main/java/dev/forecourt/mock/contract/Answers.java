package dev.forecourt.mock.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the answers of a contract must look like, compiled; operations by their number. */
public interface Answers {

  /** The media types documented for a status; empty when there is to be no body. */
  List<String> mediaTypes(int operation, int status);

  /** Notes what a JSON body of this status breaks. */
  void check(int operation, int status, @Nullable Object body, Place at, Violations out);
}
