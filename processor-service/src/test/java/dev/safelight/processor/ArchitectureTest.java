package dev.safelight.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.safelight.processor.process.EngineProvider;
import dev.safelight.processor.process.PhotoFactsReader;

@AnalyzeClasses(packagesOf = ProcessorApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule coreKnowsOnlyTheJdkImageHeadersAndRecipes =
      classes()
          .that()
          .resideInAPackage("..processor.process..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "..processor.process..",
              "dev.safelight.imageheader..",
              "dev.safelight.recipe..",
              "java..",
              "javax.imageio..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule bindingOfLibvipsKnowsNothingOfOurs =
      classes()
          .that()
          .resideInAPackage("..processor.libvips..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("..processor.libvips..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule adaptersIgnoreEachOther =
      slices()
          .matching("..processor.(kafka|s3|imageio|vips|worker|exif|metrics|web)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule adaptersAreHidden =
      classes()
          .that()
          .resideOutsideOfPackages(
              "..processor.process..",
              "..processor.libvips..",
              "..processor.pixels..",
              "..processor.sandbox..",
              "..processor.jpeg..",
              "..processor")
          .and()
          .areNotAssignableTo(EngineProvider.class)
          .and()
          .areNotAssignableTo(PhotoFactsReader.class)
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule eventsStopAtKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("..processor.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.safelight.event");

  @ArchTest
  static final ArchRule readersAreChosenInOnePlace =
      noClasses()
          .that()
          .doNotHaveSimpleName("Readers")
          .should()
          .callMethod(javax.imageio.ImageIO.class, "read", java.io.InputStream.class)
          .orShould()
          .callMethod(
              javax.imageio.ImageIO.class, "read", javax.imageio.stream.ImageInputStream.class)
          .orShould()
          .callMethod(javax.imageio.ImageIO.class, "getImageReaders", Object.class)
          .orShould()
          .callMethod(javax.imageio.ImageIO.class, "getImageReadersByFormatName", String.class)
          .orShould()
          .callMethod(javax.imageio.ImageIO.class, "getImageReadersByMIMEType", String.class);
}
