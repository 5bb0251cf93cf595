package dev.forecourt.claire.webhook;

import dev.forecourt.claire.ClaireEvent;
import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.SharedSecret;
import dev.forecourt.claire.UnreadableEventException;
import dev.forecourt.claire.model.WebhookTriggerID;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes Claire's calls: knows them by their secret, reads them, hands them on and says what to
 * answer. Needs no framework: {@link ClaireWebhookServlet} and {@link ClaireWebhookHttpHandler} put
 * it on a server, and with others {@link #receive} is called by hand.
 *
 * <pre>{@code
 * ClaireWebhookReceiver receiver =
 *     ClaireWebhookReceiver.builder()
 *         .secret(SharedSecret.of("X-Shared-Secret", System.getenv("CLAIRE_WEBHOOK_SECRET")))
 *         .handler(delivery -> System.out.println(delivery.event()))
 *         .build();
 * }</pre>
 *
 * <table>
 * <caption>What is answered</caption>
 * <tr><th>status</th><th>when</th></tr>
 * <tr><td>200</td><td>the handler returned, or the executor took the event</td></tr>
 * <tr><td>400</td><td>the body is no JSON object</td></tr>
 * <tr><td>401</td><td>the secret is missing or wrong; the body was not read</td></tr>
 * <tr><td>404</td><td>the path is neither empty nor the number of a trigger</td></tr>
 * <tr><td>405</td><td>the method is not POST</td></tr>
 * <tr><td>413</td><td>the body is larger than the limit; the rest was not read</td></tr>
 * <tr><td>415</td><td>the body is compressed, which Claire does not do</td></tr>
 * <tr><td>500</td><td>the handler threw</td></tr>
 * <tr><td>503</td><td>the executor is full</td></tr>
 * </table>
 *
 * <p><b>Claire's text does not say</b> which statuses it takes for a failure, how long it waits, or
 * whether it calls again. So do not rely on a repetition: store the event before you return, or at
 * least {@code event.body()}. A status from 400 on is the best there is, because Claire lists the
 * calls that went wrong ({@link ClaireWebhooks#errors}).
 *
 * <p>Safe for use by several threads.
 */
public final class ClaireWebhookReceiver {
  /** Number of messages that are remembered by default: 10,000. */
  public static final int DEFAULT_SEEN_MESSAGES = 10_000;

  /** Time for which messages are remembered by default: a day. */
  public static final Duration DEFAULT_SEEN_TIME = Duration.ofDays(1);

  private static final Pattern PATH = Pattern.compile("/?|/(\\d{1,9})");

  private final List<SharedSecret> secrets;
  private final int maxBodyBytes;
  private final Dispatcher dispatcher;

  private ClaireWebhookReceiver(Builder builder, WebhookHandler handler) {
    this.secrets = List.copyOf(builder.secrets);
    this.maxBodyBytes = builder.maxBodyBytes;
    this.dispatcher = new Dispatcher(handler, builder.executor, builder.seen, builder.clock);
  }

  /** Give it a handler, and a secret or {@link Builder#withoutSecret()}. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Handles a call and says what to answer. Throws {@code IOException} if the body cannot be read
   * to its end: then nobody waits for an answer. Throws nothing else.
   */
  public WebhookAnswer receive(WebhookCall call) throws IOException {
    Matcher path = PATH.matcher(call.path());
    if (!path.matches()) {
      return WebhookAnswer.of(
          404, "Nothing is here. Call the URL of the webhook, or it and the number of a trigger.");
    }
    if (!call.method().equals("POST")) {
      return new WebhookAnswer(405, "Use POST.", Map.of("Allow", "POST"));
    }
    if (!isKnown(call)) {
      return WebhookAnswer.of(
          401, "The header " + secrets.get(0).headerName() + " is missing or wrong.");
    }
    String coding = call.header().apply("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      return WebhookAnswer.of(415, "The body is compressed. Send it without Content-Encoding.");
    }
    return read(call, trigger(path.group(1)));
  }

  /** Compares with every secret, so that the time does not tell which one is right. */
  private boolean isKnown(WebhookCall call) {
    boolean known = secrets.isEmpty();
    for (SharedSecret secret : secrets) {
      known |= secret.matches(call.header().apply(secret.headerName()));
    }
    return known;
  }

  private static WebhookTriggerID trigger(@Nullable String number) {
    return number == null ? WebhookTriggerID.UNSET : WebhookTriggerID.of(Integer.valueOf(number));
  }

  private WebhookAnswer read(WebhookCall call, WebhookTriggerID triggerOfUrl) throws IOException {
    Optional<Long> length = contentLength(call.header().apply("Content-Length"));
    if (length.isPresent() && length.get() > maxBodyBytes) {
      return tooLarge();
    }
    // counted while it comes: a length may be missing or wrong
    byte[] body = call.body().readNBytes(maxBodyBytes + 1);
    if (body.length > maxBodyBytes) {
      return tooLarge();
    }
    ClaireEvent event;
    try {
      event = ClaireWebhooks.parse(body, triggerOfUrl);
    } catch (UnreadableEventException e) {
      return WebhookAnswer.of(e.status(), e.getMessage());
    }
    return dispatcher.dispatch(event, Fingerprint.of(triggerOfUrl, body));
  }

  private static Optional<Long> contentLength(@Nullable String header) {
    try {
      return header == null ? Optional.empty() : Optional.of(Long.valueOf(header.strip()));
    } catch (NumberFormatException e) {
      // the server has its own opinion of this; we count
      return Optional.empty();
    }
  }

  private WebhookAnswer tooLarge() {
    return WebhookAnswer.of(
        413,
        "The body is larger than "
            + maxBodyBytes
            + " bytes. Claire's have a few hundred; look who sent it.");
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "ClaireWebhookReceiver";
  }

  /** Builds a receiver. Not safe for use by several threads. */
  public static final class Builder {
    private final List<SharedSecret> secrets = new ArrayList<>();
    private boolean withoutSecret;
    private @Nullable WebhookHandler handler;
    private @Nullable Executor executor;
    private int maxBodyBytes = ClaireWebhooks.MAX_BODY_BYTES;
    private SeenMessages seen = SeenMessages.inMemory(DEFAULT_SEEN_MESSAGES, DEFAULT_SEEN_TIME);
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * A secret by which Claire's calls are known. Name a second one while you change it: either is
     * accepted. All in the same header.
     */
    public Builder secret(SharedSecret secret) {
      secrets.add(secret);
      return this;
    }

    /** Takes calls from everybody: only where a firewall lets nobody but Claire through. */
    public Builder withoutSecret() {
      withoutSecret = true;
      return this;
    }

    /** What to do with an event. */
    public Builder handler(WebhookHandler handler) {
      this.handler = handler;
      return this;
    }

    /**
     * Runs the handler after Claire was answered 200. What waits in an executor is lost when the
     * process ends, and a handler's exception is logged and not seen by Claire. An executor with a
     * bound answers 503 for the rest. Default: the handler runs before the answer.
     */
    public Builder executor(Executor executor) {
      this.executor = executor;
      return this;
    }

    /**
     * Largest body in bytes that is read, at least 1 and at most {@link
     * ClaireWebhooks#MAX_BODY_BYTES}, which is the default.
     */
    public Builder maxBodyBytes(int maxBodyBytes) {
      this.maxBodyBytes = maxBodyBytes;
      return this;
    }

    /**
     * What remembers messages. Default: in memory, {@link #DEFAULT_SEEN_MESSAGES} for {@link
     * #DEFAULT_SEEN_TIME}.
     */
    public Builder seenMessages(SeenMessages seen) {
      this.seen = seen;
      return this;
    }

    /** The clock of {@link WebhookDelivery#seenBefore()}. Default: the system's. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Throws {@code IllegalArgumentException} if something is missing or contradicts itself. */
    public ClaireWebhookReceiver build() {
      if (handler == null) {
        throw new IllegalArgumentException(
            "Webhook handler is missing. Give it to the builder: it gets the events.");
      }
      if (secrets.isEmpty() != withoutSecret) {
        throw new IllegalArgumentException(
            withoutSecret
                ? "A webhook receiver has a secret and takes calls without one. Give one of them."
                : "Webhook secret is missing. Give secret(...) to the builder, or withoutSecret()"
                    + " if a firewall lets only Claire through.");
      }
      if (secrets.stream().map(it -> it.headerName().toLowerCase(Locale.ROOT)).distinct().count()
          > 1) {
        throw new IllegalArgumentException(
            "The secrets of a webhook receiver are in several headers. Use one header for all.");
      }
      if (maxBodyBytes < 1 || maxBodyBytes > ClaireWebhooks.MAX_BODY_BYTES) {
        throw new IllegalArgumentException(
            "maxBodyBytes must be from 1 to "
                + ClaireWebhooks.MAX_BODY_BYTES
                + ": "
                + maxBodyBytes
                + ". Claire's messages have a few hundred bytes.");
      }
      return new ClaireWebhookReceiver(this, handler);
    }
  }
}
