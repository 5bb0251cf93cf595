package dev.forecourt.mock.fidelisa;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a sale.
 *
 * @param sent its members as they were sent, to be shown when the line is refused
 */
record BillLine(
    String type,
    @Nullable String item,
    BigDecimal amount,
    BigDecimal quantity,
    Map<String, @Nullable Object> sent) {}
