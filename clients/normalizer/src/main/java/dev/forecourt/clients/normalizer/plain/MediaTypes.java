package dev.forecourt.clients.normalizer.plain;

import java.util.List;
import java.util.Locale;

/** How the bytes of a media type are written and read. */
enum MediaTypes {
  JSON,
  FORM,
  MULTIPART,
  TEXT,
  BYTES;

  private static final List<String> TEXTS =
      List.of("xml", "csv", "yaml", "javascript", "graphql", "html", "ndjson", "jsonl", "json-seq");

  static MediaTypes of(String type) {
    String plain = type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    String sub = plain.substring(plain.indexOf('/') + 1);
    if (sub.equals("json") || sub.endsWith("+json") || plain.equals("json")) {
      return JSON;
    }
    if (plain.equals("application/x-www-form-urlencoded")) {
      return FORM;
    }
    if (plain.startsWith("multipart/")) {
      return MULTIPART;
    }
    boolean text = plain.startsWith("text/") || TEXTS.stream().anyMatch(sub::contains);
    return text ? TEXT : BYTES;
  }
}
