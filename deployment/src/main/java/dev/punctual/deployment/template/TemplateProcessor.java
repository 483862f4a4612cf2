package dev.punctual.deployment.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.logging.Logger;

import dev.punctual.EventPublisher;
import dev.punctual.deployment.handler.EmissionsBuildItem;
import dev.punctual.deployment.handler.HandlersBuildItem;
import dev.punctual.template.Deployment;
import dev.punctual.template.Document;
import dev.punctual.template.application.Application;
import dev.punctual.template.application.Client;
import dev.punctual.template.finding.Finding;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.pkg.NativeConfig;
import io.quarkus.deployment.pkg.builditem.ArtifactResultBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;

/** Works out an application's deployment where it is packaged: ends the build if it cannot hold, else writes its templates. */
class TemplateProcessor {

    private static final Logger LOG = Logger.getLogger("dev.punctual.template");
    private static final String CLIENTS = "software.amazon.awssdk.services.";

    @BuildStep
    @Produce(ArtifactResultBuildItem.class)
    void deployment(TemplateConfig config, HandlersBuildItem handlers, EmissionsBuildItem emissions,
            CombinedIndexBuildItem index, ApplicationInfoBuildItem info, NativeConfig executable,
            OutputTargetBuildItem target) {
        if (!config.enabled() || handlers.handlers().isEmpty()) {
            return;
        }
        ApplicationReader reader = new ApplicationReader(ConfigProvider.getConfig());
        Application application = reader.read(info.getName(), handlers, emissions, config.publishesTo().orElse(List.of()),
                publishers(index.getIndex()), clients());
        reader.notes().forEach(LOG::warn);
        if (config.publishesTo().isEmpty() && !publishers(index.getIndex()).isEmpty()) {
            LOG.warnf("%s may publish to streams that the build does not know, and their functions have no right to; set"
                    + " quarkus.punctual.template.publishes-to to their names", publishers(index.getIndex()));
        }
        Deployment deployment = Deployment.of(application,
                new SettingsReader(config, executable.enabled(), System.getProperty("os.arch")).settings(),
                ProjectFiles.template(config.merge(), target.getOutputDirectory()),
                ProjectFiles.prices(config.prices(), target.getOutputDirectory()));
        LOG.infof("Deadlines:%n%s", deployment.deadlines().text());
        deployment.warnings().forEach(LOG::warn);
        refuse(deployment.errors());
        write(deployment.documents(), target.getOutputDirectory().resolve("punctual"));
    }

    private static Set<DotName> publishers(IndexView index) {
        return index.getKnownUsers(DotName.createSimple(EventPublisher.class)).stream().map(ClassInfo::name)
                .collect(Collectors.toSet());
    }

    private static Set<Client> clients() {
        Set<Client> clients = EnumSet.noneOf(Client.class);
        note(clients, Client.KINESIS, "kinesis.KinesisClient");
        note(clients, Client.S3, "s3.S3Client");
        note(clients, Client.KMS, "kms.KmsClient");
        return clients;
    }

    private static void note(Set<Client> clients, Client client, String name) {
        if (QuarkusClassLoader.isClassPresentAtRuntime(CLIENTS + name)) {
            clients.add(client);
        }
    }

    private static void refuse(List<Finding> errors) {
        if (!errors.isEmpty()) {
            throw new DeploymentException(errors.stream().map(Finding::toString).collect(Collectors.joining("\n",
                    errors.size() == 1 ? "1 mistake in the deployment:\n" : errors.size() + " mistakes in the deployment:\n",
                    "")));
        }
    }

    private static void write(List<Document> documents, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Document document : documents) {
                Files.writeString(folder.resolve(document.name()), document.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
        LOG.infof("Deploy with %s", folder.resolve("template.yaml"));
    }
}
