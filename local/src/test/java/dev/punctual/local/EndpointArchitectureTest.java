package dev.punctual.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.punctual.local", importOptions = ImportOption.DoNotIncludeTests.class)
class EndpointArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.punctual.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther = noClasses().that().resideInAPackage("dev.punctual.local.kinesis..")
            .should().dependOnClassesThat().resideInAPackage("dev.punctual.local.sqs..");

    @ArchTest
    static final ArchRule tablesKnowNoOtherService = noClasses().that().resideInAPackage("dev.punctual.local.dynamodb..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.punctual.local.sqs..", "dev.punctual.local.kinesis..");

    @ArchTest
    static final ArchRule theServerKnowsNoService = noClasses().that().resideInAPackage("dev.punctual.local.http..").should()
            .dependOnClassesThat().resideInAnyPackage("dev.punctual.local.wire..", "dev.punctual.testkit..");
}
