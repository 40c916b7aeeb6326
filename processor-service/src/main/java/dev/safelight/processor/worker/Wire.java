package dev.safelight.processor.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;

/**
 * Messages over a pair of pipes. Each begins with its lengths, which are judged before anything is
 * allocated; large arrays go into the pipe as they are.
 *
 * <p>Form: kind (1 byte), length of the facts and number of blobs (4 bytes each), length of each
 * blob (4 bytes), facts, blobs. Numbers are big-endian.
 */
final class Wire {

  private static final int MAX_FACTS = 1 << 20;
  private static final int MAX_BLOBS = 1000;

  private final DataInputStream in;
  private final OutputStream out;
  private final long maxBytes;

  /**
   * Speaks over two streams.
   *
   * @param maxBytes most bytes of all blobs of a message that is read
   */
  Wire(InputStream in, OutputStream out, long maxBytes) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = out;
    this.maxBytes = maxBytes;
  }

  void write(Message message) throws IOException {
    var head = new ByteArrayOutputStream();
    var data = new DataOutputStream(head);
    data.writeByte(message.kind().code());
    data.writeInt(message.facts().length);
    data.writeInt(message.blobs().size());
    for (var blob : message.blobs()) {
      data.writeInt(blob.length);
    }
    data.write(message.facts());
    head.writeTo(out);
    for (var blob : message.blobs()) {
      out.write(blob);
    }
    out.flush();
  }

  /**
   * Waits for a message.
   *
   * @throws java.io.EOFException if the other side ended
   * @throws GarbageException if it is none
   * @throws TooLargeException if it is larger than it may be
   */
  Message read() throws IOException {
    var kind = Message.Kind.of(in.readUnsignedByte());
    int facts = in.readInt();
    int count = in.readInt();
    if (facts < 0 || facts > MAX_FACTS || count < 0 || count > MAX_BLOBS) {
      throw new GarbageException("No message has such lengths");
    }
    var lengths = lengths(count);
    var said = bytes(facts);
    var blobs = new ArrayList<byte[]>(count);
    for (int length : lengths) {
      blobs.add(bytes(length));
    }
    return new Message(kind, said, blobs);
  }

  private byte[] bytes(int length) throws IOException {
    var bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  private int[] lengths(int count) throws IOException {
    var lengths = new int[count];
    long sum = 0;
    for (int i = 0; i < count; i++) {
      lengths[i] = in.readInt();
      if (lengths[i] < 0) {
        throw new GarbageException("A blob of negative length");
      }
      sum += lengths[i];
    }
    if (sum > maxBytes) {
      throw new TooLargeException(sum, maxBytes);
    }
    return lengths;
  }
}
