package dev.safelight.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = IngestApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule coreKnowsOnlyTheJdkReactorImageHeadersAndRecipes =
      classes()
          .that()
          .resideInAPackage("..ingest.upload..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "..ingest.upload..",
              "dev.safelight.imageheader..",
              "dev.safelight.recipe",
              "java..",
              "reactor.core..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule adaptersIgnoreEachOther =
      slices().matching("..ingest.(web|s3|kafka|catalog|mongo)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule adaptersAreHidden =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .resideOutsideOfPackages("..ingest.upload..", "..ingest")
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule avroStopsAtKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("..ingest.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.safelight.event");

  @ArchTest
  static final ArchRule blockingIsTheListenersJob =
      noClasses()
          .that()
          .resideOutsideOfPackage("..kafka..")
          .should()
          .callMethod(reactor.core.publisher.Mono.class, "block");
}
