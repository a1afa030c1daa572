package org.puente.registry;

import io.quarkus.test.junit.QuarkusTest;
import org.puente.platform.testing.MetricRules;

@QuarkusTest
class MetricsTest extends MetricRules {}
