package dev.forecourt.autochat;

import dev.forecourt.runtime.kit.AbstractEvidenceTest;

/** Autochat's own samples, from specs/autochat/evidence. */
class EvidenceTest extends AbstractEvidenceTest {

  EvidenceTest() {
    super("autochat");
  }
}
