#!/usr/bin/env bash
# An HTTP/2 server takes its leave in order (GOAWAY, code 0) while it works on a request, and answers half a second later.
#
# With:    java.net.http of JDK 17.0.15 and 25.0.3, io.vertx:vertx-core 5.0.10 as the server, plain text by Upgrade.
# Guess:   the client takes no new streams on this connection and waits for the answer; at worst it repeats a GET.
# Seen:    JDK 17: "IOException: ... GOAWAY received" at once, for GET and POST. The server had the whole request, did its work, and cannot
#          deliver the answer: the client had closed the connection under it. The message reads as "not processed", and it was. JDK 25 waits.
# Ours:    clients/runtime treats a change that ends so as one that may have arrived; it repeats reads only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
feature=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
if [[ $feature != 17 && $feature != 25 ]]; then
  echo "left out: seen with JDK 17 and 25 only, this is $feature"
  exit 0
fi

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>io.vertx</groupId><artifactId>vertx-core</artifactId><version>5.0.10</version></dependency>
  </dependencies>
</project>
POM
cat >Finding.java <<'JAVA'
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public class Finding {
  static final BlockingQueue<String> SERVER = new LinkedBlockingQueue<>();

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(request -> request.body().onSuccess(body -> answer(vertx, request)));
    server.listen().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    HttpClient client = HttpClient.newHttpClient();
    URI uri = URI.create("http://127.0.0.1:" + server.actualPort());
    for (String method : new String[] {"GET", "POST"}) {
      // the first request changes to HTTP/2, so that the second is an ordinary stream
      client.send(HttpRequest.newBuilder(uri.resolve("/first")).build(), BodyHandlers.ofString());
      HttpRequest request =
          HttpRequest.newBuilder(uri.resolve("/last"))
              .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("x"))
              .build();
      String seen;
      try {
        var answer = client.send(request, BodyHandlers.ofString());
        seen = answer.version() + " " + answer.body();
      } catch (IOException e) {
        seen = e.getMessage().replaceAll("^.*: ", "");
      }
      System.out.println(method + " client: " + seen);
      System.out.println(method + " server: " + SERVER.poll(20, TimeUnit.SECONDS));
    }
    System.exit(0);
  }

  static void answer(Vertx vertx, HttpServerRequest request) {
    if (request.path().equals("/first")) {
      request.response().end();
      return;
    }
    // GOAWAY now; what has begun has 20 s
    request.connection().shutdown(20, TimeUnit.SECONDS);
    vertx.setTimer(
        500,
        timer ->
            request
                .response()
                .end("done")
                .onComplete(end -> SERVER.add(end.succeeded() ? "delivered" : "worked, but not delivered")));
  }
}
JAVA
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib
"${java}c" -cp 'lib/*' Finding.java
echo "JDK $feature"
"$java" -cp 'lib/*:.' Finding | tee seen

if [[ $feature == 17 ]]; then
  client="GOAWAY received" server="worked, but not delivered"
else
  client="HTTP_2 done" server="delivered"
fi
for method in GET POST; do
  grep -qxF "$method client: $client" seen && grep -qxF "$method server: $server" seen || {
    echo "changed: $method on JDK $feature, expected '$client' and '$server'" >&2
    exit 1
  }
done
echo "as described"
