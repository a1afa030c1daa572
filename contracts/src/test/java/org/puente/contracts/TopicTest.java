package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    private static final NodeId GTM = new NodeId("gtm");
    private static final NodeId HND = new NodeId("hnd");

    @Test
    void isNamedByNodeAndStream() {
        assertThat(new Topic(GTM, Stream.RETURNS, null).name()).isEqualTo("puente.gtm.returns");
    }

    @Test
    void isNamedByItsAddresseeTooWhereTheStreamIsAddressed() {
        assertThat(new Topic(GTM, Stream.REFERRALS, HND).name()).isEqualTo("puente.gtm.referrals.hnd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "puente.gtm.returns",
                "puente.mex-inm.directory",
                "puente.gtm.referrals.gtm",
                "puente.gtm.dossiers.hnd",
                "puente.region.reports"
            })
    void readsItsName(String name) {
        assertThat(Topic.parse(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "puente",
                "puente.gtm",
                "other.gtm.returns",
                "puente.gtm.Returns",
                "puente.gtm.returns.hnd",
                "puente.gtm.referrals",
                "puente.gtm.referrals.",
                "puente.gtm.referrals.hnd.x",
                "puente.GTM.returns",
                "puente..returns"
            })
    void refusesANameThatIsNotOurs(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Topic.parse(name));
    }
}
