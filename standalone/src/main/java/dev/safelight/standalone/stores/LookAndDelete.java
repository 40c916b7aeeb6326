package dev.safelight.standalone.stores;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.regex.Pattern;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/**
 * A view of a store through which originals can be deleted, and looked for by those who know their
 * names, and nothing else: not read, written or found. What a later release of the store's library
 * can do is refused, too.
 */
final class LookAndDelete implements InvocationHandler {

  private static final int FORBIDDEN = 403;

  private static final Set<String> ALLOWED =
      Set.of("removeBlob", "toString", "hashCode", "equals", "close");

  /** Questions of what the store can do. */
  private static final String CAPABILITY = "supports";

  /** A listing of the names that begin like this has one name or none. */
  private static final Pattern WHOLE_NAME = Pattern.compile("uploads/[0-9a-f-]{36}");

  private final BlobStore store;

  private LookAndDelete(BlobStore store) {
    this.store = store;
  }

  /** The view. */
  static BlobStore of(BlobStore store) {
    var type = BlobStore.class;
    return (BlobStore)
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new LookAndDelete(store));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    var name = method.getName();
    if (!ALLOWED.contains(name) && !name.startsWith(CAPABILITY) && !isLook(arguments)) {
      throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean isLook(Object @Nullable [] arguments) {
    return arguments != null
        && arguments.length == 1
        && arguments[0] instanceof ListObjectsV2Request request
        && request.prefix() != null
        && WHOLE_NAME.matcher(request.prefix()).matches();
  }
}
