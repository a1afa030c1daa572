package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralId;

class NewReferralIdsTest {
    private static final UUID KEY = UUID.randomUUID();
    private static final ReferralId REDIRECTED = new ReferralId(UUID.randomUUID());
    private static final OfferId OFFER = new OfferId("hnd-reinsercion");

    @Test
    void ofOneRedirectAreAlwaysTheSame() {
        assertThat(NewReferralIds.following(KEY, REDIRECTED, OFFER))
                .isEqualTo(NewReferralIds.following(KEY, REDIRECTED, OFFER));
    }

    @Test
    void areOthersForWhoeverHasAnotherKey() {
        NewReferralIds own = NewReferralIds.following(KEY, REDIRECTED, OFFER);
        NewReferralIds guessed = NewReferralIds.following(UUID.randomUUID(), REDIRECTED, OFFER);
        assertThat(guessed.referral()).isNotEqualTo(own.referral());
        assertThat(guessed.dossier()).isNotEqualTo(own.dossier());
    }

    @Test
    void areOthersForAnotherRedirect() {
        NewReferralIds one = NewReferralIds.following(KEY, REDIRECTED, OFFER);
        NewReferralIds other = NewReferralIds.following(KEY, REDIRECTED, new OfferId("hnd-umar"));
        assertThat(other.referral()).isNotEqualTo(one.referral());
    }

    @Test
    void showNothingOfEachOther() {
        NewReferralIds ids = NewReferralIds.following(KEY, REDIRECTED, OFFER);
        assertThat(ids.dossier().value()).isNotEqualTo(ids.referral().value());
    }

    @Test
    void areUuidsOfVersion8WhereTheyAreDerived() {
        NewReferralIds ids = NewReferralIds.following(KEY, REDIRECTED, OFFER);
        assertThat(Stream.of(ids.referral().value(), ids.dossier().value()))
                .allMatch(id -> id.version() == 8 && id.variant() == 2);
    }
}
