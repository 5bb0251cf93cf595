package dev.forecourt.contracttests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import dev.forecourt.verifier.report.Verdict;
import dev.forecourt.verifier.report.VerdictFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The verifier for the JVM and Pact's own one, written by others in another language, say the same
 * of each interaction: of our stub, and of a stub with faults.
 */
@Tag("verification")
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractSecondVerificationTest {
  private final AbstractStubVerificationTest stub;
  private final String vendor;
  private final Path pact;
  private final List<Interaction> interactions;

  /** For subclasses: the states are those of the stub's verification. */
  protected AbstractSecondVerificationTest(AbstractStubVerificationTest stub) {
    this.stub = stub;
    this.vendor = Verifiers.vendor(stub.getClass());
    this.pact = Checkout.writtenPact(vendor);
    this.interactions = DefaultPactReader.INSTANCE.loadPact(pact.toFile()).getInteractions();
  }

  @BeforeAll
  void startStub() {
    stub.startStub();
  }

  @AfterAll
  void stopStub() throws Exception {
    stub.stopStub();
    if (stub instanceof AutoCloseable signing) {
      signing.close();
    }
  }

  @Test
  void bothVerifiersAcceptEveryInteraction() {
    try (StubGate gate = StubGate.before(stub, interactions, Damage.NONE)) {
      Map<String, Boolean> byJvm = JvmVerifier.verdicts(interactions, gate);
      Map<String, Verdict> said = RustVerifier.verdicts(pact, gate, vendor);
      new VerdictFile("rust-stub", vendor, null, null, List.copyOf(said.values()))
          .writeTo(Checkout.results());

      assertThat(accepted(said))
          .isEqualTo(byJvm)
          .hasSize(interactions.size())
          .doesNotContainValue(false);
    }
  }

  @Test
  @Tag("trial")
  void bothVerifiersRefuseTheSameInteractionsOfAFaultyStub() {
    try (StubGate gate = StubGate.before(stub, interactions, Damage.PLANTED)) {
      Map<String, Boolean> byJvm = JvmVerifier.verdicts(interactions, gate);
      Map<String, Boolean> byRust = accepted(RustVerifier.verdicts(pact, gate, vendor + "-faults"));

      assertThat(byRust).isEqualTo(byJvm).hasSize(interactions.size());
      assertThat(new TreeSet<>(byRust.values())).containsExactly(false, true);
    }
  }

  private static Map<String, Boolean> accepted(Map<String, Verdict> verdicts) {
    Map<String, Boolean> accepted = new TreeMap<>();
    verdicts.forEach((name, said) -> accepted.put(name, said.result() == Verdict.Result.PASSED));
    return accepted;
  }
}
