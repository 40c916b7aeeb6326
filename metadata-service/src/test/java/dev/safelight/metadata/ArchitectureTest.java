package dev.safelight.metadata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = MetadataApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule coreKnowsOnlyTheJdkAndReactor =
      classes()
          .that()
          .resideInAPackage("..metadata.catalog..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "..metadata.catalog..",
              "java..",
              "org.jspecify..",
              "reactor..",
              "org.reactivestreams..");

  @ArchTest
  static final ArchRule adaptersIgnoreEachOther =
      slices().matching("..metadata.(kafka|mongo|s3|web)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule adaptersAreHidden =
      classes()
          .that()
          .resideOutsideOfPackages("..metadata.catalog..", "..metadata")
          .and()
          .areTopLevelClasses()
          .should()
          .notBePublic();

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
