package dev.forecourt.mock.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The ways in which HTTP, encodings and bodies can be wrong. The name of each stands in the report
 * of a failure.
 */
final class Malformations {

  private static final int MEBIBYTE = 1024 * 1024;

  private Malformations() {}

  /** All ways, by name. */
  static Map<String, Consumer<Malformed>> all() {
    Map<String, Consumer<Malformed>> ways = new LinkedHashMap<>();
    ways.put("nothing", it -> {});
    addVerbsAndTargets(ways);
    addEncodings(ways);
    addHeaders(ways);
    addBodies(ways);
    addChunks(ways);
    return ways;
  }

  private static void addVerbsAndTargets(Map<String, Consumer<Malformed>> ways) {
    for (String verb :
        List.of(
            "FOO",
            "get",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "OPTIONS",
            "HEAD",
            "G(T",
            "",
            "X".repeat(5000))) {
      ways.put("verb " + (verb.length() > 20 ? "of 5000 letters" : verb), it -> it.method = verb);
    }
    for (String target :
        List.of("*", "", "/", "//", "/../..", "http://x/y", "http://[", "x", "/%", "/\t")) {
      ways.put("target " + target, it -> it.target = target);
    }
    for (String version :
        List.of("HTTP/1.0", "HTTP/0.9", "HTTP/9.9", "HTTP/2.0", "", "FTP/1.1", "HTTP/1.1 x")) {
      ways.put("version " + version, it -> it.version = version);
    }
    ways.put("path of 15000 letters", it -> it.target = "/" + "a".repeat(15_000));
    ways.put("path of 100000 letters", it -> it.target = "/" + "a".repeat(100_000));
    ways.put("path of 7000 segments", it -> it.target = "/a".repeat(7_000));
    ways.put("query of 3000 fields", it -> it.addQuery("a=1&".repeat(3_000)));
    ways.put("query of 100000 letters", it -> it.addQuery("a=" + "1".repeat(100_000)));
    ways.put("query of brackets", it -> it.addQuery("and" + "[a]".repeat(3_000) + "=1"));
    ways.put(
        "query with every field twice",
        it ->
            it.target +=
                it.target.contains("?")
                    ? "&" + it.target.substring(it.target.indexOf('?') + 1)
                    : "?a&a");
  }

  private static void addEncodings(Map<String, Consumer<Malformed>> ways) {
    for (String bytes :
        List.of(
            "%",
            "%4",
            "%zz",
            "%FF",
            "%C0%AF",
            "%ED%A0%80",
            "%F8%88%80%80%80",
            "%00",
            "%2F",
            "%0D%0AX: y")) {
      ways.put("path with " + bytes, it -> it.target = it.path() + bytes + it.query());
      ways.put("query with " + bytes, it -> it.addQuery("a=" + bytes));
      ways.put("name in query with " + bytes, it -> it.addQuery(bytes + "=1"));
    }
    ways.put(
        "path with raw bytes", it -> it.target = it.path() + "\u00ff\u00fe\u0000" + it.query());
    ways.put("query with raw bytes", it -> it.addQuery("a=\u00e9\u00ff<>\"{}|\\^`"));
    ways.put("body of random bytes", it -> it.body = it.bytes(200));
    ways.put("body with bytes turned over", Malformed::turnBytesOver);
    ways.put(
        "body with bytes that are not UTF-8",
        it -> it.body = it.around(new byte[] {(byte) 0xc0, (byte) 0xaf, (byte) 0xff}));
    ways.put(
        "body in UTF-16",
        it ->
            it.body =
                new String(it.body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
    ways.put(
        "body with a byte order mark",
        it ->
            it.body =
                Malformed.concat(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, it.body));
    ways.put("body with NUL", it -> it.body = it.around(new byte[] {0, 0}));
  }

  private static void addHeaders(Map<String, Consumer<Malformed>> ways) {
    ways.put("300 headers", it -> it.flood(300, 20));
    ways.put("5000 headers", it -> it.flood(5_000, 20));
    ways.put("header of 100000 letters", it -> it.flood(1, 100_000));
    ways.put("every header twice", it -> it.headers.addAll(List.copyOf(it.headers)));
    ways.put("no header", it -> it.headers.clear());
    ways.put("header without colon", it -> it.headers.add("nonsense"));
    ways.put("header without name", it -> it.headers.add(": x"));
    ways.put("header with raw bytes", it -> it.headers.add("X-Odd: \u00ff\u0001\u0000"));
    ways.put("header folded", it -> it.headers.add("X-Odd: a\r\n b"));
    for (String type :
        List.of(
            "",
            ";;;=",
            "application/json;charset=\"utf",
            "application/json; charset=utf-16",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"" + "x".repeat(100),
            "*/*",
            "application/json, text/plain",
            "\u00ff",
            "application/x-www-form-urlencoded;" + "a=b;".repeat(2000))) {
      ways.put(
          "Content-Type " + (type.length() > 60 ? type.substring(0, 60) : type),
          it -> it.replace("Content-Type", type));
    }
    for (String prefer :
        List.of(
            "code=999",
            "code=200, example=\"",
            "example=" + "x".repeat(5000),
            "code=99999999999",
            "code=101",
            "code=204")) {
      ways.put(
          "Prefer " + (prefer.length() > 60 ? prefer.substring(0, 60) : prefer),
          it -> it.replace("Prefer", prefer));
    }
    for (String length : List.of("-1", "abc", "99999999999999999999", "5, 6", "")) {
      ways.put("Content-Length " + length, it -> it.sayLength(length));
    }
    ways.put("Content-Length twice", it -> it.headers.add("Content-Length: 3"));
    ways.put("Content-Length too long", it -> it.sayLength(Integer.toString(it.body.length + 10)));
    ways.put("Content-Length too short", it -> it.sayLength(Integer.toString(it.body.length / 2)));
    for (String value : List.of("gzip", "identity", "chunked, gzip", "x")) {
      ways.put("Transfer-Encoding " + value, it -> it.replace("Transfer-Encoding", value));
    }
    ways.put("Content-Encoding gzip", it -> it.replace("Content-Encoding", "gzip"));
    ways.put("Expect something", it -> it.replace("Expect", "something"));
    ways.put("Expect 100-continue", it -> it.replace("Expect", "100-continue"));
    ways.put(
        "Upgrade h2c",
        it ->
            it.headers.addAll(
                List.of(
                    "Upgrade: h2c",
                    "Connection: Upgrade, HTTP2-Settings",
                    "HTTP2-Settings: AAMAAABk")));
    ways.put(
        "Upgrade websocket",
        it ->
            it.headers.addAll(
                List.of(
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Key: x",
                    "Sec-WebSocket-Version: 13")));
    ways.put(
        "preflight",
        it -> {
          it.method = "OPTIONS";
          it.replace("Access-Control-Request-Method", "\u00ff");
        });
  }

  private static void addBodies(Map<String, Consumer<Malformed>> ways) {
    ways.put("body cut", it -> it.body = Arrays.copyOf(it.body, it.body.length / 2));
    ways.put(
        "body of 2 MiB",
        it -> it.body = "a".repeat(2 * MEBIBYTE).getBytes(StandardCharsets.US_ASCII));
    ways.put("list of 900 KB", it -> it.json("[" + "1,".repeat(450_000) + "1]"));
    ways.put("text of 900 KB", it -> it.json("{\"a\":\"" + "\\u0041".repeat(150_000) + "\"}"));
    ways.put("100000 members", it -> it.json(members(60_000)));
    ways.put("lists 100000 deep", it -> it.json("[".repeat(100_000)));
    ways.put("objects 5000 deep", it -> it.json("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)));
    ways.put("first member 90 deep", it -> it.deepen(90));
    ways.put("number of 100000 digits", it -> it.json("{\"a\":" + "9".repeat(100_000) + "}"));
    ways.put("number with a huge exponent", it -> it.numbers("1e999999999"));
    ways.put("number with a tiny exponent", it -> it.numbers("1e-999999999"));
    ways.put("number of 40 digits", it -> it.numbers("9".repeat(40)));
    ways.put("minus zero", it -> it.numbers("-0.0"));
    ways.put("half of a surrogate pair", it -> it.json("{\"a\":\"\\ud800\"}"));
    ways.put("form of 5000 fields", it -> it.form("a=1&".repeat(5_000)));
    ways.put("form of one long name", it -> it.form("a".repeat(900_000)));
    ways.put("form of brackets", it -> it.form("a" + "[]".repeat(100_000) + "=1"));
    ways.put("multipart of 100000 boundaries", it -> it.multipart("--b\r\n".repeat(100_000)));
    ways.put(
        "multipart of 5000 parts",
        it ->
            it.multipart(
                "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n".repeat(5_000)
                    + "--b--"));
    ways.put(
        "multipart with a long header",
        it ->
            it.multipart(
                "--b\r\nContent-Disposition: form-data; name="
                    + "a".repeat(500_000)
                    + "\r\n\r\n1\r\n--b--"));
  }

  private static void addChunks(Map<String, Consumer<Malformed>> ways) {
    for (String chunks :
        List.of(
            "zz\r\nabc\r\n0\r\n\r\n",
            "-1\r\na\r\n0\r\n\r\n",
            "ffffffffffffffff\r\nabc",
            "7fffffff\r\nabc",
            "3\r\nabcdef\r\n0\r\n\r\n",
            "3\r\nabc",
            "3;" + "x".repeat(20_000) + "\r\nabc\r\n0\r\n\r\n",
            "0\r\n" + "X: y\r\n".repeat(3_000) + "\r\n",
            "\r\n\r\n",
            "3\nabc\n0\n\n",
            "")) {
      String shown = chunks.replace("\r", "\\r").replace("\n", "\\n");
      ways.put(
          "chunks " + (shown.length() > 40 ? shown.substring(0, 40) : shown),
          it -> it.chunked(chunks));
    }
    ways.put(
        "chunks and Content-Length",
        it -> {
          it.sayLength("3");
          it.headers.add("Transfer-Encoding: chunked");
        });
    ways.put(
        "40000 chunks of one byte", it -> it.chunked("1\r\na\r\n".repeat(40_000) + "0\r\n\r\n"));
  }

  private static String members(int count) {
    StringBuilder out = new StringBuilder("{\"a\":1");
    for (int i = 0; i < count; i++) {
      out.append(",\"m").append(i).append("\":1");
    }
    return out.append('}').toString();
  }
}
