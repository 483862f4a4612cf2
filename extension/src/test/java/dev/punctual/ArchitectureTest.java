package dev.punctual;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "dev.punctual", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching("dev.punctual.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule LAYERS_HOLD = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("event").definedBy("dev.punctual.event")
            .layer("deadline").definedBy("dev.punctual.deadline")
            .layer("retry").definedBy("dev.punctual.retry")
            .layer("deadletter").definedBy("dev.punctual.deadletter")
            .layer("ledger").definedBy("dev.punctual.ledger")
            .layer("api").definedBy("dev.punctual")
            .layer("spi").definedBy("dev.punctual.spi")
            .layer("dispatch").definedBy("dev.punctual.dispatch")
            .layer("aggregation").definedBy("dev.punctual.aggregation")
            .layer("engine").definedBy("dev.punctual.engine")
            .layer("operator").definedBy("dev.punctual.operator")
            .whereLayer("operator").mayNotBeAccessedByAnyLayer()
            .whereLayer("engine").mayNotBeAccessedByAnyLayer()
            .whereLayer("dispatch").mayOnlyBeAccessedByLayers("engine")
            .whereLayer("aggregation").mayOnlyBeAccessedByLayers("engine")
            .whereLayer("spi").mayOnlyBeAccessedByLayers("dispatch", "aggregation", "engine", "operator")
            .whereLayer("api").mayOnlyBeAccessedByLayers("spi", "dispatch", "engine", "operator")
            .whereLayer("ledger").mayOnlyBeAccessedByLayers("spi", "engine")
            .whereLayer("deadletter").mayOnlyBeAccessedByLayers("api", "ledger", "spi", "dispatch", "engine", "operator")
            .whereLayer("retry").mayOnlyBeAccessedByLayers("dispatch", "engine");

    @ArchTest
    static final ArchRule CORE_IS_PLAIN_JAVA = ArchRuleDefinition.classes().should().onlyDependOnClassesThat(
            resideInAnyPackage("java..", "dev.punctual..", "org.jspecify..", "org.jboss.logging.."));
}
