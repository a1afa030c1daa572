package org.puente.referral.referrals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;

/**
 * An institution that was sent the given names of a person tries to learn more by whatever an
 * institution may do. After each attempt it knows what the owner of the case sent it, no more.
 */
@QuarkusTest
class CuriousInstitutionTest extends CuriousSlice {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n'};

    /** One thing that an institution tries. */
    enum Attempt {
        REFERS_TO_AN_OWN_OFFER_THAT_NEEDS_EVERYTHING {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                waitsForTheOwner(test.refer(CURIOUS, known, test.greedy(CURIOUS)));
            }
        },
        REFERS_TO_AN_OWN_RESTRICTED_OFFER {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                waitsForTheOwner(test.refer(CURIOUS, known, test.greedyShelter(CURIOUS)));
            }
        },
        REFERS_FIELD_BY_FIELD {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                Stream.of(EVERYTHING)
                        .filter(field -> field != DossierField.GIVEN_NAMES)
                        .forEach(field -> waitsForTheOwner(
                                test.refer(CURIOUS, known, test.offer(CURIOUS, "shelter", true, field))));
            }
        },
        REFERS_IN_BULK {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                bulk(CURIOUS, known, test.greedy(CURIOUS))
                        .statusCode(200)
                        .body("results[0].problem.errors[0].code", equalTo("fields-wait-for-owner"));
            }
        },
        REDIRECTS_TO_AN_OWN_OFFER {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                redirect(CURIOUS, known.referral(), test.greedy(CURIOUS));
            }
        },
        REDIRECTS_TO_AN_OWN_RESTRICTED_OFFER {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                redirect(CURIOUS, known.referral(), test.greedyShelter(CURIOUS));
            }
        },
        WIDENS_ITS_OFFER_AFTER_THE_FACT {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                test.widened(known.offer(), EVERYTHING);
            }
        },
        WIDENS_ITS_OFFER_AND_REDIRECTS_TO_IT {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                redirect(CURIOUS, known.referral(), test.widened(known.offer(), EVERYTHING));
            }
        },
        WIDENS_ANOTHER_OFFER_THAT_IT_HAS_REFERRED_TO {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                OfferPublished own = test.offer(CURIOUS, DossierField.GIVEN_NAMES);
                String next = test.refer(CURIOUS, known, own)
                        .statusCode(201)
                        .extract()
                        .path(ID);
                redirect(CURIOUS, next, test.widened(own, EVERYTHING));
                waitsForTheOwner(test.refer(CURIOUS, known, own));
                waitsForTheOwner(test.refer(CURIOUS, known, own, next));
            }
        },
        REFERS_TO_ITSELF_AND_REDIRECTS_THAT {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                OfferPublished own = test.offer(CURIOUS, DossierField.GIVEN_NAMES);
                String next = test.refer(CURIOUS, known, own)
                        .statusCode(201)
                        .extract()
                        .path(ID);
                redirect(CURIOUS, next, test.greedy(CURIOUS));
            }
        },
        SAYS_THAT_THE_OWNER_SAID_YES {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                OfferPublished greedy = test.greedy(CURIOUS);
                redirect(CURIOUS, known.referral(), greedy);
                test.refer(CURIOUS, known, greedy, known.referral()).statusCode(422);
            }
        },
        REFERS_TO_AN_ACCOMPLICE_WHO_REDIRECTS_BACK {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                OfferPublished modest = test.offer(ACCOMPLICE, DossierField.GIVEN_NAMES);
                String next = test.refer(CURIOUS, known, modest)
                        .statusCode(201)
                        .extract()
                        .path(ID);
                waitsForTheOwner(test.refer(ACCOMPLICE, known, test.greedy(CURIOUS)));
                redirect(ACCOMPLICE, next, test.greedy(CURIOUS));
            }
        },
        IS_REFERRED_TO_BY_A_THIRD_THAT_KNOWS_NO_MORE {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                OfferPublished third = test.offer("gtm-third", DossierField.GIVEN_NAMES);
                test.refer(OWNER, known, third).statusCode(201);
                waitsForTheOwner(test.refer("gtm-third", known, test.greedy(CURIOUS)));
            }
        },
        ASKS_FOR_WHAT_THE_OWNER_SENT_TO_ANOTHER {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                String other = test.refer(OWNER, known, test.offer("gtm-third", ALL_BUT_RESTRICTED))
                        .statusCode(201)
                        .extract()
                        .path(ID);
                given().auth()
                        .oauth2(token(OWNER))
                        .contentType("application/pdf")
                        .queryParam("kind", "medical")
                        .body(PDF)
                        .post("/v1/referrals/{id}/attachments", other)
                        .then()
                        .statusCode(201);
                get(CURIOUS, "/v1/referrals/" + other).statusCode(404);
                get(CURIOUS, "/v1/referrals/" + other + "/dossier").statusCode(404);
                get(CURIOUS, "/v1/referrals/" + other + "/attachments").statusCode(404);
            }
        },
        REFERS_AGAIN_AFTER_IT_TURNED_IT_DOWN {
            @Override
            void make(CuriousInstitutionTest test, Known known) {
                addFact(CURIOUS, known.referral(), "declined", "reason", "other")
                        .statusCode(200);
                test.refer(CURIOUS, known, test.offer(CURIOUS, DossierField.GIVEN_NAMES))
                        .statusCode(422)
                        .body("errors[0].code", equalTo("unknown-case"));
            }
        };

        abstract void make(CuriousInstitutionTest test, Known known);
    }

    private static final String ID = "referralId";
    private static final DossierField[] ALL_BUT_RESTRICTED = Stream.of(EVERYTHING)
            .filter(field -> field != DossierField.RESTRICTED)
            .toArray(DossierField[]::new);

    private OfferPublished greedy(String institution) {
        return offer(institution, EVERYTHING);
    }

    private OfferPublished greedyShelter(String institution) {
        return offer(institution, "shelter", true, EVERYTHING);
    }

    private static ValidatableResponse bulk(String institution, Known known, OfferPublished offer) {
        return given().auth()
                .oauth2(token(institution))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "offerId", offer.offerId().toString(),
                        "need",
                                Map.of(
                                        "dimension", "economic",
                                        "category", "employment",
                                        "urgency", "normal"),
                        "people",
                                List.of(Map.of("caseId", known.person().caseId().toString()))))
                .post("/v1/referrals/bulk")
                .then();
    }

    @ParameterizedTest
    @EnumSource(Attempt.class)
    void knowsNoMoreThanTheOwnerSent(Attempt attempt) {
        Known known = known();
        attempt.make(this, known);
        knowsTheGivenNamesAlone(CURIOUS, known);
        assertThat(fieldsShownTo(ACCOMPLICE, known)).isSubsetOf(DossierField.GIVEN_NAMES);
    }
}
