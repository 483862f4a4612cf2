package dev.punctual.local.lambda;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.punctual.local.lambda", importOptions = ImportOption.DoNotIncludeTests.class)
class LambdaArchitectureTest {

    @ArchTest
    static final ArchRule THE_PACKAGES_FORM_NO_CYCLE = slices().matching("dev.punctual.local.(lambda..)").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_PROTOCOL_AND_THE_PROCESSES_KNOW_NO_HOST = noClasses()
            .that().resideInAnyPackage("..lambda.runtimeapi", "..lambda.process")
            .should().dependOnClassesThat().resideInAnyPackage("dev.punctual.local.lambda", "..lambda.packaging");

    @ArchTest
    static final ArchRule NOTHING_READS_ANOTHER_CLOCK = noClasses()
            .should().callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime");
}
