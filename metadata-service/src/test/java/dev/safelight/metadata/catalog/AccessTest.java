package dev.safelight.metadata.catalog;

import static dev.safelight.metadata.catalog.Samples.ADMIN;
import static dev.safelight.metadata.catalog.Samples.FRIEND;
import static dev.safelight.metadata.catalog.Samples.OWNER;
import static dev.safelight.metadata.catalog.Samples.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** Who may do what to which image: the whole table. */
class AccessTest {

  private static final Map<String, Viewer> VIEWERS =
      Map.of(
          "owner", new Viewer(OWNER, false),
          "admin", new Viewer(ADMIN, true),
          "friend", new Viewer(FRIEND, false),
          "stranger", new Viewer(STRANGER, false),
          "nobody", Viewer.ANONYMOUS);

  private final FakeCatalog catalog = new FakeCatalog();
  private final CatalogService service =
      new CatalogService(
          catalog,
          () -> {},
          new CatalogSettings(
              Duration.ZERO,
              Duration.ZERO,
              Duration.ofMillis(1),
              Duration.ofMillis(1),
              Duration.ZERO),
          Clock.fixed(Samples.START.plus(Duration.ofDays(1)), ZoneOffset.UTC));
  private final PictureService pictures = new PictureService(service);

  @ParameterizedTest(name = "{0} {1}, {2}: record {3}, picture {4}, delete {5}")
  @CsvSource(
      textBlock =
          """
          private, pending,  owner,    yes,       not ready, yes
          private, pending,  admin,    yes,       not ready, yes
          private, pending,  friend,   yes,       not ready, forbidden
          private, pending,  stranger, not found, not found, not found
          private, pending,  nobody,   not found, not found, not found
          private, ready,    owner,    yes,       yes,       yes
          private, ready,    admin,    yes,       yes,       yes
          private, ready,    friend,   yes,       yes,       forbidden
          private, ready,    stranger, not found, not found, not found
          private, ready,    nobody,   not found, not found, not found
          private, rejected, owner,    yes,       rejected,  yes
          private, rejected, admin,    yes,       rejected,  yes
          private, rejected, friend,   yes,       not found, forbidden
          private, rejected, stranger, not found, not found, not found
          private, rejected, nobody,   not found, not found, not found
          private, deleted,  owner,    yes,       not found, not found
          private, deleted,  admin,    yes,       not found, not found
          private, deleted,  friend,   not found, not found, not found
          private, deleted,  stranger, not found, not found, not found
          private, deleted,  nobody,   not found, not found, not found
          public,  pending,  owner,    yes,       not ready, yes
          public,  pending,  friend,   yes,       not ready, forbidden
          public,  pending,  stranger, not found, not found, not found
          public,  pending,  nobody,   not found, not found, not found
          public,  ready,    owner,    yes,       yes,       yes
          public,  ready,    admin,    yes,       yes,       yes
          public,  ready,    friend,   yes,       yes,       forbidden
          public,  ready,    stranger, yes,       yes,       forbidden
          public,  ready,    nobody,   yes,       yes,       forbidden
          public,  rejected, owner,    yes,       rejected,  yes
          public,  rejected, stranger, not found, not found, not found
          public,  rejected, nobody,   not found, not found, not found
          public,  deleted,  owner,    yes,       not found, not found
          public,  deleted,  stranger, not found, not found, not found
          public,  deleted,  nobody,   not found, not found, not found
          """)
  void isAsTheTableSays(
      String visibility, String state, String who, String record, String picture, String delete) {
    var image = catalog.add(image(state, visibility.equals("public")));
    var viewer = VIEWERS.get(who);

    assertThat(outcome(service.get(image.id(), viewer, Duration.ZERO))).isEqualTo(record);
    assertThat(outcome(pictures.find(image.id(), viewer, new WantedVariant.Named("tiny"))))
        .isEqualTo(picture);
    assertThat(outcome(service.delete(image.id(), viewer))).isEqualTo(delete);
  }

  private static ImageRecord image(String state, boolean everyone) {
    return switch (state) {
      case "pending" -> Samples.pending(everyone);
      case "ready" -> Samples.ready(everyone);
      case "rejected" -> Samples.rejected(everyone);
      default -> Samples.deleted(everyone);
    };
  }

  private static String outcome(Mono<?> attempt) {
    try {
      attempt.block();
      return "yes";
    } catch (ImageNotFoundException e) {
      return "not found";
    } catch (ForbiddenException e) {
      return "forbidden";
    } catch (ImageNotReadyException e) {
      return "not ready";
    } catch (ImageRejectedException e) {
      return "rejected";
    }
  }
}
