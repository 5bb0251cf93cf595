package dev.forecourt.verifier.report;

import java.util.Map;

/**
 * What is known of one operation, or of one message that a vendor sends.
 *
 * @param name the operation, or the description of the message
 * @param call verb and path; {@code message}
 * @param source where the vendor's text says it
 * @param cells by column, in the order of {@link Column}
 */
record Row(String name, String call, String source, Map<Column, Cell> cells) {}
