package dev.forecourt.autengo;

import dev.forecourt.runtime.json.FilterValue;

/**
 * What may stand before the bar of a filter value: {@code x-filter-operators} of the contract's
 * {@code FilterPrimitive}, to which a test holds them.
 */
enum Operator {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  /** The value with this operator; without one where Autengo takes it for equality anyway. */
  FilterValue on(FilterValue value) {
    boolean needless = this == EQUAL && value.text().indexOf('|') < 0;
    return needless ? value : FilterValue.of(sign + "|" + value.text());
  }
}
