package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookError;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The calls of a webhook that went wrong in the last three months, over all pages. A page is asked
 * for when it is needed and not before; every iterator and stream starts anew. Throws {@link
 * dev.forecourt.runtime.errors.VendorException} while walking.
 */
public final class WebhookErrors implements Iterable<WebhookError> {
  private final ErrorPages pages;

  WebhookErrors(ErrorPages pages) {
    this.pages = pages;
  }

  @Override
  public Iterator<WebhookError> iterator() {
    return new ErrorWalk(pages);
  }

  /** All errors, in Claire's order. */
  public Stream<WebhookError> stream() {
    return StreamSupport.stream(spliterator(), false);
  }
}
