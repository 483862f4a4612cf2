package dev.punctual.local.sqs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        int limit = Constraints.within(in.maxResults(), MOST_QUEUES, 1, MOST_QUEUES, "maxResults");
        String after = in.nextToken() == null ? "" : PageToken.parse(in.nextToken(), "InvalidParameterValue").last();
        String prefix = in.queueNamePrefix() == null ? "" : in.queueNamePrefix();
        Page<String> page = Page.of(queues.listQueues(prefix).stream().filter(name -> name.compareTo(after) > 0).toList(),
                limit);
        boolean tell = page.hasMore() && in.maxResults() != null;
        return new QueueShapes.Urls(page.items().stream().map(urls::of).toList(),
                tell ? new PageToken(prefix, page.last()).text() : null);
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
