package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.contract.tools.random.RandomRequests;
import dev.forecourt.contract.tools.random.ReviewedDifferences;
import dev.forecourt.mock.trials.Comparison;
import dev.forecourt.mock.trials.ContractJudge;
import dev.forecourt.mock.trials.Reviewed;
import dev.forecourt.mock.trials.TrialCredentials;
import dev.forecourt.mock.trials.TrialRequest;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import dev.forecourt.mock.vendor.Vendors;
import dev.forecourt.vendors.ListedVendor;
import dev.forecourt.vendors.VendorList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Right and wrong requests, made up for every operation, are judged alike by the compiled contract
 * and by a validator that is not ours, or the difference stands in {@code
 * reviewed-differences.yaml}.
 *
 * <p>Longer: {@code -Dforecourt.random.count=5000}; others: {@code -Dforecourt.random.seed=7}.
 */
final class RequestOracleTest {

  private static final int USUAL_COUNT = 100;
  private static final int COUNT = Integer.getInteger("forecourt.random.count", USUAL_COUNT);
  private static final long SEED = Long.getLong("forecourt.random.seed", 20261122);
  private static final int SHOWN = 20;

  private final ReviewedDifferences reviewed = Reviewed.differences();
  private final Comparison comparison = new Comparison(reviewed);

  @Test
  void areJudgedAlikeByStubAndOracle() throws IOException {
    List<ListedVendor> ours = vendorsWhoseContractIsOurs();
    List<String> operations = ours.stream().flatMap(each -> judgeAll(each.id()).stream()).toList();

    // as the files say it, whatever a parser makes of them
    int documented = ours.stream().mapToInt(ListedVendor::operations).sum();
    assertThat(operations).hasSize(documented);
    assertThat(comparison.compared()).isEqualTo(documented * COUNT * 4);
    assertThat(comparison.firstUnexplained()).as("%d in all", comparison.unexplained()).isEmpty();
    if (COUNT == USUAL_COUNT) {
      assertThat(reviewed.unused("stub")).isEmpty();
      assertThat(reviewed.unused("oracle")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void neverMakeTheBehaviourFail(Vendor vendor) {
    RandomRequests requests = RandomRequests.of(specs(vendor.id()));
    TrialCredentials credentials = TrialCredentials.of(vendor);
    VendorStub stub = vendor.open(MockSettings.defaults(vendor));
    List<String> failures = new ArrayList<>();
    int succeeded = 0;

    for (String operation : requests.operations()) {
      for (long seed = SEED; seed < SEED + COUNT; seed++) {
        for (RandomRequest request :
            List.of(requests.valid(operation, seed), requests.broken(operation, seed))) {
          int status = stub.handle(new TrialRequest(request, credentials.next())).status();
          succeeded += status < 300 ? 1 : 0;
          if (status >= 500) {
            failures.add("%d for %s%n  %s".formatted(status, request, request.curl("")));
          }
        }
      }
    }
    stub.close();

    assertThat(failures.stream().limit(SHOWN)).as("%d in all", failures.size()).isEmpty();
    assertThat(succeeded).isGreaterThan(requests.operations().size());
  }

  static Stream<Vendor> vendors() {
    return Vendors.all().stream();
  }

  /** What another validator makes of a vendor's own file is not for us to review. */
  private static List<ListedVendor> vendorsWhoseContractIsOurs() throws IOException {
    return VendorList.of(Path.of(System.getProperty("forecourt.specs")).getParent()).all().stream()
        .filter(vendor -> !vendor.imported())
        .toList();
  }

  private static Path specs(String vendor) {
    return Path.of(System.getProperty("forecourt.specs"), vendor);
  }

  private List<String> judgeAll(String vendor) {
    Path folder = specs(vendor);
    RandomRequests requests = RandomRequests.of(folder);
    ContractJudge stub = ContractJudge.of(vendor);
    RequestOracle oracle = new RequestOracle(folder);
    for (String operation : requests.operations()) {
      LongStream.range(SEED, SEED + COUNT)
          .parallel()
          .forEach(
              seed -> {
                judge(vendor, requests.valid(operation, seed), stub, oracle);
                judge(vendor, requests.broken(operation, seed), stub, oracle);
              });
    }
    return requests.operations();
  }

  private void judge(
      String vendor, RandomRequest request, ContractJudge stub, RequestOracle oracle) {
    comparison.compare(vendor, request, "stub", stub.judge(request));
    comparison.compare(vendor, request, "oracle", oracle.judge(request));
  }
}
