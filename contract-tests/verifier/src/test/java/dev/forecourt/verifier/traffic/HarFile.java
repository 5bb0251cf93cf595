package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds HAR files. */
final class HarFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode entries;

  HarFile() {
    ObjectNode log = root.putObject("log").put("version", "1.2");
    log.putObject("creator").put("name", "test").put("version", "1");
    entries = log.putArray("entries");
  }

  /** An exchange whose answer is JSON. */
  HarFile json(String method, String url, int status, String body) {
    entry(method, url, status, "application/json", body);
    return this;
  }

  /** An exchange; the entry can be changed. */
  ObjectNode entry(String method, String url, int status, String type, String body) {
    ObjectNode entry = entries.addObject().put("startedDateTime", "2026-11-01T10:00:00.000Z");
    entry.put("time", 12.5).putObject("_initiator").put("type", "script");
    ObjectNode request = entry.putObject("request").put("method", method).put("url", url);
    request.put("httpVersion", "HTTP/2").putArray("cookies");
    header(request, ":method", method);
    header(request, "authorization", "k-secret");
    header(request, "sec-fetch-mode", "cors");
    request.putArray("queryString");
    ObjectNode response = entry.putObject("response").put("status", status);
    header(response, "content-type", type);
    header(response, "cf-ray", "8a1b2c-CDG");
    ObjectNode content = response.putObject("content").put("size", body.length());
    content.put("mimeType", type).put("text", body);
    entry.putObject("timings").put("wait", 1);
    return entry;
  }

  static void header(ObjectNode side, String name, String value) {
    side.withArray("/headers").addObject().put("name", name).put("value", value);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  ObjectNode root() {
    return root;
  }

  Path write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(root));
    return file;
  }
}
