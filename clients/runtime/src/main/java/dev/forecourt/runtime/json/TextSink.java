package dev.forecourt.runtime.json;

import java.math.BigDecimal;

/** Writes JSON as text, without white space. */
public final class TextSink implements JsonSink {
  private static final String HEX = "0123456789ABCDEF";

  private final StringBuilder json = new StringBuilder();

  /** Whether the next value or name needs a comma before it. */
  private boolean more;

  /** With nothing written. */
  public TextSink() {}

  /** What was written. */
  public String json() {
    return json.toString();
  }

  private void comma() {
    if (more) {
      json.append(',');
    }
    more = true;
  }

  @Override
  public void startObject() {
    comma();
    json.append('{');
    more = false;
  }

  @Override
  public void endObject() {
    json.append('}');
    more = true;
  }

  @Override
  public void startArray() {
    comma();
    json.append('[');
    more = false;
  }

  @Override
  public void endArray() {
    json.append(']');
    more = true;
  }

  @Override
  public void name(String name) {
    comma();
    quote(name);
    json.append(':');
    more = false;
  }

  @Override
  public void text(String text) {
    comma();
    quote(text);
  }

  @Override
  public void number(int number) {
    comma();
    json.append(number);
  }

  @Override
  public void number(long number) {
    comma();
    json.append(number);
  }

  @Override
  public void number(BigDecimal number) {
    comma();
    json.append(number);
  }

  @Override
  public void number(String spelling) {
    comma();
    json.append(spelling);
  }

  /** Text where JSON has no such number: NaN, or 0x1F of YAML. */
  public void numberOrText(String spelling) {
    if (Numbers.isJson(spelling)) {
      number(spelling);
    } else {
      text(spelling);
    }
  }

  @Override
  public void bool(boolean value) {
    comma();
    json.append(value);
  }

  @Override
  public void nothing() {
    comma();
    json.append("null");
  }

  private void quote(String text) {
    json.append('"');
    int plain = 0;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign >= ' ' && sign != '"' && sign != '\\' && !isLone(text, at)) {
        continue;
      }
      json.append(text, plain, at);
      plain = at + 1;
      escape(sign);
    }
    json.append(text, plain, text.length()).append('"');
  }

  /** Half of a character, which UTF-8 cannot write. */
  private static boolean isLone(String text, int at) {
    char sign = text.charAt(at);
    if (!Character.isSurrogate(sign)) {
      return false;
    }
    boolean paired =
        Character.isHighSurrogate(sign)
            ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
            : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    return !paired;
  }

  private void escape(char sign) {
    switch (sign) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\b' -> json.append("\\b");
      case '\f' -> json.append("\\f");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          json.append(HEX.charAt(sign >> shift & 0xF));
        }
      }
    }
  }
}
