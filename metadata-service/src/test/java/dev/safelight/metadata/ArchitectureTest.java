package dev.safelight.metadata;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.safelight.storage.Buckets;
import dev.safelight.storage.ObjectStore;
import java.util.stream.Stream;

@AnalyzeClasses(packagesOf = MetadataApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] BASICS = {
    "java..", "javax.crypto..", "org.jspecify..", "reactor..", "org.reactivestreams.."
  };

  /** Each core, and those it may know. */
  @ArchTest static final ArchRule catalogKnowsOnlyTheJdkAndReactor = core("catalog");

  @ArchTest static final ArchRule outboxKnowsOnlyTheJdkAndReactor = core("outbox");

  @ArchTest static final ArchRule signingKnowsOnlyTheJdkAndReactor = core("signing");

  @ArchTest static final ArchRule auditKnowsOnlyTheJdkAndReactor = core("audit");

  @ArchTest
  static final ArchRule searchKnowsTheCatalogAndSigningToo = core("search", "catalog", "signing");

  @ArchTest static final ArchRule accessLogKnowsOnlyTheJdkAndReactor = core("accesslog");

  @ArchTest
  static final ArchRule linkKnowsTheOtherCoresToo = core("link", "catalog", "signing", "accesslog");

  @ArchTest static final ArchRule removalKnowsTheCatalogToo = core("removal", "catalog");

  @ArchTest static final ArchRule itemKnowsTheOtherCoresToo = core("item", "catalog", "outbox");

  @ArchTest
  static final ArchRule moderationKnowsTheOtherCoresToo =
      core("moderation", "catalog", "item", "outbox", "audit");

  @ArchTest
  static final ArchRule personKnowsTheOtherCoresToo =
      core("person", "catalog", "item", "outbox", "signing", "audit");

  @ArchTest
  static final ArchRule rebuildKnowsTheCatalogItemsAndTheAuditLogToo =
      core("rebuild", "catalog", "item", "audit");

  @ArchTest
  static final ArchRule editKnowsTheOtherCoresToo =
      core("edit", "catalog", "item", "outbox", "audit");

  @ArchTest
  static final ArchRule replayKnowsTheCatalogAndTheAuditLogToo = core("replay", "catalog", "audit");

  @ArchTest static final ArchRule liveKnowsTheCatalogToo = core("live", "catalog");

  private static ArchRule core(String... packages) {
    var known =
        Stream.concat(
            Stream.of(packages).map(name -> "..metadata." + name + ".."), Stream.of(BASICS));
    return classes()
        .that()
        .resideInAPackage("..metadata." + packages[0] + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known.toArray(String[]::new));
  }

  @ArchTest
  static final ArchRule adaptersIgnoreEachOther =
      slices().matching("..metadata.(kafka|mongo|s3|web)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule adaptersAreHidden =
      classes()
          .that()
          .resideOutsideOfPackages(
              "..metadata.catalog..",
              "..metadata.item..",
              "..metadata.link..",
              "..metadata.accesslog..",
              "..metadata.live..",
              "..metadata.moderation..",
              "..metadata.edit..",
              "..metadata.outbox..",
              "..metadata.search..",
              "..metadata.removal..",
              "..metadata.signing..",
              "..metadata.audit..",
              "..metadata.person..",
              "..metadata.rebuild..",
              "..metadata.replay..",
              "..metadata")
          .and()
          .areTopLevelClasses()
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule oneClassReachesForQuarantine =
      noClasses()
          .that()
          .doNotHaveSimpleName("QuarantinedOriginals")
          .should()
          .callMethod(Buckets.class, "quarantine");

  /** Its rights in the store say the same; here nobody can even try. */
  @ArchTest
  static final ArchRule inQuarantineItCanOnlyLookAndDelete =
      noClasses()
          .that()
          .haveSimpleName("QuarantinedOriginals")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(ObjectStore.class)))
                  .and(target(not(nameMatching("remove|list")))));

  @ArchTest
  static final ArchRule eventsStopAtTheKafkaPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("..metadata.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.safelight.event..");

  @ArchTest
  static final ArchRule blockingIsTheListenersJob =
      noClasses()
          .that()
          .resideOutsideOfPackage("..metadata.kafka..")
          .should()
          .callMethod("reactor.core.publisher.Mono", "block");
}
