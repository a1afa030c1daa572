package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;

/** No field is ever sealed for a recipient that the preview does not show, nor another value of it. */
@QuarkusTest
class SealedAsShownTest extends PreviewSlice {
    private static final String RECIPIENT = "hnd-work";

    /**
     * A referral that can be issued.
     *
     * @param partOf null for none
     * @param names that a recipient reads in the dossier
     */
    private record Possible(String by, Known known, OfferPublished offer, String partOf, String... names) {
        String query() {
            String consent = "&consentId=" + known.person().consent().consentId();
            return "?offerId=" + offer.offerId() + consent + (partOf == null ? "" : "&partOf=" + partOf);
        }
    }

    /** How it comes about, and what it sends. */
    enum Situation {
        ONE_FIELD {
            @Override
            Possible prepared(SealedAsShownTest test) {
                return test.byOwner(test.person("region"), test.offer(RECIPIENT, DossierField.PHONES), "phones");
            }
        },
        FIELDS_OF_SEVERAL_KINDS {
            @Override
            Possible prepared(SealedAsShownTest test) {
                return test.byOwner(test.person("region"), test.offer(RECIPIENT, SEVERAL), SEVERAL_NAMES);
            }
        },
        CONSENT_FOR_THE_RECIPIENT_ALONE {
            @Override
            Possible prepared(SealedAsShownTest test) {
                return test.byOwner(test.person(RECIPIENT), test.offer(RECIPIENT, SEVERAL), SEVERAL_NAMES);
            }
        },
        WHAT_IS_MOST_SENSITIVE {
            @Override
            Possible prepared(SealedAsShownTest test) {
                OfferPublished shelter =
                        test.offer(RECIPIENT, "shelter", true, DossierField.RESTRICTED, DossierField.GIVEN_NAMES);
                return test.byOwner(test.person("region"), shelter, "restricted", "givenNames");
            }
        },
        RESTRICTED_OFFER_THAT_NEEDS_NOTHING_SENSITIVE {
            @Override
            Possible prepared(SealedAsShownTest test) {
                OfferPublished shelter = test.offer(RECIPIENT, "shelter", true, DossierField.GIVEN_NAMES);
                return test.byOwner(test.person("region"), shelter, "givenNames");
            }
        },
        ONWARD_BY_A_SECOND_INSTITUTION {
            @Override
            Possible prepared(SealedAsShownTest test) {
                Known known = test.sentToCurious(DossierField.GIVEN_NAMES, DossierField.SKILLS, DossierField.HOUSEHOLD);
                OfferPublished next = test.offer(RECIPIENT, DossierField.HOUSEHOLD, DossierField.SKILLS);
                return new Possible(CURIOUS, known, next, null, "household", "skills", "work", "studies");
            }
        },
        REDIRECT_THAT_THE_OWNER_AGREES_TO {
            @Override
            Possible prepared(SealedAsShownTest test) {
                Known known = test.sentToCurious(DossierField.GIVEN_NAMES);
                OfferPublished next = test.offer(RECIPIENT, DossierField.PHONES, DossierField.BIRTH_DATE);
                redirect(CURIOUS, known.referral(), next);
                return new Possible(OWNER, known, next, known.referral(), "phones", "ageYears");
            }
        };

        abstract Possible prepared(SealedAsShownTest test);
    }

    private static final DossierField[] SEVERAL = {
        DossierField.GIVEN_NAMES,
        DossierField.BIRTH_DATE,
        DossierField.SKILLS,
        DossierField.HOUSEHOLD,
        DossierField.LANGUAGES
    };
    private static final String[] SEVERAL_NAMES = {
        "givenNames", "ageYears", "skills", "work", "studies", "household", "languages"
    };

    /** Somebody of whom more is known than any of the offers here needs. */
    private Arrived person(String... scope) {
        ObjectNode person = workerDossier();
        person.putObject("household").put("id", UUID.randomUUID().toString()).put("size", 2);
        person.putArray("languages").add("spa").add("mam");
        person.putArray("phones").add("+50499887766");
        person.putArray("documents").addObject().put("kind", "dni-hnd").put("number", "0801-1990-12345");
        person.put("somethingThatNoFieldNames", "x");
        return arrived(person, scope);
    }

    private Possible byOwner(Arrived person, OfferPublished offer, String... names) {
        return new Possible(OWNER, new Known(person, null, offer, null), offer, null, names);
    }

    /** A person whom the owner has referred to the curious institution. */
    private Known sentToCurious(DossierField... fields) {
        Arrived person = person("region");
        OfferPublished offer = offer(CURIOUS, fields);
        Known known = new Known(person, null, offer, issued(person, offer));
        await().atMost(SOON)
                .until(() -> get(CURIOUS, "/v1/referrals/" + known.referral() + "/dossier")
                                .extract()
                                .statusCode()
                        == 200);
        return known;
    }

    private static JsonNode shown(Possible referral) {
        ValidatableResponse preview = await().atMost(SOON)
                .until(
                        () -> get(
                                referral.by(),
                                "/v1/cases/" + referral.known().person().caseId() + "/preview" + referral.query()),
                        answer -> answer.extract().statusCode() == 200);
        preview.body("possible", equalTo(true));
        return shown(preview);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSealedIsWhatWasShownAndWhatTheOfferNeeds(Situation situation) {
        Possible possible = situation.prepared(this);
        JsonNode shown = shown(possible);
        String referral = refer(possible.by(), possible.known(), possible.offer(), possible.partOf())
                .statusCode(201)
                .extract()
                .path("referralId");

        assertThat(sealed(referral)).isEqualTo(shown);
        assertThat(shown.fieldNames()).toIterable().containsExactlyInAnyOrder(possible.names());
    }
}
