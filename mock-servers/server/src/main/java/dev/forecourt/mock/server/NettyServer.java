package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.serving.Listening;
import dev.forecourt.mock.serving.ServedStub;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ports on which stubs are served, with the threads that all of them share. */
final class NettyServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(NettyServer.class.getName());
  private static final int WORKERS = 20;
  private static final int CLOSE_SECONDS = 30;
  private static final int READ_PAST = 2;

  // a few hundred kilobytes for all connections; by default Netty takes megabytes for each thread
  private static final PooledByteBufAllocator BUFFERS =
      new PooledByteBufAllocator(true, 0, 1, 8192, 4, 16, 16, true, 0);

  private final EventLoopGroup loops;
  private final ThreadPoolExecutor workers;
  private final @Nullable Https https;
  private final Queue<Channel> listening = new ConcurrentLinkedQueue<>();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  /**
   * With so many event loops, and threads beside them for what takes time.
   *
   * @param https what to speak HTTPS with beside HTTP; null for HTTP alone
   */
  NettyServer(int threads, @Nullable Https https) {
    this.https = https;
    loops =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("forecourt-mock-loop"), NioIoHandler.newFactory());
    workers =
        new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            CLOSE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DefaultThreadFactory("forecourt-mock-worker"));
    workers.allowCoreThreadTimeOut(true);
  }

  /**
   * Serves a stub at each address of a host; returns the port, which is a free one for 0. Hangs up
   * on a client that neither sends nor is sent anything for so many seconds. Throws {@link
   * IOException} when it cannot listen.
   */
  int listen(ServedStub stub, String host, int port, int idleSeconds) throws IOException {
    StubCaller caller = new StubCaller(stub, workers);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.ALLOCATOR, BUFFERS)
            .childOption(ChannelOption.TCP_NODELAY, true)
            // who has sent all it had may still read, see Connection
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    if (https != null) {
                      channel.pipeline().addLast(new HttpsDetector(https.context()));
                    }
                    channel
                        .pipeline()
                        .addLast(decoder())
                        .addLast(new Connection(caller, idleSeconds, connections));
                  }
                });
    Ports ports = new Ports(bootstrap);
    List<Channel> opened = Listening.open(host, port, ports);
    listening.addAll(opened);
    return ports.port(opened.get(0));
  }

  /** Reads on for some time past what is too long, to know which page to refuse it to. */
  private static HttpRequestDecoder decoder() {
    return new HttpRequestDecoder(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(READ_PAST * MockRequest.MAX_LINE_BYTES)
            .setMaxHeaderSize(READ_PAST * MockRequest.MAX_HEADER_BYTES));
  }

  /** Takes no more connections and waits for the answers under way, no longer than this. */
  void drain(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    listening.forEach(each -> each.close().awaitUninterruptibly());
    // by a copy: closing takes them out
    for (Connection each : List.copyOf(connections)) {
      each.leave();
    }
    for (Connection each : List.copyOf(connections)) {
      if (!each.awaitClosed(Math.max(0, end - System.nanoTime()))) {
        LOG.log(System.Logger.Level.INFO, "Requests under way are cut off: {0} passed", atMost);
        return;
      }
    }
  }

  /** Closes the ports and ends the threads at once; waits until that is done. */
  @Override
  public void close() {
    workers.shutdownNow();
    if (!loops
        .shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS)) {
      LOG.log(System.Logger.Level.WARNING, "Closing failed: threads did not end");
    }
  }

  private record Ports(ServerBootstrap bootstrap) implements Listening.Opener<Channel> {

    @Override
    public Channel open(InetSocketAddress at) throws IOException {
      ChannelFuture bound = bootstrap.bind(at).awaitUninterruptibly();
      if (!bound.isSuccess()) {
        throw bound.cause() instanceof IOException failure
            ? failure
            : new IOException(bound.cause());
      }
      return bound.channel();
    }

    @Override
    public int port(Channel open) {
      return ((InetSocketAddress) open.localAddress()).getPort();
    }

    @Override
    public void close(Channel open) {
      open.close().awaitUninterruptibly();
    }
  }
}
