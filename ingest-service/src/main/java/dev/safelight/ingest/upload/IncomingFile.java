package dev.safelight.ingest.upload;

import dev.safelight.ingest.upload.SpooledFile.Checksums;
import dev.safelight.ingest.upload.SpooledFile.FileClaim;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file while it comes in: counted, digested and written. Over the limit nothing more of it is
 * written and it is only counted, so that its sender can be told its size. Not for several threads.
 */
public class IncomingFile implements AutoCloseable {

  private final Path path;
  private final FileClaim claim;
  private final long maxSize;
  private final FileChannel channel;
  private final MessageDigest sha256 = digest("SHA-256");
  private final MessageDigest md5 = digest("MD5");
  private long size;

  IncomingFile(Path path, FileClaim claim, long maxSize) throws IOException {
    this.path = path;
    this.claim = claim;
    this.maxSize = maxSize;
    this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
  }

  /**
   * Takes the next bytes; blocks while they are written.
   *
   * @throws UploadUnavailableException if the disk fails
   */
  public void write(ByteBuffer chunk) {
    size += chunk.remaining();
    if (size > maxSize) {
      return;
    }
    sha256.update(chunk.duplicate());
    md5.update(chunk.duplicate());
    try {
      while (chunk.hasRemaining()) {
        channel.write(chunk);
      }
    } catch (IOException e) {
      throw new UploadUnavailableException("The spool folder cannot be written", e);
    }
  }

  /**
   * Ends the file; it stays on the disk until this is closed.
   *
   * @throws UploadUnavailableException if the disk fails
   */
  public Received finish() {
    closeChannel();
    if (size > maxSize) {
      close();
      return new Received.Refused(claim, new Refusal.TooLarge(maxSize, size));
    }
    var checksums = new Checksums(hex(sha256), hex(md5));
    return new Received.Spooled(new SpooledFile(path, claim, size, checksums));
  }

  /** Deletes what is on the disk; a second time changes nothing. */
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UploadUnavailableException("A spooled file could not be deleted", e);
    }
  }

  private void closeChannel() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UploadUnavailableException("The spool folder cannot be written", e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
