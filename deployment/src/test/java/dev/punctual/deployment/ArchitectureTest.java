package dev.punctual.deployment;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "dev.punctual.deployment", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("dev.punctual.deployment.(**)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule handlersKnowNothingOfWhatIsBuiltOnThem = ArchRuleDefinition.noClasses().that()
            .resideInAPackage("dev.punctual.deployment.handler").should().dependOnClassesThat()
            .resideInAPackage("dev.punctual.deployment");
}
