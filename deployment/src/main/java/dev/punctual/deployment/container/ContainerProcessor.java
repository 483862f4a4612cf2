package dev.punctual.deployment.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.jboss.logging.Logger;

import dev.punctual.deployment.container.ContainerConfig.Jars;
import dev.punctual.deployment.template.TemplateConfig;
import dev.punctual.deployment.template.TemplateConfig.PackageType;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.pkg.builditem.ArtifactResultBuildItem;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.deployment.pkg.builditem.JarBuildItem;
import io.quarkus.deployment.pkg.builditem.NativeImageBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import io.quarkus.deployment.pkg.steps.NativeBuild;
import io.quarkus.deployment.pkg.steps.NativeOrNativeSourcesBuild;
import io.quarkus.maven.dependency.ResolvedDependency;

/** Writes what a container image is made of, makes a cache for this machine, and tells what they take, if asked. */
class ContainerProcessor {

    private static final Logger LOG = Logger.getLogger("dev.punctual.container");
    private static final String FILE = "Dockerfile";
    private static final String EVENTS = "events";

    @BuildStep(onlyIfNot = NativeOrNativeSourcesBuild.class)
    @Produce(ArtifactResultBuildItem.class)
    void jvm(ContainerConfig config, TemplateConfig template, JarBuildItem jar, CurateOutcomeBuildItem model,
            OutputTargetBuildItem target) {
        boolean cached = config.cache().enabled();
        if (!isEnabled(config, template) && !cached && !config.report()) {
            return;
        }
        if (jar.getLibraryDir() == null) {
            throw new DeploymentException("The class path of an application in one jar cannot be laid out; remove"
                    + " quarkus.package.jar.type");
        }
        try {
            List<Path> libraries = ClassPathLayout.jars(jar.getLibraryDir());
            Optional<Long> image = Optional.empty();
            Optional<StartReport.Cache> cache = Optional.empty();
            if (isEnabled(config, template) || cached) {
                Path folder = emptied(folder(target));
                List<String> classPath = config.jars() == Jars.MERGED
                        ? ClassPathLayout.merged(jar.getPath(), libraries, folder)
                        : ClassPathLayout.separate(jar.getPath(), libraries, folder);
                List<Path> events = events(config, target, folder);
                image = Optional.of(size(classPath.stream().map(folder::resolve).toList()));
                Files.writeString(folder.resolve(FILE), dockerfile(config, classPath, folder, events));
                if (cached) {
                    cache = Optional.of(cache(config, classPath.stream().map(folder::resolve).toList(), events, target));
                }
            }
            tell(new StartReport(files(jar.getPath(), libraries, model.getApplicationModel()), image, cache), target);
        } catch (IOException e) {
            throw new UncheckedIOException("the container context cannot be written", e);
        }
    }

    @BuildStep(onlyIf = NativeBuild.class)
    @Produce(ArtifactResultBuildItem.class)
    void executable(ContainerConfig config, TemplateConfig template, NativeImageBuildItem executable,
            OutputTargetBuildItem target) {
        if (!isEnabled(config, template) && !config.report()) {
            return;
        }
        try {
            Path file = executable.getPath();
            if (isEnabled(config, template)) {
                Path folder = emptied(folder(target));
                Files.copy(file, folder.resolve("bootstrap"), StandardCopyOption.COPY_ATTRIBUTES);
                Files.writeString(folder.resolve(FILE),
                        Dockerfile.ofExecutable(config.baseImage().orElse(Dockerfile.PROVIDED), "bootstrap"));
            }
            tell(new StartReport(List.of(new StartReport.File(file.getFileName().toString(), "", Files.size(file))),
                    Optional.empty(), Optional.empty()), target);
        } catch (IOException e) {
            throw new UncheckedIOException("the container context cannot be written", e);
        }
    }

    private static boolean isEnabled(ContainerConfig config, TemplateConfig template) {
        return config.enabled().orElse(template.packageType() == PackageType.IMAGE);
    }

    private static Path folder(OutputTargetBuildItem target) {
        return target.getOutputDirectory().toAbsolutePath().resolve("punctual").resolve("container");
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    private static List<Path> events(ContainerConfig config, OutputTargetBuildItem target, Path folder) throws IOException {
        if (config.trainingEvents().isEmpty()) {
            return List.of();
        }
        Path source = target.getOutputDirectory().toAbsolutePath().resolveSibling(config.trainingEvents().get());
        if (!Files.isDirectory(source)) {
            throw new DeploymentException("quarkus.punctual.container.training-events: there is no folder " + source);
        }
        List<Path> copied = new ArrayList<>();
        Files.createDirectories(folder.resolve(EVENTS));
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                copied.add(Files.copy(file, folder.resolve(EVENTS).resolve(file.getFileName())));
            }
        }
        return copied;
    }

    private static String dockerfile(ContainerConfig config, List<String> classPath, Path folder, List<Path> events) {
        try {
            return Dockerfile.ofJvm(config.baseImage().orElse(Dockerfile.corretto(config.java())),
                    new JavaOptions(config.java(), config.jvmOptions().orElse(List.of())), classPath,
                    events.stream().map(event -> folder.relativize(event).toString()).toList());
        } catch (IllegalArgumentException e) {
            throw new DeploymentException("quarkus.punctual.container.java: " + e.getMessage(), e);
        }
    }

    private static StartReport.Cache cache(ContainerConfig config, List<Path> classPath, List<Path> events,
            OutputTargetBuildItem target) throws IOException {
        Path home = config.cache().javaHome().orElse(Path.of(System.getProperty("java.home")));
        CacheMaker maker = new CacheMaker(home, config.jvmOptions().orElse(List.of()), classPath);
        Path folder = Files
                .createDirectories(target.getOutputDirectory().toAbsolutePath().resolve("punctual").resolve("cache"));
        Path cache = maker.make(folder, events);
        Path arguments = folder.resolve("function.args");
        Files.write(arguments, maker.command(cache).stream().map(each -> '"' + each.replace("\\", "\\\\") + '"').toList());
        LOG.infof("%s starts from the cache: %s @%s", home, home.resolve("bin").resolve("java"), arguments);
        return new StartReport.Cache(cache.getFileName().toString(), Files.size(cache), maker.options().version(),
                maker.start(cache), maker.start(null));
    }

    private static List<StartReport.File> files(Path application, List<Path> libraries, ApplicationModel model)
            throws IOException {
        Map<String, String> groups = new HashMap<>();
        for (ResolvedDependency dependency : model.getRuntimeDependencies()) {
            dependency.getResolvedPaths().forEach(
                    path -> groups.put(dependency.getGroupId() + '.' + path.getFileName(), dependency.getGroupId()));
        }
        List<StartReport.File> files = new ArrayList<>();
        files.add(new StartReport.File(application.getFileName().toString(), "the application", Files.size(application)));
        for (Path library : libraries) {
            String name = library.getFileName().toString();
            String group = groups.get(name.startsWith("modified-") ? name.substring("modified-".length()) : name);
            files.add(new StartReport.File(name, group == null ? "other" : group, Files.size(library)));
        }
        return files;
    }

    private static long size(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }

    private static void tell(StartReport report, OutputTargetBuildItem target) throws IOException {
        Path file = target.getOutputDirectory().resolve("punctual").resolve("start.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report.json());
        LOG.infof("What the artefact takes (%s):%n%s", file.getFileName(), report.text());
    }
}
