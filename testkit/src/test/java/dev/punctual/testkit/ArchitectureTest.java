package dev.punctual.testkit;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.punctual.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("dev.punctual.testkit.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule innerPackagesAreFreeOfCycles = slices().matching("dev.punctual.testkit.(**)").should()
            .beFreeOfCycles();
}
