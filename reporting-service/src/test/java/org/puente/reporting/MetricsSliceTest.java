package org.puente.reporting;

import io.quarkus.test.junit.QuarkusTest;
import org.puente.platform.testing.MetricRules;

@QuarkusTest
class MetricsSliceTest extends MetricRules {}
