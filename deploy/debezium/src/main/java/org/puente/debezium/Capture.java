package org.puente.debezium;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;

/** A running engine. */
final class Capture {
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    private Capture(DebeziumEngine<RecordChangeEvent<SourceRecord>> engine) {
        this.engine = engine;
    }

    /** Starts one; it captures what is committed after its replication slot is active. */
    static Capture start(Properties settings, Sender sender) {
        Capture capture = new Capture(DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings)
                .using((success, message, failure) -> {
                    if (!success) {
                        System.err.println(message);
                    }
                })
                .notifying(sender)
                .build());
        capture.thread.execute(capture.engine);
        return capture;
    }

    void close() throws IOException, InterruptedException {
        engine.close();
        thread.shutdown();
        thread.awaitTermination(30, TimeUnit.SECONDS);
    }
}
