package dev.punctual.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The command is thin: what people see and how queues are reached know nothing of its verbs. */
@AnalyzeClasses(packages = "dev.punctual.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.punctual.cli";

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_ROOT = noClasses().that().resideInAPackage(ROOT + ".*..").should()
            .dependOnClassesThat().resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule ONLY_COMMANDS_AND_OPTIONS_KNOW_PICOCLI = noClasses().that()
            .resideOutsideOfPackages(ROOT, ROOT + ".deadletters..", ROOT + ".journey..", ROOT + ".options..").should()
            .dependOnClassesThat().resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule WHAT_PEOPLE_SEE_KNOWS_NO_COMMANDS = noClasses().that()
            .resideInAnyPackage(ROOT + ".show..", ROOT + ".terminal..").should().dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".deadletters..", ROOT + ".options..", ROOT + ".access..", ROOT + ".session..");

    @ArchTest
    static final ArchRule ONLY_ACCESS_USES_THE_AWS_SDK = noClasses().that().resideOutsideOfPackage(ROOT + ".access..").should()
            .dependOnClassesThat().resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule NOTHING_NEEDS_A_CONTAINER_OR_DATABIND = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "com.fasterxml.jackson.databind..");
}
