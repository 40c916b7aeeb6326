package dev.safelight.standalone.stores;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;

/**
 * A view of a store through which objects can be deleted, and nothing else: not read, listed,
 * written or looked for. What a later release of the store's library can do is refused, too.
 */
final class DeleteOnly implements InvocationHandler {

  private static final int FORBIDDEN = 403;

  private static final Set<String> ALLOWED =
      Set.of("removeBlob", "toString", "hashCode", "equals", "close");

  /** Questions of what the store can do. */
  private static final String CAPABILITY = "supports";

  private final BlobStore store;

  private DeleteOnly(BlobStore store) {
    this.store = store;
  }

  /** The view. */
  static BlobStore of(BlobStore store) {
    var type = BlobStore.class;
    return (BlobStore)
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new DeleteOnly(store));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    var name = method.getName();
    if (!ALLOWED.contains(name) && !name.startsWith(CAPABILITY)) {
      throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
