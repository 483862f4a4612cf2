package dev.punctual.deployment.template;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import dev.punctual.deployment.template.TemplateConfig.FunctionConfig;
import dev.punctual.deployment.template.TemplateConfig.PackageType;
import dev.punctual.deployment.template.TemplateConfig.QueueConfig;
import dev.punctual.deployment.template.TemplateConfig.StreamConfig;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.settings.Architecture;
import dev.punctual.template.settings.FunctionSettings;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.settings.Packaging;
import dev.punctual.template.settings.QueueSettings;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.settings.StreamSettings;

/** From the build's configuration to the settings of a deployment. */
final class SettingsReader {

    private static final int NATIVE_MEMORY = 512;

    private final TemplateConfig config;
    private final boolean executable;
    private final String processor;

    /**
     * @param executable whether the application is native
     * @param processor what it is built on, as {@code os.arch} names it
     */
    SettingsReader(TemplateConfig config, boolean executable, String processor) {
        this.config = config;
        this.executable = executable;
        this.processor = processor;
    }

    /**
     * @throws IllegalArgumentException for a role or runtime that does not exist
     */
    Settings settings() {
        return new Settings(packaging(), config.architecture().orElseGet(this::architecture), functions(),
                config.stream().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> stream(entry.getValue()))),
                config.queue().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> queue(entry.getValue()))),
                config.kmsKey().map(SettingsReader::key).orElseGet(KeySetting.None::new), config.vpc(), config.logRetention(),
                config.crashesWithinBudget());
    }

    private Packaging packaging() {
        if (config.packageType() == PackageType.IMAGE) {
            return new Packaging.Image();
        }
        return executable ? new Packaging.NativeZip() : new Packaging.JavaZip(config.javaRuntime(), config.snapStart());
    }

    private Architecture architecture() {
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        return executable && intel ? Architecture.X86_64 : Architecture.ARM64;
    }

    private Map<FunctionRole, FunctionSettings> functions() {
        Map<FunctionRole, FunctionSettings> functions = new EnumMap<>(FunctionRole.class);
        for (FunctionRole role : FunctionRole.values()) {
            functions.put(role, executable ? nativeDefault() : FunctionSettings.DEFAULT);
        }
        config.function().forEach((name, function) -> functions.put(role(name), function(function)));
        return functions;
    }

    private static FunctionRole role(String name) {
        for (FunctionRole role : FunctionRole.values()) {
            if (role.text().equals(name.toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new IllegalArgumentException("quarkus.punctual.template.function.\"" + name
                + "\": there is no such function; the roles are stream, retry and dead-letter");
    }

    private FunctionSettings function(FunctionConfig function) {
        return new FunctionSettings(
                function.memory().orElse(executable ? NATIVE_MEMORY : FunctionSettings.DEFAULT.memory()), function.timeout(),
                boxed(function.reservedConcurrency()), function.coldStart());
    }

    private static FunctionSettings nativeDefault() {
        FunctionSettings standard = FunctionSettings.DEFAULT;
        return new FunctionSettings(NATIVE_MEMORY, standard.timeout(), standard.reservedConcurrency(), standard.coldStart());
    }

    private static StreamSettings stream(StreamConfig stream) {
        return new StreamSettings(stream.arn(), stream.mode(), stream.shards(), stream.retention(),
                Optional.of(stream.batchSize()), stream.batchingWindow(), stream.parallelizationFactor(),
                stream.maximumRetryAttempts(), stream.maximumRecordAge(), stream.onFailureBucket());
    }

    private static QueueSettings queue(QueueConfig queue) {
        return new QueueSettings(queue.arn(), queue.visibilityTimeout(), queue.maxReceiveCount(), queue.batchSize(),
                boxed(queue.maximumConcurrency()));
    }

    private static KeySetting key(String text) {
        return switch (text) {
            case "create" -> new KeySetting.Created();
            case "none" -> new KeySetting.None();
            default -> new KeySetting.Existing(text);
        };
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
