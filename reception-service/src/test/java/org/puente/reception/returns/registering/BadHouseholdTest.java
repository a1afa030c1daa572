package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadHouseholdTest extends Households {

    @Test
    void registersAllOrNobody() {
        long before = count("select count(*) from return_case");
        ObjectNode form = family();
        member(form, 2).withObject("person").put("birthDate", "2999-01-01");

        Response refused = post(form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/members/2/person/birthDate");
        assertThat(count("select count(*) from return_case")).isEqualTo(before);
    }

    @Test
    void namesWhatIsSharedWhereItIsWrongAndOnlyOnce() {
        ObjectNode form = family();
        form.withObject("shared").put("returnedOn", "2999-01-01").put("receptionPoint", "gtm-other-desk");

        assertThat(post(form).<List<String>>path("errors.pointer"))
                .containsExactlyInAnyOrder("/shared/returnedOn", "/shared/receptionPoint");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        1 | {'responsible': [{'member': 'nobody', 'relation': 'parent'}]}  | /members/1/responsible/0/member member-unknown
        1 | {'responsible': [{'member': 'child', 'relation': 'parent'}]}   | /members/1/responsible/0/member member-unknown
        1 | {'responsible': [{'member': 'nephew', 'relation': 'parent'}]}  | /members/1/responsible/0/member responsible-no-adult
        1 | {'responsible': [{'member': 'mother', 'caseId': '0193f000-0000-7000-8000-0000000000bb', 'relation': 'parent'}]} | /members/1/responsible/0/member member-or-case
        1 | {'responsible': [{'caseId': '0193f000-0000-7000-8000-0000000000bb', 'relation': 'parent'}]} | /members/1/responsible/0/caseId responsible-unknown
        1 | {'responsible': [{'member': 'mother', 'relation': 'friend'}]}  | /members/1/responsible/0/relation not-a-code
        1 | {'responsible': 'mother'}                                      | /members/1/responsible wrong-type
        1 | {'responsible': [7]}                                           | /members/1/responsible/0 wrong-type
        0 | {'responsible': [{'member': 'child', 'relation': 'parent'}]}   | /members/0/responsible responsible-for-adult
        1 | {'household': {'id': '0193f000-0000-7000-8000-0000000000aa'}}  | /members/1/household/id household-of-request
        1 | {'household': null}                                            | /members/1/household null-element
        1 | {'household': 'x'}                                             | /members/1/household wrong-type
        1 | {'key': 'mother'}                                              | /members/1/key member-key-twice
        1 | {'key': null}                                                  | /members/1/key null-element
        1 | {'key': '=cmd'}                                                | /members/1/key row-key-form
        1 | {'caseId': 'ffffffff-ffff-7fff-bfff-ffffffffffff'}             | /members/1/caseId case-id-form
        1 | {'caseId': '7c1f6f0e-4f6a-4d0b-9a53-0f3e9c1b2a77'}             | /members/1/caseId case-id-form
        1 | {'caseId': 7}                                                  | /members/1/caseId case-id-form
        1 | {'caseId': null}                                               | /members/1/caseId null-element
        1 | {'happenedAt': 'yesterday'}                                    | /members/1/happenedAt not-an-instant
        1 | {'needz': []}                                                  | /members/1/needz unknown-field
        1 | {'person': null}                                               | /members/1/person null-element
        """)
    void namesTheMemberThatIsWrong(int index, String change, String error) {
        long before = count("select count(*) from return_case");
        ObjectNode form = family();
        ((ObjectNode) json(change.replace('\'', '"')))
                .properties()
                .forEach(field -> member(form, index).set(field.getKey(), field.getValue()));

        Response refused = post(form);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer") + " " + refused.path("errors[0].code"))
                .isEqualTo(error);
        assertThat(refused.<String>path("errors[0].detail")).doesNotStartWith(error.split(" ")[1]);
        assertThat(count("select count(*) from return_case")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                                             | /shared
        {'shared': {}, 'members': [{}]}                | /members/0/key
        {'shared': {}, 'members': [{'key': 'a'}]}      | /members/0/person
        {'shared': {}, 'members': []}                  | /members
        {'shared': {}, 'members': [null]}              | /members/0
        {'shared': {}, 'members': ['x']}               | /members/0
        {'shared': [], 'members': [{}]}                | /shared
        {'shared': {}, 'members': [{}], 'memberz': []} | /memberz
        {'shared': {'person': {}}, 'members': [{'key': 'a'}]} | /shared/person
        {'shared': {'caseId': '0193f000-0000-7000-8000-0000000000bb'}, 'members': [{'key': 'a'}]} | /shared/caseId
        {'householdId': 'x', 'shared': {}, 'members': [{}]}   | /householdId
        """)
    void refusesABodyThatIsNoHousehold(String body, String pointer) {
        Response refused = post((ObjectNode) json(body.replace('\'', '"')));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<List<String>>path("errors.pointer")).contains(pointer);
    }

    @Test
    void refusesMoreMembersThanAHouseholdHas() {
        ObjectNode form = family();
        for (int i = 0; i < 20; i++) {
            form.withArray("members").add(member(form, 0).deepCopy().put("key", "m" + i));
        }

        Response refused = post(form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/members");
    }
}
