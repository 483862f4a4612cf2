package dev.punctual.journey;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Steps are the ground; what is found in files becomes steps, and what is shown is a journey. */
@AnalyzeClasses(packages = "dev.punctual.journey", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.punctual.journey";

    @ArchTest
    static final ArchRule STEPS_KNOW_NOTHING_ELSE = noClasses().that().resideInAPackage(ROOT + ".step..").should()
            .dependOnClassesThat().resideInAnyPackage(ROOT, ROOT + ".source..", ROOT + ".view..");

    @ArchTest
    static final ArchRule SOURCES_AND_VIEWS_DO_NOT_KNOW_EACH_OTHER = noClasses().that().resideInAPackage(ROOT + ".view..")
            .should().dependOnClassesThat().resideInAPackage(ROOT + ".source..");

    @ArchTest
    static final ArchRule SOURCES_SHOW_NOTHING = noClasses().that().resideInAPackage(ROOT + ".source..").should()
            .dependOnClassesThat().resideInAnyPackage(ROOT, ROOT + ".view..");
}
