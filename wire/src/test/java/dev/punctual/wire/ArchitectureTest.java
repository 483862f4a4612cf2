package dev.punctual.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What operators' tools start with must be as light as what functions start with. */
@AnalyzeClasses(packages = "dev.punctual.wire", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.punctual.wire";

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_CLIENTS_USE_THE_AWS_SDK = noClasses().that().resideOutsideOfPackages(ROOT + ".sqs..", ROOT + ".s3..",
            ROOT + ".kms..").should()
            .dependOnClassesThat().resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule NOTHING_NEEDS_A_CONTAINER_OR_DATABIND = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "com.fasterxml.jackson.databind..");
}
