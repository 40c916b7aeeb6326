package dev.safelight.standalone.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The accounts of the state folder.
 *
 * <p>A person signs in by name, and is known by id from there on: what Spring Security calls the
 * user name of a signed-in user is our id, so that every token gets it as its subject.
 */
final class Accounts implements UserDetailsService {

  private final List<Account> accounts;

  private Accounts(List<Account> accounts) {
    this.accounts = List.copyOf(accounts);
  }

  static Accounts read(Path secrets, PasswordEncoder encoder) throws IOException {
    return new Accounts(
        List.of(
            read(secrets, encoder, "demo", List.of()),
            read(secrets, encoder, "admin", List.of("admin"))));
  }

  private static Account read(
      Path secrets, PasswordEncoder encoder, String name, List<String> roles) throws IOException {
    var id = Files.readString(secrets.resolve(name + "-id")).strip();
    var password = Files.readString(secrets.resolve(name + "-password")).strip();
    return new Account(id, name, String.valueOf(encoder.encode(password)), roles);
  }

  Optional<Account> byId(String id) {
    return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    return accounts.stream()
        .filter(account -> account.name().equals(name))
        .findFirst()
        .map(account -> User.withUsername(account.id()).password(account.password()).build())
        .orElseThrow(() -> new UsernameNotFoundException("No such account"));
  }
}
