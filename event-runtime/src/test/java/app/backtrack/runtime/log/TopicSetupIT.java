package app.backtrack.runtime.log;

import static app.backtrack.runtime.log.TestLog.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class TopicSetupIT {
    private final TestLog log = TestLog.shared();

    @ParameterizedTest
    @EnumSource(Topic.class)
    void topics_and_their_dead_letters_keep_everything_and_say_when_it_came(Topic topic) throws Exception {
        try (Admin admin = Admin.create(KafkaSettings.admin(log.config()))) {
            List<String> names = List.of(topic.topicName(), topic.deadLetterName());
            assertThat(admin.describeTopics(names).allTopicNames().get().values())
                    .allSatisfy(
                            description -> assertThat(description.partitions()).hasSize(6));
            assertThat(settings(admin, topic.topicName()))
                    .containsEntry("retention.ms", "-1")
                    .containsEntry("retention.bytes", "-1")
                    .containsEntry("cleanup.policy", "delete")
                    .containsEntry("message.timestamp.type", "LogAppendTime")
                    .containsEntry("max.message.bytes", "1048588");
            assertThat(settings(admin, topic.deadLetterName()))
                    .containsEntry("retention.ms", "-1")
                    .containsEntry("max.message.bytes", "1114124");
        }
    }

    @Test
    void doing_it_again_changes_nothing() {
        new TopicSetup(log.config()).ensure(EnumSet.allOf(Topic.class));
    }

    @Test
    void another_number_of_partitions_is_refused_by_name() {
        TopicSetup seven = new TopicSetup(log.config("partitions", "7"));

        assertThatThrownBy(() -> seven.ensure(Set.of(Topic.INSIGHT_EVENTS)))
                .isInstanceOf(TopicMismatch.class)
                .hasMessageContaining("insight-events has partitions=6 where Backtrack needs 7")
                .hasMessageContaining("backtrack.log.partitions");
    }

    @ParameterizedTest
    @CsvSource({
        "insight-events, retention.ms, 604800000, -1",
        "insight-events, cleanup.policy, compact, delete",
        "insight-events, message.timestamp.type, CreateTime, LogAppendTime",
        "insight-events.dead-letter, retention.ms, 604800000, -1",
        "insight-events.dead-letter, max.message.bytes, 1048588, 1114124",
    })
    void a_setting_that_would_lose_something_is_refused_by_name(String topic, String key, String wrong, String right)
            throws Exception {
        set(topic, key, wrong);
        try {
            assertThatThrownBy(() -> new TopicSetup(log.config()).ensure(Set.of(Topic.INSIGHT_EVENTS)))
                    .isInstanceOf(TopicMismatch.class)
                    .hasMessageContaining(topic + " has " + key + "=" + wrong)
                    .hasMessageContaining(right);
        } finally {
            set(topic, key, right);
        }
    }

    @Test
    void a_loop_says_in_readiness_which_topic_is_wrong() throws Exception {
        LogClients clients = log.clients("partitions", "7");
        try {
            clients.startLoop("wrong-topic", Set.of(Topic.INSIGHT_EVENTS), events -> List.of());
            TestLog.await(
                    "it says why", () -> clients.troubles().toString().contains("insight-events has partitions=6"));
        } finally {
            clients.close();
        }
    }

    @Test
    void without_a_broker_it_says_so() {
        assertThatThrownBy(() -> new TopicSetup(unreachable()).ensure(Set.of(Topic.PAIN_EVENTS)))
                .isInstanceOf(LogUnavailable.class);
    }

    private static Map<String, String> settings(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource));
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(java.util.stream.Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private void set(String topic, String key, String value) throws Exception {
        try (Admin admin = Admin.create(KafkaSettings.admin(log.config()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
