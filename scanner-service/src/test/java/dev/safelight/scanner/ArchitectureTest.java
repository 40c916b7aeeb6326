package dev.safelight.scanner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ScannerApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule coreKnowsOnlyTheJdk =
      classes()
          .that()
          .resideInAPackage("..scanner.scan..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("..scanner.scan..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule adaptersIgnoreEachOther =
      slices().matching("..scanner.(kafka|clamav|s3|web)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule adaptersAreHidden =
      classes()
          .that()
          .resideOutsideOfPackages("..scanner.scan..", "..scanner")
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule eventClassesStopAtKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("..scanner.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.safelight.event");
}
