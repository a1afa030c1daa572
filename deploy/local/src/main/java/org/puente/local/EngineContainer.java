package org.puente.local;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import java.nio.charset.StandardCharsets;
import org.testcontainers.DockerClientFactory;

/** A container, known by its id alone, so that every class loader of a JVM finds it. */
record EngineContainer(String id) {
    private static final int STOPPING_SECONDS = 20;
    private static final int LINES = 30;

    private static DockerClient engine() {
        return DockerClientFactory.lazyClient();
    }

    void start() {
        engine().startContainerCmd(id).exec();
    }

    /** Ends it in its own way; after some time it is killed. */
    void stop() {
        engine().stopContainerCmd(id).withTimeout(STOPPING_SECONDS).exec();
    }

    /** Ends it at once, as a power cut would. */
    void kill() {
        engine().killContainerCmd(id).exec();
    }

    /** Its processes stand still from now on. */
    void pause() {
        engine().pauseContainerCmd(id).exec();
    }

    void unpause() {
        engine().unpauseContainerCmd(id).exec();
    }

    boolean runs() {
        return Boolean.TRUE.equals(
                engine().inspectContainerCmd(id).exec().getState().getRunning());
    }

    /** Ends it, and deletes it and its volumes; one that is gone is no error. */
    void remove() {
        try {
            engine().removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException e) {
            return;
        }
    }

    /** The last lines that it wrote. */
    String log() {
        StringBuilder text = new StringBuilder();
        ResultCallback.Adapter<Frame> collector = new ResultCallback.Adapter<>() {
            @Override
            public void onNext(Frame frame) {
                text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
            }
        };
        try {
            engine().logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(LINES)
                    .exec(collector)
                    .awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text.toString();
    }
}
