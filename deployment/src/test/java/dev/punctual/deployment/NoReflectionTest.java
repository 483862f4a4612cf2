package dev.punctual.deployment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What runs in a native image finds no class and no method by name: the engine and the runtime, all packages. */
@AnalyzeClasses(packages = "dev.punctual", importOptions = { DoNotIncludeTests.class, NoReflectionTest.AtRunTime.class })
class NoReflectionTest {

    static final class AtRunTime implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("dev/punctual/deployment/") && !location.contains("dev/punctual/local/")
                    && !location.contains("dev/punctual/testkit/") && !location.contains("dev/punctual/template/");
        }
    }

    private static final Pattern BINDING = Pattern.compile("com\\.fasterxml\\.jackson\\..+#"
            + "(readValue.*|readerFor.*|convertValue|treeToValue|valueToTree|updateValue|writeValue.*|writerFor.*|writeObject|writePOJO)");

    @ArchTest
    static final ArchRule nothingIsLoadedOrCalledByName = noClasses().should()
            .accessTargetWhere(DescribedPredicate.describe("finds or calls by name",
                    (JavaAccess<?> access) -> Bytecode.isReflective(
                            access.getTargetOwner().getName() + "#" + access.getTarget().getName())));

    @ArchTest
    static final ArchRule onlyCodecsBindPayloads = noClasses().that().resideOutsideOfPackage("dev.punctual.runtime.codec")
            .should()
            .accessTargetWhere(DescribedPredicate.describe("binds JSON to classes", (JavaAccess<?> access) -> BINDING
                    .matcher(access.getTargetOwner().getName() + "#" + access.getTarget().getName()).matches()));
}
