package dev.punctual.samples.food;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.bootstrap.resolver.BootstrapAppModelResolver;
import io.quarkus.bootstrap.resolver.maven.BootstrapMavenContext;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import io.quarkus.bootstrap.resolver.maven.workspace.LocalProject;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.ResolvedDependency;

/** What Quarkus puts on the class path of an application that depends on the extension, and on nothing of Dev UI. */
class ClassPathTest {

    private static final Path APPLICATION = Path.of("").toAbsolutePath();

    private static final String PAGE = "dev.punctual:quarkus-punctual-dev";
    private static final String SERVER = "io.quarkus:quarkus-vertx-http";
    private static final String DEV_UI = "io.quarkus:quarkus-devui";
    private static final String DEPLOYMENT = "-deployment";

    @Test
    void hasThePageAndAServerInDevMode() throws Exception {
        ApplicationModel model = model(true);

        assertThat(names(model.getRuntimeDependencies()))
                .as("in dev mode")
                .contains("dev.punctual:quarkus-punctual", PAGE, SERVER, DEV_UI);
        assertThat(names(model.getDependencies())).contains(SERVER + DEPLOYMENT, DEV_UI + DEPLOYMENT);
    }

    @Test
    void hasNothingOfItInProduction() throws Exception {
        ApplicationModel model = model(false);

        assertThat(names(model.getRuntimeDependencies())).contains("dev.punctual:quarkus-punctual").doesNotContain(PAGE, SERVER,
                DEV_UI);
        assertThat(names(model.getDependencies())).doesNotContain(SERVER + DEPLOYMENT, DEV_UI + DEPLOYMENT);
    }

    private static ApplicationModel model(boolean devMode) throws Exception {
        BootstrapMavenContext maven = new BootstrapMavenContext(
                BootstrapMavenContext.config().setCurrentProject(APPLICATION.toString()));
        LocalProject project = maven.getCurrentProject();
        return new BootstrapAppModelResolver(new MavenArtifactResolver(maven)).setDevMode(devMode)
                .resolveModel(ArtifactCoords.jar(project.getGroupId(), project.getArtifactId(), project.getVersion()));
    }

    private static Set<String> names(Iterable<ResolvedDependency> dependencies) {
        return StreamSupport.stream(dependencies.spliterator(), false)
                .map(dependency -> dependency.getGroupId() + ':' + dependency.getArtifactId()).collect(Collectors.toSet());
    }
}
