package dev.forecourt.mock.fidelisa;

import java.util.List;
import java.util.Map;

/**
 * What became of a sale.
 *
 * @param points points given, by card
 * @param refused lines that no rule of the customer's cards uses
 */
record Receipt(Bill bill, Map<String, Long> points, List<BillLine> refused) {}
