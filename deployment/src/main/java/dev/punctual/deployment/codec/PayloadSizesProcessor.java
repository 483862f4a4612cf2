package dev.punctual.deployment.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jboss.logging.Logger;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.pkg.builditem.ArtifactResultBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;

/** Notes what the payloads of an application take, where it is packaged. */
class PayloadSizesProcessor {

    private static final Logger LOG = Logger.getLogger("dev.punctual.sizes");

    @BuildStep
    @Produce(ArtifactResultBuildItem.class)
    void note(CodecChoicesBuildItem choices, CombinedIndexBuildItem index, OutputTargetBuildItem target) {
        PayloadSizes sizes = PayloadSizes.of(choices.all(), new JsonShapes(index.getComputingIndex()));
        sizes.unknown().forEach(payload -> LOG.infof("No size is estimated of %s", payload));
        if (sizes.known().isEmpty()) {
            return;
        }
        String table = sizes.table();
        Path file = target.getOutputDirectory().resolve("punctual").resolve("payload-sizes.md");
        LOG.infof("Payload sizes in bytes, estimated, without envelopes (%s):%n%s", file.getFileName(), table);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, table);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
