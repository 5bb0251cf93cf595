package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookError;
import dev.forecourt.claire.model.WebhookErrorPage;
import dev.forecourt.runtime.errors.BadRequestException;
import dev.forecourt.runtime.errors.ServerErrorException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Walks pages of which Claire does not say whether the first is 0 or 1. Begins at 0. Goes on to 1
 * if 0 is refused or empty; leaves out 1 if it repeats 0.
 */
final class ErrorWalk implements Iterator<WebhookError> {
  private final ErrorPages pages;
  private int next;

  /** Number of the last page; a guess until page 1 has come. */
  private int last = 1;

  private List<WebhookError> previous = List.of();
  private Iterator<WebhookError> rest = List.<WebhookError>of().iterator();

  ErrorWalk(ErrorPages pages) {
    this.pages = pages;
  }

  @Override
  public boolean hasNext() {
    while (!rest.hasNext() && next <= last) {
      turn();
    }
    return rest.hasNext();
  }

  @Override
  public WebhookError next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The webhook has no more errors.");
    }
    return rest.next();
  }

  private void turn() {
    int number = next++;
    if (number == 0) {
      zero();
      return;
    }
    WebhookErrorPage page = pages.page(number);
    List<WebhookError> items = page.items();
    boolean repeats = items.equals(previous);
    if (number == 1) {
      boolean countsFromOne = previous.isEmpty() || repeats;
      last = countsFromOne ? count(page) : count(page) - 1;
    }
    if (items.isEmpty() || repeats && number > 1) {
      // behind the end, or a server that gives its last page for ever
      last = number;
      return;
    }
    if (!repeats) {
      show(items);
    }
  }

  private void zero() {
    WebhookErrorPage page;
    try {
      page = pages.page(0);
    } catch (BadRequestException | ServerErrorException countsFromOne) {
      // if that is not the reason, page 1 fails as well and says so
      return;
    }
    if (page.nbPages() != null && page.nbPages() <= (page.items().isEmpty() ? 0 : 1)) {
      last = 0;
    }
    show(page.items());
  }

  private void show(List<WebhookError> items) {
    previous = items;
    rest = items.iterator();
  }

  private static int count(WebhookErrorPage page) {
    return page.nbPages() == null ? Integer.MAX_VALUE : page.nbPages();
  }
}
