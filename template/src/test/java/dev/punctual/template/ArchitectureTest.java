package dev.punctual.template;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Deployments are worked out purely: what is read and written is the build's. */
@AnalyzeClasses(packages = "dev.punctual.template", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching("dev.punctual.template.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule NEITHER_QUARKUS_NOR_AWS_IS_KNOWN = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "software.amazon.awssdk..");

    @ArchTest
    static final ArchRule DECLARATIONS_KNOW_NO_TEMPLATE = noClasses().that()
            .resideInAnyPackage("dev.punctual.template.application..", "dev.punctual.template.settings..",
                    "dev.punctual.template.stack..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.punctual.template.cloudformation..",
                    "dev.punctual.template.resources..", "dev.punctual.template.design..");
}
