package org.puente.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What anybody would write who only wants the rows: a consumer, and COPY of each batch into a table
 * of the same columns and indexes as the event log. It reads no fact, knows none again, and counts
 * nothing.
 */
final class BareIntake implements AutoCloseable {
    private static final Pattern TOPICS = Pattern.compile("puente\\.[a-z]+\\.(returns|followups|referrals\\.[a-z]+)");
    private static final byte[] CASE_ID = "\"caseId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int UUID_LENGTH = 36;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Connection database;
    private final CopyManager copies;
    private Map<TopicPartition, Long> read;

    /**
     * @param batch records at most in a transaction
     * @param database of the event log; closed with this
     */
    BareIntake(Map<String, Object> kafka, int batch, Connection database) throws SQLException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.listTopics().entrySet().stream()
                .filter(topic -> TOPICS.matcher(topic.getKey()).matches())
                .flatMap(topic -> topic.getValue().stream())
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        consumer.assign(partitions);
        this.database = database;
        this.copies = database.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = database.createStatement()) {
            statement.execute("create table bare_event (like event including all)");
        }
        skip();
    }

    /** What is on the topics now is not taken in. */
    void skip() {
        read = consumer.endOffsets(partitions);
    }

    /** Takes in all that came since the last time. */
    void take() {
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        long waiting =
                end.keySet().stream().mapToLong(p -> end.get(p) - read.get(p)).sum();
        read.forEach(consumer::seek);
        while (waiting > 0) {
            ConsumerRecords<byte[], byte[]> batch = consumer.poll(Duration.ofSeconds(10));
            store(batch);
            waiting -= batch.count();
        }
        read = end;
    }

    private void store(ConsumerRecords<byte[], byte[]> batch) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream(1 << 20);
        batch.forEach(record -> row(record, rows));
        try {
            copies.copyIn(
                    "copy bare_event (id, node, stream, type, subject, case_id, event) from stdin",
                    new ByteArrayInputStream(rows.toByteArray()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void row(ConsumerRecord<byte[], byte[]> record, ByteArrayOutputStream out) {
        String[] topic = record.topic().split("\\.");
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        byte[] id = headers.get("ce_id");
        byte[] type = headers.get("ce_type");
        out.writeBytes(id);
        text(out, "\t" + topic[1] + "\t" + topic[2] + "\t");
        out.writeBytes(type);
        text(out, "\t");
        out.writeBytes(record.key());
        text(out, "\t");
        caseId(record.value(), out);
        text(out, "\t{\"specversion\":\"1.0\",\"id\":\"");
        out.writeBytes(id);
        text(out, "\",\"source\":\"");
        out.writeBytes(headers.get("ce_source"));
        text(out, "\",\"type\":\"");
        out.writeBytes(type);
        text(out, "\",\"subject\":\"");
        out.writeBytes(record.key());
        text(out, "\",\"time\":\"");
        out.writeBytes(headers.get("ce_time"));
        text(out, "\",\"dataschema\":\"");
        out.writeBytes(headers.get("ce_dataschema"));
        text(out, "\",\"datacontenttype\":\"application/json\",\"data\":");
        escaped(record.value(), out);
        text(out, "}\n");
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Found without reading the JSON: a fact of a case has it near its beginning. */
    private static void caseId(byte[] json, ByteArrayOutputStream out) {
        for (int i = 0; i + CASE_ID.length + UUID_LENGTH <= json.length; i++) {
            if (json[i + 1] == 'c' && Arrays.equals(json, i, i + CASE_ID.length, CASE_ID, 0, CASE_ID.length)) {
                out.write(json, i + CASE_ID.length, UUID_LENGTH);
                return;
            }
        }
        text(out, "\\N");
    }

    /** In the text format of COPY a backslash is doubled. */
    private static void escaped(byte[] json, ByteArrayOutputStream out) {
        for (byte one : json) {
            if (one == '\\') {
                out.write('\\');
            }
            out.write(one);
        }
    }

    @Override
    public void close() throws SQLException {
        consumer.close();
        database.close();
    }
}
