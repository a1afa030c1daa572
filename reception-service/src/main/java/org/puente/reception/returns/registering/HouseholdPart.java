package org.puente.reception.returns.registering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.puente.contracts.CaseId;
import org.puente.platform.problems.FieldError;
import org.puente.reception.returns.Registration;

/**
 * A member of a household as it was sent, with what is shared filled in.
 *
 * @param index in the request, from 0
 * @param caseIdSent whether the client made the id of the case
 * @param own what was sent for this member alone
 * @param shared what was sent for all
 * @param registration null if its form is wrong
 */
record HouseholdPart(
        int index,
        String key,
        CaseId caseId,
        boolean caseIdSent,
        ObjectNode own,
        ObjectNode shared,
        Registration registration) {

    HouseholdPart with(Registration read) {
        return new HouseholdPart(index, key, caseId, caseIdSent, own, shared, read);
    }

    /** An error in what is never shared, as an error in the request. */
    FieldError ofItsOwn(FieldError error) {
        return new FieldError("/members/" + index + error.pointer(), error.code(), error.args());
    }

    /** Errors in the registration, as errors in the request: at the place where the value was sent. */
    List<FieldError> placed(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError(place(error.pointer()), error.code(), error.args()))
                .toList();
    }

    private String place(String pointer) {
        String[] steps = pointer.split("/");
        boolean isShared = steps.length > 1 && !own.has(steps[1]) && shared.has(steps[1]);
        String at = isShared ? "/shared" + pointer : "/members/" + index + pointer;
        boolean namesMember = pointer.matches("/responsible/[0-9]/caseId")
                && own.at(parent(pointer)).has("member");
        return namesMember ? parent(at) + "/member" : at;
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    @Override
    public String toString() {
        return "HouseholdPart[" + index + "]";
    }
}
