package dev.forecourt.mock.fidelisa;

import java.util.Map;

/**
 * A message that was sent; no operation shows it, the state does.
 *
 * @param recipients codes of customers with the link each got, empty where there is none
 */
record Notification(
    long number, String shop, String time, String alert, Map<String, String> recipients) {}
