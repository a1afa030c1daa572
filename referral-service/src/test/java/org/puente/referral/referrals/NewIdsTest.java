package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralId;

class NewIdsTest {
    private static final UUID KEY = UUID.randomUUID();
    private static final ReferralId REDIRECTED = new ReferralId(UUID.randomUUID());
    private static final OfferId OFFER = new OfferId("hnd-reinsercion");

    @Test
    void ofOneRedirectAreAlwaysTheSame() {
        assertThat(NewIds.following(KEY, REDIRECTED, OFFER)).isEqualTo(NewIds.following(KEY, REDIRECTED, OFFER));
    }

    @Test
    void areOthersForWhoeverHasAnotherKey() {
        NewIds own = NewIds.following(KEY, REDIRECTED, OFFER);
        NewIds guessed = NewIds.following(UUID.randomUUID(), REDIRECTED, OFFER);
        assertThat(guessed.referral()).isNotEqualTo(own.referral());
        assertThat(guessed.dossier()).isNotEqualTo(own.dossier());
    }

    @Test
    void areOthersForAnotherRedirect() {
        NewIds one = NewIds.following(KEY, REDIRECTED, OFFER);
        NewIds other = NewIds.following(KEY, REDIRECTED, new OfferId("hnd-umar"));
        assertThat(other.referral()).isNotEqualTo(one.referral());
    }

    @Test
    void sayNothingOfEachOther() {
        NewIds ids = NewIds.following(KEY, REDIRECTED, OFFER);
        assertThat(ids.dossier().value()).isNotEqualTo(ids.referral().value());
    }

    @Test
    void areUuidsOfVersion8WhereTheyAreDerived() {
        NewIds ids = NewIds.following(KEY, REDIRECTED, OFFER);
        assertThat(Stream.of(ids.referral().value(), ids.dossier().value()))
                .allMatch(id -> id.version() == 8 && id.variant() == 2);
    }
}
