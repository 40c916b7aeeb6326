package dev.safelight.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Safelight.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String HERE = "dev.safelight.standalone";

  @ArchTest
  static final ArchRule theSupervisorKnowsOnlyTheJdk =
      classes()
          .that()
          .resideInAnyPackage(HERE + ".supervisor..", HERE + ".state..", HERE + ".clamav..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              HERE + ".supervisor..",
              HERE + ".state..",
              HERE + ".clamav..",
              "java..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule theSupervisorKnowsNothingOfWhatItSupervises =
      classes()
          .that()
          .resideInAPackage(HERE + ".supervisor..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(HERE + ".supervisor..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule theStackNamesMainClassesAndNoLibraries =
      classes()
          .that()
          .resideInAPackage(HERE + ".stack..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(HERE + "..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule processesIgnoreEachOther =
      slices().matching("..standalone.(stores|signin|token)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("..standalone.(*)..").should().beFreeOfCycles();
}
