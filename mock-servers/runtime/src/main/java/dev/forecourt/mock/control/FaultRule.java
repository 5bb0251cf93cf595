package dev.forecourt.mock.control;

import dev.forecourt.mock.http.Fault;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A {@link Disturbance} of calls to come, as {@code /__mock/faults} takes it. */
final class FaultRule {

  private static final long FOR_EVER = Long.MAX_VALUE;
  private static final long DEFAULT_SEED = 1;

  private final Disturbance disturbance;
  private final @Nullable String operation;
  private final @Nullable RequestMatch request;
  private final double probability;
  private final Random random;
  private final AtomicLong left;
  private final AtomicLong used = new AtomicLong();

  private FaultRule(ControlBody body) {
    operation = body.text("operation");
    String delay = body.text("delay");
    String fault = body.text("fault");
    Long status = body.whole("status", 400, 599);
    disturbance =
        new Disturbance(
            delay == null ? Delay.NONE : Delay.of(delay),
            fault == null ? null : Fault.named(fault),
            status == null ? null : status.intValue(),
            body.whole("retryAfter", 0, Integer.MAX_VALUE),
            body.value("response") == null ? null : AnswerTemplate.of(body.value("response")));
    request = body.value("request") == null ? null : RequestMatch.of(body.value("request"));
    Long times = body.whole("times", 1, Integer.MAX_VALUE);
    left = new AtomicLong(times == null ? FOR_EVER : times);
    probability = body.fraction("probability", 1);
    Long seed = body.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    random = new Random(seed == null ? DEFAULT_SEED : seed);
  }

  /** Reads one rule. Throws {@link Refusal} when it is none. */
  static FaultRule of(ControlBody body) {
    body.only(
        "operation",
        "request",
        "delay",
        "fault",
        "status",
        "retryAfter",
        "response",
        "times",
        "probability",
        "seed");
    FaultRule rule = new FaultRule(body);
    Disturbance disturbance = rule.disturbance;
    if (disturbance.fault() == null
        && disturbance.status() == null
        && disturbance.answer() == null
        && disturbance.delay() == Delay.NONE) {
      throw new Refusal(400, "A rule needs 'delay', 'fault', 'status' or 'response'");
    }
    if (disturbance.fault() != null && disturbance.status() != null) {
      throw new Refusal(400, "A rule has 'fault' or 'status', not both");
    }
    if (disturbance.answer() != null
        && (disturbance.status() != null || disturbance.fault() != null)) {
      throw new Refusal(400, "A rule has 'response', 'fault' or 'status', not two of them");
    }
    if (disturbance.retryAfter() != null && disturbance.status() == null) {
      throw new Refusal(400, "'retryAfter' needs a 'status' beside it, such as 503");
    }
    return rule;
  }

  /** The operationId that it is for; null for all. */
  @Nullable String operation() {
    return operation;
  }

  boolean isUsedUp() {
    return left.get() == 0;
  }

  /** What is to happen to this call; null for nothing. Counts the call if it is disturbed. */
  @Nullable Disturbance next(RequestParts sent) {
    if (isUsedUp()
        || (operation != null && !operation.equals(sent.operation().id()))
        || (request != null && !request.fits(sent))
        || (probability < 1 && random.nextDouble() >= probability)) {
      return null;
    }
    if (left.get() != FOR_EVER && left.getAndUpdate(n -> n == 0 ? 0 : n - 1) == 0) {
      return null; // another call was faster
    }
    used.incrementAndGet();
    return disturbance;
  }

  void write(JsonWriter out) {
    out.startObject().field("operation", operation);
    if (request != null) {
      out.name("request").tree(request.given());
    }
    AnswerTemplate answer = disturbance.answer();
    if (answer != null) {
      out.name("response").tree(answer.given());
    }
    if (disturbance.delay() != Delay.NONE) {
      out.field("delay", disturbance.delay().toString());
    }
    if (disturbance.fault() != null) {
      out.field("fault", disturbance.fault().text());
    }
    if (disturbance.status() != null) {
      out.field("status", disturbance.status());
    }
    if (disturbance.retryAfter() != null) {
      out.field("retryAfter", disturbance.retryAfter());
    }
    if (probability < 1) {
      out.name("probability").tree(probability);
    }
    out.field("used", used.get());
    if (left.get() != FOR_EVER) {
      out.field("left", left.get());
    }
    out.endObject();
  }
}
