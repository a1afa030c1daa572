package org.puente.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One more instance of a service, over the same database, with a port and a name of its own. */
record AddedInstance(Service service, int port) implements Server {
    @Override
    public String name() {
        return service.name() + "@" + port;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, management());
    }

    private int management() {
        return PortPlan.management(port);
    }

    @Override
    public void prepare() {
        service.prepare();
    }

    @Override
    public Launch launch() {
        Launch first = service.launch();
        Map<String, String> variables = new HashMap<>(first.environment());
        variables.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        variables.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management()));
        variables.put("PUENTE_INSTANCE", name());
        return new Launch(
                name(),
                first.command(),
                variables,
                first.log().resolveSibling(name().replace('/', '-') + ".log"),
                first.stopSignal());
    }

    @Override
    public boolean ready() {
        return Http.ok("http://127.0.0.1:" + management() + "/q/health/ready");
    }
}
