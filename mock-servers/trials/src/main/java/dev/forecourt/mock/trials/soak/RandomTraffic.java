package dev.forecourt.mock.trials.soak;

import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.contract.tools.random.RandomRequests;
import dev.forecourt.contract.tools.random.ReviewedDifferences;
import dev.forecourt.mock.trials.Reviewed;
import dev.forecourt.mock.trials.soak.SoakClient.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Right and wrong requests to every operation of every vendor. Wrong ones must not succeed; those
 * that make Claire call other hosts are left out.
 */
final class RandomTraffic {

  private static final Set<String> CALLS_OUT =
      Set.of("createWebhook", "updateWebhook", "testWebhook");

  // contacts of the books have ids from 143 on
  private static final Pattern BOOKED =
      Pattern.compile("/v3/contact/(14[3-9]|1[5-9]\\d|[2-9]\\d\\d|\\d{4,6})");

  private final List<Source> sources = new ArrayList<>();
  private final ReviewedDifferences reviewed = Reviewed.differences();
  private final SoakClient client;
  private final Tally tally;

  private record Source(String vendor, String operation, RandomRequests requests) {}

  RandomTraffic(List<String> vendors, Path specs, SoakClient client, Tally tally) {
    this.client = client;
    this.tally = tally;
    for (String vendor : vendors) {
      RandomRequests requests = RandomRequests.of(specs.resolve(vendor));
      for (String each : requests.operations()) {
        if (!CALLS_OUT.contains(each)) {
          sources.add(new Source(vendor, each, requests));
        }
      }
    }
  }

  void work(Random random) {
    Source source = sources.get(random.nextInt(sources.size()));
    long seed = random.nextLong();
    RandomRequest request =
        random.nextInt(3) == 0
            ? source.requests.broken(source.operation, seed)
            : source.requests.valid(source.operation, seed);
    boolean writes = !request.method().equals("GET");
    if (writes && BOOKED.matcher(request.path()).matches()) {
      return;
    }
    Reply reply =
        client.send(
            source.vendor, request.method(), request.target(), request.headers(), request.body());
    boolean wrong = request.defect() != null;
    if (wrong && reply.ok() && !reviewed.explain("stub", "accepts", source.vendor, request)) {
      tally.fail(
          "%s took a wrong request, %s%n  %s".formatted(source.vendor, request, request.curl("")));
    }
  }
}
