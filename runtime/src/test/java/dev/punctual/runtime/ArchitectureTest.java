package dev.punctual.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import dev.punctual.runtime.codec.CodecRecorder;
import dev.punctual.runtime.codec.JacksonCodec;

@AnalyzeClasses(packages = "dev.punctual.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.punctual.runtime";

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_THE_WIRING = noClasses().that().resideOutsideOfPackage(ROOT).should()
            .dependOnClassesThat().resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule KINESIS_DOES_NOT_KNOW_SQS = noClasses().that().resideInAPackage(ROOT + ".kinesis..").should()
            .dependOnClassesThat().resideInAPackage(ROOT + ".sqs..");

    @ArchTest
    static final ArchRule SQS_DOES_NOT_KNOW_KINESIS = noClasses().that().resideInAPackage(ROOT + ".sqs..").should()
            .dependOnClassesThat().resideInAPackage(ROOT + ".kinesis..");

    @ArchTest
    static final ArchRule ONLY_CLIENTS_AND_THE_WIRING_USE_THE_AWS_SDK = noClasses().that()
            .resideOutsideOfPackages(ROOT, ROOT + ".aws..", ROOT + ".sqs..", ROOT + ".ledger..", ROOT + ".publish..",
                    ROOT + ".payload..", ROOT + ".readback..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    /** What it takes to start would be taken by functions whose codecs are all generated, too. */
    @ArchTest
    static final ArchRule ONLY_THE_CODEC_THAT_MAY_BE_CHOSEN_KNOWS_DATABIND = noClasses().that()
            .doNotHaveFullyQualifiedName(JacksonCodec.class.getName()).and()
            .doNotHaveFullyQualifiedName(JacksonCodec.class.getName() + "$Binding").and()
            .doNotHaveFullyQualifiedName(CodecRecorder.class.getName()).should().dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule GENERATED_CODECS_NEED_NO_JACKSON = noClasses().that().resideInAPackage(ROOT + ".codec.json..")
            .should().dependOnClassesThat().resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule NOBODY_USES_THE_EVENT_CLASSES_OF_OTHERS = noClasses().should().dependOnClassesThat()
            .resideInAPackage("com.amazonaws.services.lambda.runtime.events..");
}
