package dev.punctual.deployment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

import dev.punctual.runtime.config.PackagedConfig;
import dev.punctual.runtime.config.PunctualBuildConfig;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.GeneratedClassGizmo2Adaptor;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigBuilderBuildItem;
import io.quarkus.deployment.builditem.StaticInitConfigBuilderBuildItem;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.desc.MethodDesc;
import io.smallrye.config.SmallRyeConfig;

/** Makes a class of the properties files that an application is packaged with: what {@link PackagedConfig} is for. */
class PackagedConfigProcessor {

    private static final String NAME = "dev.punctual.generated.ApplicationProperties";

    /** Where SmallRye Config looks on the class path, and the rank that it gives. */
    private static final List<Location> LOCATIONS = List.of(new Location("application", 250),
            new Location("META-INF/microprofile-config", 100));
    /**
     * More than this is left to the usual search: a constant in a class has 65,535 bytes, and a method as many for all of them.
     */
    private static final int MOST_CHARACTERS = 16_000;
    private static final MethodDesc SOURCE = MethodDesc.of(PackagedConfig.class, "source", ConfigSource.class, String.class,
            int.class, String[].class);

    private record Location(String name, int ordinal) {

        String resource() {
            return name + ".properties";
        }

        String resource(String profile) {
            return name + "-" + profile + ".properties";
        }
    }

    private record PropertiesFile(String path, int ordinal, Properties properties) {

        List<String> pairs() {
            return new TreeSet<>(properties.stringPropertyNames()).stream()
                    .flatMap(name -> List.of(name, properties.getProperty(name)).stream()).toList();
        }

        int characters() {
            return pairs().stream().mapToInt(String::length).sum();
        }
    }

    @BuildStep(onlyIf = IsProduction.class)
    void packageConfig(PunctualBuildConfig config, BuildProducer<GeneratedClassBuildItem> classes,
            BuildProducer<GeneratedResourceBuildItem> resources, BuildProducer<StaticInitConfigBuilderBuildItem> staticInit,
            BuildProducer<RunTimeConfigBuilderBuildItem> runTime) {
        if (!config.bareStart() || hasFilesOfProfiles()) {
            return;
        }
        List<PropertiesFile> files = LOCATIONS.stream().flatMap(location -> read(location).stream()).toList();
        if (files.stream().mapToInt(PropertiesFile::characters).sum() > MOST_CHARACTERS) {
            return;
        }
        generate(Gizmo.create(new GeneratedClassGizmo2Adaptor(classes, resources, true)), files);
        staticInit.produce(new StaticInitConfigBuilderBuildItem(NAME));
        runTime.produce(new RunTimeConfigBuilderBuildItem(NAME));
    }

    private static boolean hasFilesOfProfiles() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getProfiles().stream()
                .anyMatch(profile -> LOCATIONS.stream()
                        .anyMatch(location -> QuarkusClassLoader.isResourcePresentAtRuntime(location.resource(profile))));
    }

    private static List<PropertiesFile> read(Location location) {
        List<PropertiesFile> found = new ArrayList<>();
        QuarkusClassLoader.visitRuntimeResources(location.resource(),
                visit -> found.add(new PropertiesFile(location.resource(), location.ordinal, load(visit.getPath()))));
        return found;
    }

    private static Properties load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static void generate(Gizmo gizmo, List<PropertiesFile> files) {
        gizmo.class_(NAME, type -> {
            type.public_();
            type.extends_(PackagedConfig.class);
            type.defaultConstructor();
            type.method("sources", method -> {
                method.protected_();
                method.returning(List.class);
                method.body(body -> body.return_(body.listOf(files.stream().map(file -> source(body, file)).toList())));
            });
        });
    }

    private static Expr source(BlockCreator body, PropertiesFile file) {
        return body.localVar("source", body.invokeStatic(SOURCE, Const.of(file.path), Const.of(file.ordinal),
                body.newArray(String.class, file.pairs().stream().map(Const::of).toList())));
    }
}
