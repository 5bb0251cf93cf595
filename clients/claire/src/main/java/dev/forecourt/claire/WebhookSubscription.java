package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookTriggerID;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it is to be, for {@link ClaireWebhooks#register}. Immutable.
 *
 * <pre>{@code
 * WebhookSubscription.builder()
 *     .name("Offers to the CRM")
 *     .url("https://crm.example/hooks/claire/2")
 *     .trigger(WebhookTriggerID.OFFER_READY)
 *     .secret(SharedSecret.of("X-Shared-Secret", System.getenv("CLAIRE_SECRET")))
 *     .build();
 * }</pre>
 */
public final class WebhookSubscription {
  private final String name;
  private final URI url;
  private final WebhookTriggerID trigger;
  private final @Nullable Long locationId;
  private final @Nullable Long checklistId;
  private final @Nullable Boolean active;
  private final @Nullable Boolean queued;
  private final Map<String, String> headers;

  private WebhookSubscription(Builder builder, String name, URI url, WebhookTriggerID trigger) {
    this.name = name;
    this.url = url;
    this.trigger = trigger;
    this.locationId = builder.locationId;
    this.checklistId = builder.checklistId;
    this.active = builder.active;
    this.queued = builder.queued;
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(builder.headers);
    this.headers = Collections.unmodifiableMap(copy);
  }

  /** A builder; name, url and trigger are required. */
  public static Builder builder() {
    return new Builder();
  }

  String name() {
    return name;
  }

  String url() {
    return url.toString();
  }

  WebhookTriggerID trigger() {
    return trigger;
  }

  @Nullable Long locationId() {
    return locationId;
  }

  @Nullable Long checklistId() {
    return checklistId;
  }

  @Nullable Boolean active() {
    return active;
  }

  @Nullable Boolean queued() {
    return queued;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Without path and query of the URL and without values of headers, which may be secrets. */
  @Override
  public String toString() {
    return "WebhookSubscription{trigger=%s %s, location=%s, checklist=%s, host=%s, headers=%s}"
        .formatted(
            trigger, trigger.known(), locationId, checklistId, url.getHost(), headers.keySet());
  }

  /** Collects what a webhook is to be. */
  public static final class Builder {
    private @Nullable String name;
    private @Nullable String url;
    private @Nullable WebhookTriggerID trigger;
    private @Nullable Long locationId;
    private @Nullable Long checklistId;
    private @Nullable Boolean active;
    private @Nullable Boolean queued;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Builder() {}

    /** Name to be seen in Claire. Required. */
    public Builder name(String name) {
      this.name = name;
      return this;
    }

    /**
     * URL that Claire is to call. Required. Best one for each trigger, because the message need not
     * name its trigger.
     */
    public Builder url(String url) {
      this.url = url;
      return this;
    }

    /** What sets it off. Required. */
    public Builder trigger(WebhookTriggerID trigger) {
      this.trigger = trigger;
      return this;
    }

    /** Id of the only location for which it fires. Default: all of the dealer. */
    public Builder locationId(long locationId) {
      this.locationId = locationId;
      return this;
    }

    /** Id of the check list whose checks set it off. Default: any. */
    public Builder checklistId(long checklistId) {
      this.checklistId = checklistId;
      return this;
    }

    /** Whether it is in use. Default: a new one is, one that exists stays as it is. */
    public Builder active(boolean active) {
      this.active = active;
      return this;
    }

    /**
     * Whether Claire sends one call after the other. Default: a new one does not, one that exists
     * stays as it is.
     */
    public Builder queued(boolean queued) {
      this.queued = queued;
      return this;
    }

    /** A header that Claire is to send, in place of one of the same name. */
    public Builder header(String name, String value) {
      SharedSecret.checkName(name);
      SharedSecret.checkValue(name, value);
      headers.put(name, value);
      return this;
    }

    /** The header by which the receiver knows Claire. */
    public Builder secret(SharedSecret secret) {
      return header(secret.headerName(), secret.value());
    }

    /** The subscription. Throws {@code IllegalArgumentException} that says what to change. */
    public WebhookSubscription build() {
      if (name == null || name.isBlank()) {
        throw new IllegalArgumentException(
            "Webhook name is missing. Give it to the builder: people see it in Claire.");
      }
      if (trigger == null || trigger.equals(WebhookTriggerID.UNSET)) {
        throw new IllegalArgumentException(
            "Webhook trigger is missing. Give it to the builder, such as"
                + " WebhookTriggerID.OFFER_READY.");
      }
      return new WebhookSubscription(this, name, checkedUrl(url), trigger);
    }

    /** The URL is not shown in full: it may hold a secret. */
    private static URI checkedUrl(@Nullable String url) {
      String step = " Write it as https://host/path.";
      if (url == null || url.isBlank()) {
        throw new IllegalArgumentException("Webhook URL is missing. Give it to the builder.");
      }
      URI uri;
      try {
        uri = new URI(url);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(
            "Webhook URL is no URL: " + e.getReason() + " at index " + e.getIndex() + "." + step);
      }
      if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
        throw new IllegalArgumentException(
            "Webhook URL must start with https:// or http://." + step);
      }
      if (uri.getHost() == null) {
        throw new IllegalArgumentException("Webhook URL has no host name that can be read." + step);
      }
      if (uri.getUserInfo() != null) {
        throw new IllegalArgumentException(
            "Webhook URL must not hold a user or password. Use secret(...) of the builder.");
      }
      return uri;
    }
  }
}
