package dev.forecourt.runtime.credentials;

import dev.forecourt.runtime.errors.CredentialException;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.VendorException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A key, secret or token of the caller, under the name that people know it by: a text that is
 * checked in {@code build()}, or a supplier that is asked with each request, so that the key may
 * change. For vendor builders. Its {@code toString} shows no value.
 */
public final class Key {
  private final String name;
  private final @Nullable String text;
  private final @Nullable Supplier<String> supplier;
  private final LastSecrets sent = new LastSecrets();

  private Key(String name, @Nullable String text, @Nullable Supplier<String> supplier) {
    this.name = name;
    this.text = text;
    this.supplier = supplier;
  }

  /** One that nobody has set yet, such as {@code "FIDCAR API key"}. */
  public static Key named(String name) {
    return new Key(name, null, null);
  }

  /** The same with this text; null for not set. */
  public Key with(@Nullable String text) {
    return new Key(name, text, null);
  }

  /** The same, asked for with each request; null for not set. */
  public Key with(@Nullable Supplier<String> supplier) {
    return new Key(name, null, supplier);
  }

  /** The same with a text that comes from there: {@code "FIDCAR API key (FIDCAR_API_KEY)"}. */
  public Key from(String source, String text) {
    return new Key(name + " (" + source + ")", text, null);
  }

  /** Such as {@code "FIDCAR API key"}. */
  public String name() {
    return name;
  }

  /** Whether there is a text or a supplier. */
  public boolean isSet() {
    return text != null || supplier != null;
  }

  /** Whether it is asked for with each request. */
  public boolean changes() {
    return supplier != null;
  }

  /**
   * This key, set. Throws {@code IllegalArgumentException} without showing it if it is not set, or
   * if it is a text that cannot be sent. A supplier is not asked.
   */
  public Key checked() {
    if (supplier == null) {
      sent.remember(Keys.checked(name, text));
    }
    return this;
  }

  /** The text for this request. Throws {@link CredentialException}. */
  public String current(RequestDraft request) {
    return current(request.vendor(), request.operation());
  }

  /** The text for a request of this operation. Throws {@link CredentialException}. */
  public String current(String vendor, String operation) {
    String current = supplier == null ? text : asked(supplier, vendor, operation);
    if (supplier == null && (current == null || !sent.contains(current))) {
      Keys.checked(name, current);
    }
    if (current == null || !sent.contains(current)) {
      String fault = Keys.fault(current);
      if (fault != null) {
        throw unusable(vendor, operation, fault, null);
      }
      sent.remember(current);
    }
    return current;
  }

  /**
   * Whether the next request will carry another text than this: a key that changed while the
   * request was under way. False if the supplier gives none.
   */
  boolean isOtherThan(Supplier<String> sentText, RequestDraft refused) {
    if (supplier == null) {
      return false;
    }
    try {
      return !current(refused).equals(sentText.get());
    } catch (RuntimeException e) {
      // the refusal is what the caller has to hear of
      return false;
    }
  }

  /** The last texts that were sent. */
  public List<String> secrets() {
    return sent.all();
  }

  private @Nullable String asked(Supplier<String> source, String vendor, String operation) {
    try {
      return source.get();
    } catch (VendorException | CancellationException e) {
      // another of our clients, asked for the key, says better what happened
      throw e;
    } catch (RuntimeException e) {
      throw unusable(vendor, operation, "its supplier threw " + e.getClass().getName(), e);
    }
  }

  private CredentialException unusable(
      String vendor, String operation, String fault, @Nullable RuntimeException cause) {
    return new CredentialException(
        Failure.of(vendor, operation)
            .attempts(0)
            .outcome(Outcome.NOT_SENT)
            .cause(cause)
            .message(
                vendor
                    + " "
                    + operation
                    + ": not sent, because there is no "
                    + name
                    + " to send: "
                    + fault
                    + ". Mend the supplier given to the builder; it is asked again with the next"
                    + " request.")
            .build());
  }

  /** Without the key. */
  @Override
  public String toString() {
    return name + (isSet() ? " ****" : " not set");
  }
}
