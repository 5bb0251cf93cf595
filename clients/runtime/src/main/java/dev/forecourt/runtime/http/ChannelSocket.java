package dev.forecourt.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;

/**
 * A connected channel as a socket, for TLS to stand on. Other than a plain socket it ends by an
 * interrupt and by closing at any time, counts bytes, and can look for some without waiting.
 */
final class ChannelSocket extends Socket {
  private final SocketChannel channel;
  private final ChannelInput in;
  private final ChannelOutput out;

  ChannelSocket(SocketChannel channel) throws IOException {
    super((java.net.SocketImpl) null);
    this.channel = channel;
    this.in = new ChannelInput(channel);
    this.out = new ChannelOutput(channel);
  }

  @Override
  public ChannelInput getInputStream() {
    return in;
  }

  @Override
  public ChannelOutput getOutputStream() {
    return out;
  }

  @Override
  public SocketChannel getChannel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public boolean isInputShutdown() {
    return isClosed();
  }

  @Override
  public boolean isOutputShutdown() {
    return isClosed();
  }

  @Override
  public void shutdownInput() throws IOException {
    channel.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public InetAddress getInetAddress() {
    return channel.socket().getInetAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return channel.socket().getLocalAddress();
  }

  @Override
  public int getPort() {
    return channel.socket().getPort();
  }

  @Override
  public int getLocalPort() {
    return channel.socket().getLocalPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return channel.socket().getRemoteSocketAddress();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return channel.socket().getLocalSocketAddress();
  }

  /** Not used: {@link Watch} ends what takes too long. */
  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public int getSoLinger() {
    return -1;
  }

  @Override
  public void setSoLinger(boolean on, int linger) {}

  @Override
  public boolean getTcpNoDelay() {
    return true;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public String toString() {
    return "socket to port " + getPort();
  }
}
