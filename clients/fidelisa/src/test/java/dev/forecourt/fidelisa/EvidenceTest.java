package dev.forecourt.fidelisa;

import dev.forecourt.runtime.kit.AbstractEvidenceTest;

/** Fidelisa's own samples, from specs/fidelisa/evidence. */
class EvidenceTest extends AbstractEvidenceTest {

  EvidenceTest() {
    super("fidelisa");
  }
}
