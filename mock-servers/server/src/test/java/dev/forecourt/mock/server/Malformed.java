package dev.forecourt.mock.server;

import dev.forecourt.contract.tools.random.RandomRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A request of which every byte can be changed, as {@link Malformations} does. */
final class Malformed {

  private final Random random;
  final List<String> headers = new ArrayList<>();
  String method;
  String target;
  String version = "HTTP/1.1";
  byte[] body;
  private boolean saysLength = true;

  Malformed(RandomRequest request, Map<String, String> credentials, Random random) {
    this.random = random;
    method = request.method();
    target = request.target();
    body = request.body();
    headers.add("Host: 127.0.0.1");
    headers.add("Connection: close");
    request.headers().forEach(each -> headers.add(each.getKey() + ": " + each.getValue()));
    credentials.forEach((name, value) -> headers.add(name + ": " + value));
  }

  /** What goes over the wire. */
  byte[] bytes() {
    StringBuilder head =
        new StringBuilder(
            method + " " + target + (version.isEmpty() ? "" : " " + version) + "\r\n");
    headers.forEach(each -> head.append(each).append("\r\n"));
    if (saysLength && body.length > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return concat(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1), body);
  }

  String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark);
  }

  void addQuery(String more) {
    target += (target.contains("?") ? "&" : "?") + more;
  }

  void replace(String name, String value) {
    headers.removeIf(each -> each.startsWith(name + ":"));
    headers.add(name + ": " + value);
  }

  void sayLength(String value) {
    saysLength = false;
    headers.add("Content-Length: " + value);
  }

  void flood(int count, int length) {
    for (int i = 0; i < count; i++) {
      headers.add("X-Flood-" + i + ": " + "f".repeat(length));
    }
  }

  void json(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    replace("Content-Type", "application/json");
  }

  void form(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    replace("Content-Type", "application/x-www-form-urlencoded");
  }

  void multipart(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    replace("Content-Type", "multipart/form-data; boundary=b");
  }

  void chunked(String text) {
    body = text.getBytes(StandardCharsets.ISO_8859_1);
    saysLength = false;
    replace("Transfer-Encoding", "chunked");
  }

  /** Puts a number where each number was, in a body that is JSON. */
  void numbers(String number) {
    String text = new String(body, StandardCharsets.UTF_8);
    body =
        text.replaceAll("(?<=[:\\[,])-?[0-9][0-9.Ee+-]*(?=[,}\\]])", number)
            .getBytes(StandardCharsets.UTF_8);
  }

  void deepen(int depth) {
    String text = new String(body, StandardCharsets.UTF_8);
    body =
        text.replaceFirst(":[^,}]*", ":" + "[".repeat(depth) + "]".repeat(depth))
            .getBytes(StandardCharsets.UTF_8);
  }

  void turnBytesOver() {
    for (int i = 0; i < 1 + body.length / 20 && body.length > 0; i++) {
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  byte[] bytes(int length) {
    byte[] out = new byte[length];
    random.nextBytes(out);
    return out;
  }

  /** These bytes somewhere in the body. */
  byte[] around(byte[] odd) {
    int at = body.length == 0 ? 0 : random.nextInt(body.length);
    return concat(concat(Arrays.copyOf(body, at), odd), Arrays.copyOfRange(body, at, body.length));
  }

  static byte[] concat(byte[] one, byte[] two) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(two);
    return out.toByteArray();
  }
}
