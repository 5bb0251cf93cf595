package dev.forecourt.claire;

import dev.forecourt.runtime.kit.AbstractEvidenceTest;

/** Claire's own samples, from specs/claire/evidence. */
class EvidenceTest extends AbstractEvidenceTest {

  EvidenceTest() {
    super("claire");
  }
}
