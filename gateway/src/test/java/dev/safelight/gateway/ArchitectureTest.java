package dev.safelight.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = GatewayApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule nothingOfOurOtherModules =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.safelight..")
                  .and(resideOutsideOfPackage("dev.safelight.gateway..")));

  @ArchTest
  static final ArchRule onlyTheApplicationIsPublic =
      classes().that().doNotBelongToAnyOf(GatewayApplication.class).should().notBePublic();
}
