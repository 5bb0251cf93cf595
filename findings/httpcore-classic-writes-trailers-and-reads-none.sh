#!/usr/bin/env bash
# A server and a client of the same library exchange an answer with a trailer.
#
# With:    org.apache.httpcomponents.core5:httpcore5 5.4.4, the classic (blocking) server and client.
# Guess:   HttpEntity has getTrailers for both directions: what one side sets there, the other finds there, once the body is read.
# Seen:    the server writes "Trailer: X-Sum", and "X-Sum: 42" after the last chunk. The client drops it: getTrailers is null
#          before and after the body, and getTrailerNames is empty, although the header Trailer is there. No error, no warning.
# Ours:    nothing reads a trailer through the classic API; a checksum or a status that comes so would be lost.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.httpcomponents.core5</groupId><artifactId>httpcore5</artifactId><version>5.4.4</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.20</version></dependency>
  </dependencies>
</project>
POM
cat >Finding.java <<'JAVA'
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.HttpEntities;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

public class Finding {
  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        ServerBootstrap.bootstrap()
            .setLocalAddress(InetAddress.getByName("127.0.0.1"))
            .setCanonicalHostName("127.0.0.1")
            .register(
                "/car",
                (request, response, context) ->
                    response.setEntity(
                        HttpEntities.create("body", ContentType.TEXT_PLAIN, new BasicHeader("X-Sum", "42"))))
            .create();
    server.start();
    try (Socket socket = new Socket("127.0.0.1", server.getLocalPort())) {
      String request = "GET /car HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String wire = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      System.out.println("on the wire: " + wire.substring(wire.indexOf("\r\n\r\n") + 4).trim().replace("\r\n", "|"));
    }
    HttpHost host = new HttpHost("http", "127.0.0.1", server.getLocalPort());
    HttpRequester client = RequesterBootstrap.bootstrap().create();
    try (ClassicHttpResponse response =
        client.execute(
            host,
            ClassicRequestBuilder.get("/car").setHttpHost(host).build(),
            Timeout.ofSeconds(20),
            HttpCoreContext.create())) {
      HttpEntity entity = response.getEntity();
      System.out.println("header: " + response.getFirstHeader("Trailer"));
      String before = entity.getTrailers() + " " + entity.getTrailerNames();
      String body = new String(entity.getContent().readAllBytes(), StandardCharsets.US_ASCII);
      System.out.println(body + ", before: " + before + ", after: " + entity.getTrailers() + " " + entity.getTrailerNames());
    }
    client.close();
    server.close(CloseMode.IMMEDIATE);
  }
}
JAVA
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib
javac -cp 'lib/*' Finding.java
java -cp 'lib/*:.' Finding | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
on the wire: 4|body|0|X-Sum: 42
header: Trailer: X-Sum
body, before: null [], after: null []
SEEN
echo "as described"
