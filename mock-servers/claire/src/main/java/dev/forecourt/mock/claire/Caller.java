package dev.forecourt.mock.claire;

/**
 * Who calls: Claire shows webhooks to the API key that made them.
 *
 * @param account of the key
 */
record Caller(long account) {}
