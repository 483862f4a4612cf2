package dev.punctual.local.sqs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Constraints;
import dev.punctual.local.wire.Operations;
import dev.punctual.local.wire.Page;
import dev.punctual.local.wire.PageToken;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.queue.QueueService;

/** The operations on queues. */
final class QueueOperations {

    private static final int MOST_QUEUES = 1_000;

    private final QueueService queues;
    private final QueueUrls urls;

    QueueOperations(QueueService queues, QueueUrls urls) {
        this.queues = queues;
        this.urls = urls;
    }

    void addTo(Operations operations) {
        operations.answer("CreateQueue", QueueShapes.Named.class, this::create)
                .run("DeleteQueue", QueueShapes.Addressee.class, in -> queues.deleteQueue(in.requiredQueue()))
                .answer("GetQueueUrl", QueueShapes.Named.class, this::url)
                .answer("ListQueues", QueueShapes.ListQueues.class, this::list)
                .answer("ListDeadLetterSourceQueues", QueueShapes.ListSources.class, this::sources)
                .answer("GetQueueAttributes", QueueShapes.GetAttributes.class, this::attributes)
                .run("SetQueueAttributes", QueueShapes.SetAttributes.class,
                        in -> queues.setAttributes(in.requiredQueue(), Members.map(in.attributes())))
                .run("PurgeQueue", QueueShapes.Addressee.class, in -> queues.purgeQueue(in.requiredQueue()));
    }

    private QueueShapes.Url create(QueueShapes.Named in) {
        String name = Members.required(in.queueName(), "QueueName");
        queues.createQueue(name, Members.map(in.attributes()));
        return new QueueShapes.Url(urls.of(name));
    }

    private QueueShapes.Url url(QueueShapes.Named in) {
        String name = Members.required(in.queueName(), "QueueName");
        queues.checkExists(name);
        return new QueueShapes.Url(urls.of(name));
    }

    private QueueShapes.Urls list(QueueShapes.ListQueues in) {
        String prefix = in.queueNamePrefix() == null ? "" : in.queueNamePrefix();
        Page<String> page = page(queues.listQueues(prefix), in.maxResults(), in.nextToken());
        return new QueueShapes.Urls(page.items().stream().map(urls::of).toList(), next(page, in.maxResults(), prefix));
    }

    private QueueShapes.Sources sources(QueueShapes.ListSources in) {
        String queue = in.requiredQueue();
        Page<String> page = page(queues.listDeadLetterSourceQueues(queue), in.maxResults(), in.nextToken());
        return new QueueShapes.Sources(page.items().stream().map(urls::of).toList(), next(page, in.maxResults(), queue));
    }

    private static Page<String> page(List<String> names, @Nullable Integer maxResults, @Nullable String token) {
        int limit = Constraints.within(maxResults, MOST_QUEUES, 1, MOST_QUEUES, "maxResults");
        String after = token == null ? "" : PageToken.parse(token, "InvalidParameterValue").last();
        return Page.of(names.stream().filter(name -> name.compareTo(after) > 0).toList(), limit);
    }

    private static @Nullable String next(Page<String> page, @Nullable Integer maxResults, String list) {
        return page.hasMore() && maxResults != null ? new PageToken(list, page.last()).text() : null;
    }

    private QueueShapes.Attributes attributes(QueueShapes.GetAttributes in) {
        Map<String, String> all = queues.getAttributes(in.requiredQueue());
        List<String> wanted = Members.list(in.attributeNames());
        wanted.stream().filter(name -> !AttributeNames.isKnown(name)).findFirst().ifPresent(name -> {
            throw new AwsException("InvalidAttributeName", "Unknown Attribute " + name + ".", 400);
        });
        Map<String, String> chosen = new TreeMap<>(all);
        if (!wanted.contains("All")) {
            chosen.keySet().retainAll(wanted);
        }
        return new QueueShapes.Attributes(chosen.isEmpty() ? null : chosen);
    }
}
