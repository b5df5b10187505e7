package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What several brokers say of themselves, and what an operator may tell them. A question is asked again in an outage.
 */
final class Cluster implements AutoCloseable {
    /** As Kafka numbers the leader of a partition that has none. */
    private static final int NOBODY = -1;

    private final Admin admin;

    Cluster(Brokers brokers) {
        this.admin = brokers.admin();
    }

    /** Who leads the brokers' own quorum now. */
    int controller() {
        return Eventually.get(
                () -> of(admin.describeMetadataQuorum().quorumInfo()).leaderId());
    }

    /** Who leads a partition now. */
    int leader(TopicPartition partition) {
        return Eventually.get(() -> {
            Integer leader = leaders(List.of(partition.topic())).get(partition);
            assertThat(leader).as("leader of %s", partition).isNotNull().isNotEqualTo(NOBODY);
            return leader;
        });
    }

    /** Who coordinates a group of consumers now. */
    int coordinator(String group) {
        return Eventually.get(() -> of(admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .values()
                        .iterator()
                        .next())
                .coordinator()
                .id());
    }

    /** Every topic with how many replicas the smallest of its partitions has. */
    Map<String, Integer> replicas() {
        return Eventually.get(() -> described(topics(false)).values().stream()
                .collect(Collectors.toMap(
                        TopicDescription::name,
                        topic -> topic.partitions().stream()
                                .mapToInt(partition -> partition.replicas().size())
                                .min()
                                .orElse(0))));
    }

    /** Every topic with how many replicas an acknowledgement needs. */
    Map<String, String> replicasNeeded() {
        List<ConfigResource> asked = topics(false).stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        return Eventually.get(() -> of(admin.describeConfigs(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().name(),
                        one -> one.getValue().get("min.insync.replicas").value())));
    }

    /** Returns when every partition, Kafka's own too, is in sync on so many brokers. */
    void awaitInSync(int count) {
        Eventually.holds(() -> {
            for (TopicDescription topic : described(topics(true)).values()) {
                for (TopicPartitionInfo partition : topic.partitions()) {
                    assertThat(partition.isr())
                            .as("in sync of %s-%d", topic.name(), partition.partition())
                            .hasSize(count);
                }
            }
        });
    }

    /** Hands every partition of our topics to the next broker in the order of its replicas; returns when it leads. */
    void moveLeaders() {
        reorder(false, (order, leader) -> Collections.rotate(order, -1 - order.indexOf(leader)));
    }

    /** Hands every partition, Kafka's own too, to one broker; returns when it leads. */
    void makeLeader(int id) {
        reorder(true, (order, leader) -> Collections.rotate(order, -order.indexOf(id)));
    }

    /** By a reassignment that puts another replica first, and an election of what is the preferred leader then. */
    private void reorder(boolean internal, BiConsumer<List<Integer>, Integer> change) {
        Map<String, TopicDescription> topics = Eventually.get(() -> described(topics(internal)));
        Map<TopicPartition, Integer> leaders = Eventually.get(() -> leaders(topics.keySet()));
        Map<TopicPartition, Integer> next = new HashMap<>();
        Map<TopicPartition, Optional<NewPartitionReassignment>> reassigned = new HashMap<>();
        topics.forEach((topic, description) -> description.partitions().forEach(partition -> {
            TopicPartition key = new TopicPartition(topic, partition.partition());
            List<Integer> order =
                    new ArrayList<>(partition.replicas().stream().map(Node::id).toList());
            change.accept(order, leaders.getOrDefault(key, NOBODY));
            next.put(key, order.getFirst());
            reassigned.put(key, Optional.of(new NewPartitionReassignment(order)));
        }));
        Eventually.holds(() -> of(admin.alterPartitionReassignments(reassigned).all()));
        Eventually.holds(() -> assertThat(of(admin.listPartitionReassignments().reassignments()))
                .isEmpty());
        Eventually.holds(() -> {
            of(admin.electLeaders(ElectionType.PREFERRED, next.keySet()).partitions());
            assertThat(leaders(topics.keySet())).isEqualTo(next);
        });
    }

    private Map<TopicPartition, Integer> leaders(Collection<String> topics) {
        Map<TopicPartition, Integer> leaders = new HashMap<>();
        described(topics)
                .forEach((topic, description) -> description.partitions().forEach(partition -> {
                    Node leader = partition.leader();
                    leaders.put(
                            new TopicPartition(topic, partition.partition()), leader == null ? NOBODY : leader.id());
                }));
        return leaders;
    }

    private Set<String> topics(boolean internal) {
        return of(
                admin.listTopics(new ListTopicsOptions().listInternal(internal)).names());
    }

    private Map<String, TopicDescription> described(Collection<String> topics) {
        return of(admin.describeTopics(topics).allTopicNames());
    }

    private static <T> T of(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException outage) {
                throw new AssertionError("the brokers do not answer", outage);
            }
            throw new IllegalStateException("the brokers refuse", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while brokers were asked", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
