package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookErrorPage;

/** Asks for a page of errors by its number. */
@FunctionalInterface
interface ErrorPages {
  WebhookErrorPage page(int number);
}
